// What every metric answers for empty, all-zero, single, negative and unusable input, and which arguments are refused.
import { describe, expect, test } from 'vitest'
import { concentrationProfile } from './concentration-profile.ts'
import { concentrationRatio } from './concentration-ratio.ts'
import { contributorAbsenceFactor } from './contributor-absence-factor.ts'
import { effectiveNumber } from './effective-number.ts'
import { elephantFactor } from './elephant-factor.ts'
import { evenness } from './evenness.ts'
import { gini } from './gini.ts'
import { hartleyEntropy } from './hartley-entropy.ts'
import { hhi } from './hhi.ts'
import { lorenzPoints } from './lorenz-points.ts'
import { maxShare } from './max-share.ts'
import { metricCatalog } from './metrics.ts'
import { minEntropy } from './min-entropy.ts'
import { nakamotoCoefficient } from './nakamoto-coefficient.ts'
import { participation } from './participation.ts'
import { type Ranked, rank, type Weights } from './ranked.ts'
import { renyiEntropy } from './renyi-entropy.ts'
import { shannonEntropy } from './shannon-entropy.ts'
import { tauIndex } from './tau-index.ts'
import { theil } from './theil.ts'
import { totalEntities } from './total-entities.ts'

const ranked = (weights: Weights) => rank(weights) as Ranked

/** Each metric by its key in the catalogue, with what it says of one party alone. */
const metrics: Record<string, { of: (all: Ranked) => number | null; alone: number | null }> = {
  nakamotoCoefficient: { of: nakamotoCoefficient, alone: 1 },
  tauIndex: { of: all => tauIndex(all, 33), alone: 1 },
  effectiveNumber: { of: effectiveNumber, alone: 1 },
  hhi: { of: hhi, alone: 10_000 },
  gini: { of: gini, alone: 0 },
  theil: { of: theil, alone: 0 },
  shannonEntropy: { of: shannonEntropy, alone: 0 },
  renyiEntropy: { of: all => renyiEntropy(all, 3), alone: 0 },
  minEntropy: { of: minEntropy, alone: 0 },
  hartleyEntropy: { of: hartleyEntropy, alone: 0 },
  evenness: { of: evenness, alone: null },
  concentrationRatio: { of: all => concentrationRatio(all, 4), alone: 1 },
  maxShare: { of: maxShare, alone: 1 },
  totalEntities: { of: totalEntities, alone: 1 },
  contributorAbsenceFactor: { of: contributorAbsenceFactor, alone: 1 },
  elephantFactor: { of: elephantFactor, alone: 1 },
}

describe.each(Object.entries(metrics))('%s', (_, { of, alone }) => {
  test('is null, never 0, where nobody has anything', () => {
    for (const none of [[], [0], [0, 0, -0], [0n], new Float64Array(3), new BigUint64Array(2)]) {
      expect(of(ranked(none))).toBe(null)
    }
  })

  test('of one alone', () => {
    for (const one of [[7], [7n], [0.1], [10n ** 500n], [Number.MAX_VALUE], [Number.MIN_VALUE]]) {
      expect(of(ranked(one))).toBe(alone)
    }
  })
})

test('a weight that is negative, NaN or infinite leaves nothing to know', () => {
  const unusable: Weights[] = [[1, -1], [1n, -1n], [NaN, 1], [1, Infinity], [1, -Infinity], [-1e-300]]
  for (const weights of unusable) {
    expect(rank(weights)).toBe(null)
    expect(concentrationProfile(weights)).toBe(null)
  }
})

test('the input is left as it was', () => {
  const weights = Float64Array.of(1, 3, 2)
  rank(weights)
  expect(weights).toEqual(Float64Array.of(1, 3, 2))
})

test('a quota that the whole does not meet has no answer', () => {
  expect(nakamotoCoefficient(ranked([2, 1]), { numerator: 1, denominator: 1, strict: true })).toBe(null)
  expect(nakamotoCoefficient(ranked([2, 1]), { numerator: 1, denominator: 1, strict: false })).toBe(2)
})

test('arguments out of range are faults', () => {
  const all = ranked([2, 1])
  for (const percent of [0, -1, 101, NaN]) expect(() => tauIndex(all, percent)).toThrow(RangeError)
  for (const k of [0, 1.5, NaN]) expect(() => concentrationRatio(all, k)).toThrow(RangeError)
  for (const order of [-1, NaN]) expect(() => renyiEntropy(all, order)).toThrow(RangeError)
  for (const points of [1, 2.5]) expect(() => lorenzPoints(all, points)).toThrow(RangeError)
  for (const [numerator, denominator] of [
    [2, 1],
    [-1, 2],
    [1, 0],
    [0.5, 1],
  ] as const) {
    expect(() => nakamotoCoefficient(all, { numerator, denominator, strict: true })).toThrow(RangeError)
  }
})

test('the lorenz curve of a skewed crowd keeps the few large', () => {
  const crowd = [...Array.from({ length: 9_990 }, () => 1), ...Array.from({ length: 10 }, () => 10_000)]
  const knots = lorenzPoints(ranked(crowd), 50)
  expect(knots.filter(([parties]) => parties > 0.9985).length).toBeGreaterThan(9)
  expect(lorenzPoints(ranked([]), 10)).toEqual([])
})

test('participation', () => {
  expect(participation(0n, 10n)).toBe(0)
  expect(participation(3n, 4n)).toBe(0.75)
  expect(participation(10n ** 40n, 3n * 10n ** 40n)).toBeCloseTo(1 / 3, 15)
  for (const [exercised, eligible] of [
    [0n, 0n],
    [1n, 0n],
    [-1n, 4n],
    [5n, 4n],
  ] as const) {
    expect(participation(exercised, eligible)).toBe(null)
  }
})

test('the catalogue has every metric once', () => {
  const keys = metricCatalog.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toEqual(expect.arrayContaining(Object.keys(metrics)))
})
