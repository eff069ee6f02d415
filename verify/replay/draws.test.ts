// The chain of draws: in order, with gaps, never twice and never back.
import { chainAnchor, revealed } from '@equalizer/core'
import { expect, test } from 'vitest'
import { DrawChain } from './draws.ts'

const root = '07'.repeat(32)
const length = 10
const value = (k: number) => revealed(root, length, k)

function begun(): DrawChain {
  const chain = new DrawChain()
  chain.begin({ anchor: chainAnchor(root, length), length })
  return chain
}

test('values in their order, some of them passed over', () => {
  const chain = begun()
  expect([1, 2, 5, 10].map(k => chain.take(value(k)))).toEqual([true, true, true, true])
  expect([chain.used, chain.skipped]).toEqual([4, 6])
  expect(chain.take(value(10))).toBe(false)
})

test('a value twice, one from before, one of another chain, no value at all', () => {
  const chain = begun()
  expect(chain.take(value(4))).toBe(true)
  for (const bad of [
    value(4),
    value(3),
    chainAnchor(root, length),
    'ab'.repeat(32),
    'x',
    value(5).toUpperCase(),
  ]) {
    expect(chain.take(bad)).toBe(false)
  }
  expect(chain.take(value(5))).toBe(true)
})

test('where nothing was published nothing is drawn', () => {
  const chain = new DrawChain()
  chain.begin(null)
  expect(chain.take(value(1))).toBe(false)
})
