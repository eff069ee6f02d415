// Splitting a decision and an amount over those who decided: exact where a majority hangs on it.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { amountsOf, sharesOf } from './shares.ts'

const people = (...weights: readonly number[]) =>
  weights.map((weight, at) => ({ person: `p-${at}`, weight: BigInt(weight) }))
const sum = (parts: readonly { readonly weight: bigint }[]) =>
  parts.reduce((all, { weight }) => all + weight, 0n)
const electorate = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })

test('whoever has exactly half is not taken for more than half, and equals stay equal', () => {
  for (const weights of [
    [3, 1, 2],
    [1, 1, 1, 3],
    [3, 3],
    [7, 1, 1, 1, 1, 1, 1, 1],
  ]) {
    const parts = sharesOf(people(...weights))
    expect((parts[0]?.weight ?? 0n) * 2n).toBeLessThanOrEqual(sum(parts))
  }
  const seven = sharesOf(people(1, 1, 1, 1, 1, 1, 1))
  expect(new Set(seven.map(({ weight }) => weight)).size).toBe(1)
  // Three of six are no majority.
  const six = sharesOf(people(1, 1, 1, 1, 1, 1))
  expect(sum(six.slice(0, 3)) * 2n).toBe(sum(six))
})

test('of no weight at all there are no parts', () => {
  expect(sharesOf(people(0, 0))).toEqual([])
  expect(amountsOf([], 5n)).toEqual([])
})

test('a decision is one decision, to a part for each who took part', () => {
  fc.assert(
    fc.property(electorate, weights => {
      const parts = sharesOf(people(...weights))
      if (parts.length === 0) return
      expect(sum(parts)).toBeGreaterThanOrEqual(10n ** 12n)
      expect(sum(parts)).toBeLessThan(10n ** 12n + BigInt(weights.length) + 1n)
    }),
  )
})

test('the parts of an amount add up to it', () => {
  fc.assert(
    fc.property(electorate, fc.bigInt({ min: 0n, max: 10n ** 30n }), (weights, amount) => {
      const parts = amountsOf(people(...weights), amount)
      expect(sum(parts)).toBe(weights.some(weight => weight > 0) ? amount : 0n)
    }),
  )
})
