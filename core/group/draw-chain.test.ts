// Every reveal of a chain checks against the one before, and nothing else does.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { chainAnchor, combinedSeed, revealed, verifyReveal } from './draw-chain.ts'

const root = '0123456789abcdef'.repeat(4)
const sha256 = (hex: string) => createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex')

describe('a chain of draws', () => {
  test('is revealed backwards from its anchor, each value the hash of the next', () => {
    let previous = chainAnchor(root, 20)
    for (let k = 1; k <= 20; k += 1) {
      const value = revealed(root, 20, k)
      expect(sha256(value)).toBe(previous)
      expect(verifyReveal(previous, value)).toBe(true)
      previous = value
    }
    expect(previous).toBe(root)
  })

  test('takes no value out of turn, twice, changed, or misspelt', () => {
    const anchor = chainAnchor(root, 20)
    const first = revealed(root, 20, 1)
    expect(verifyReveal(anchor, revealed(root, 20, 2))).toBe(false)
    expect(verifyReveal(first, first)).toBe(false)
    expect(verifyReveal(anchor, `${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}`)).toBe(false)
    for (const bad of ['', 'x'.repeat(64), first.toUpperCase(), `${first}00`]) {
      expect(verifyReveal(anchor, bad)).toBe(false)
      expect(verifyReveal(bad, first)).toBe(false)
    }
  })

  test('has its ends', () => {
    for (const k of [0, 21, 1.5]) expect(() => revealed(root, 20, k)).toThrow(RangeError)
    for (const length of [0, limits.drawChain + 1, 0.5]) {
      expect(() => chainAnchor(root, length)).toThrow(RangeError)
    }
    expect(() => chainAnchor('00', 20)).toThrow(RangeError)
  })
})

test('a combined seed depends on each of its values and on their order', () => {
  const [a, b] = [revealed(root, 20, 1), revealed(root, 20, 2)]
  expect(combinedSeed([a, b])).toBe(sha256(a + b))
  expect(combinedSeed([a])).toBe(sha256(a))
  expect(combinedSeed([b, a])).not.toBe(combinedSeed([a, b]))
})
