// What is kept of the board's answers, and for how long.
import { accepted, refused } from '@equalizer/core'
import { expect, test } from 'vitest'
import { bodyOf } from './answer.ts'
import { createAnswerCache } from './answer-cache.ts'

const bodyOfBytes = (bytes: number) => bodyOf('x'.repeat(bytes))

function counting(bytes: number) {
  let made = 0
  return {
    make: async () => {
      made += 1
      return accepted(bodyOfBytes(bytes))
    },
    made: () => made,
  }
}

test('the same question is answered once, asked at once or later', async () => {
  const cache = createAnswerCache()
  const { make, made } = counting(10)
  const [one, two] = await Promise.all([cache.get('board', make), cache.get('board', make)])
  expect(one).toBe(two)
  await cache.get('board', make)
  expect(made()).toBe(1)
  await cache.get('board at another revision', make)
  expect(made()).toBe(2)
})

test('a refusal and a fault are not kept', async () => {
  const cache = createAnswerCache()
  expect(await cache.get('a', async () => refused('unit.unknown', 'No.'))).toMatchObject({ ok: false })
  await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  const { make, made } = counting(10)
  expect(await cache.get('a', make)).toMatchObject({ ok: true })
  expect(made()).toBe(1)
})

test('no more is kept than fits; what was used last stays', async () => {
  const cache = createAnswerCache(10_000)
  const [a, b, c] = [counting(1_800), counting(1_800), counting(1_800)]
  await cache.get('a', a.make)
  await cache.get('b', b.make)
  await cache.get('c', c.make)
  await cache.get('a', a.make)
  for (const name of ['d', 'e']) await cache.get(name, counting(1_000).make)
  await cache.get('a', a.make)
  expect(a.made()).toBe(1)
  await cache.get('b', b.make)
  expect(b.made()).toBe(2)
})

test('one answer that is too large for the rest is made each time', async () => {
  const cache = createAnswerCache(10_000)
  const { make, made } = counting(5_000)
  await cache.get('a', make)
  await cache.get('a', make)
  expect(made()).toBe(2)
})
