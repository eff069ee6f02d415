// Sums of limbs beside sums of big integers, across the places where limbs are carried over.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { Sums } from './sums.ts'

test('any weights, any number of times, in any cells', () => {
  const weight = fc.oneof(
    fc.bigInt(0n, 9n),
    fc.bigInt(2n ** 31n, 2n ** 33n),
    fc.bigInt(2n ** 50n, 2n ** 260n),
  )
  const step = fc.record({ weight, cell: fc.nat(3), times: fc.integer({ min: 0, max: 2 ** 21 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      const sums = new Sums(4)
      const expected = [0n, 0n, 0n, 0n]
      for (const { weight, cell, times } of steps) {
        sums.hold(weight)
        sums.add(cell, times)
        expected[cell] = (expected[cell] ?? 0n) + weight * BigInt(times)
      }
      expect(sums.totals()).toEqual(expected)
    }),
  )
})

test('three million of the largest limb stay exact, which a sum of doubles is not', () => {
  const sums = new Sums(1)
  const weight = 2n ** 32n - 1n
  sums.hold(weight)
  for (let i = 0; i < 3_000_000; i++) sums.add(0)
  expect(sums.totals()).toEqual([weight * 3_000_000n])
})

test('totals can be asked for in between', () => {
  const sums = new Sums(2)
  sums.hold(5n)
  sums.add(0)
  expect(sums.totals()).toEqual([5n, 0n])
  sums.add(1, 2)
  expect(sums.totals()).toEqual([5n, 10n])
})
