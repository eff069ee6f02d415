// The quick way by doubles beside the exact one, and sums that outgrow a double.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { effectiveVotes, quickVotes } from './quadratic.ts'
import { rational } from './rational.ts'
import { tally } from './tally.ts'

test('where doubles say what a root is, it is that', () => {
  let told = 0
  const shares = fc.tuple(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
  const weights = fc.oneof(
    fc.nat(100),
    fc.nat(),
    fc.maxSafeNat().map(weight => weight % 2 ** 43),
  )
  fc.assert(
    fc.property(weights, shares, (weight, [a, b]) => {
      const [points, all] = [Math.min(a, b), Math.max(a, b)]
      const quick = quickVotes(weight, points, all)
      if (quick === null) return
      told += 1
      expect(BigInt(quick)).toBe(effectiveVotes(BigInt(weight), points, all))
    }),
    { numRuns: 5_000 },
  )
  expect(told).toBeGreaterThan(2_000)
})

test('right at a whole root doubles leave the answer to the exact way, or are right', () => {
  for (let root = 1; root < 20_000; root += 7) {
    const quick = quickVotes(root * root, 1, 1)
    expect(quick ?? root * 1e9).toBe(root * 1e9)
    expect(effectiveVotes(BigInt(root * root), 1, 1)).toBe(BigInt(root) * 1_000_000_000n)
  }
})

test('many ballots add up past what a double holds', () => {
  const weights = Array.from({ length: 12_000 }, (_, i) => BigInt(1_000_000 + i))
  const result = tally(
    'quadratic',
    1,
    weights.map(weight => ({ weight, choice: { '0': 1 } })),
  )
  const sum = weights.reduce((votes, weight) => votes + effectiveVotes(weight, 1, 1), 0n)
  expect(sum).toBeGreaterThan(2n ** 53n)
  expect(result.scores).toEqual([rational(sum, 1_000_000_000n)])
})
