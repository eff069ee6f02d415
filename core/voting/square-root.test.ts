// The whole square root of small, large and very large integers, by what it promises.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { squareRoot } from './square-root.ts'

function check(value: bigint): void {
  const root = squareRoot(value)
  expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true)
}

test('is the largest whole number whose square does not pass the value', () => {
  for (let value = 0n; value < 1_000n; value++) check(value)
  fc.assert(fc.property(fc.bigInt(0n, 2n ** 200n), check))
  for (const edge of [2n ** 104n, 2n ** 200n, 2n ** 1_000n]) {
    for (let near = edge - 300n; near < edge + 300n; near++) check(near)
  }
  fc.assert(fc.property(fc.bigInt(2n ** 900n, 2n ** 3_000n), check))
})

test('holds right at squares, where a double would round to the wrong side', () => {
  const sizes = fc.oneof(
    fc.bigInt(2n ** 50n, 2n ** 54n),
    fc.bigInt(2n ** 52n, 2n ** 101n),
    fc.bigInt(1n, 2n ** 600n),
  )
  fc.assert(
    fc.property(sizes, root => {
      expect(squareRoot(root * root)).toBe(root)
      expect(squareRoot(root * root - 1n)).toBe(root - 1n)
    }),
  )
})

test('a negative number has none', () => {
  expect(() => squareRoot(-1n)).toThrow(RangeError)
})
