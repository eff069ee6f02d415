// What is believed for a moment, and what ends the belief.
import { expect, test } from 'vitest'
import { remember } from './remembered.ts'

test('an answer is found once while it is believed, and again after', async () => {
  let now = 0
  let found = 0
  const memory = remember<number>(1_000, 10, () => now)
  const ask = () => memory.get('who', async () => ++found)
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
  now = 999
  expect(await ask()).toBe(1)
  now = 1_000
  expect(await ask()).toBe(2)
})

test('one or all of it is forgotten', async () => {
  let found = 0
  const memory = remember<number>(1_000, 10, () => 0)
  const ask = (question: string) => memory.get(question, async () => ++found)
  await ask('a')
  await ask('b')
  memory.forget('a')
  expect([await ask('a'), await ask('b')]).toEqual([3, 2])
  memory.forget()
  expect([await ask('a'), await ask('b')]).toEqual([4, 5])
})

test('failures are not remembered, and no more entries than allowed', async () => {
  let found = 0
  const memory = remember<number>(1_000, 2, () => 0)
  await expect(memory.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const ask = (question: string) => memory.get(question, async () => ++found)
  for (const question of ['a', 'b', 'c']) await ask(question)
  expect(await ask('c')).toBe(3)
  expect(await ask('a')).toBe(4)
})
