// K, K_b, N2 and the interval, at the places where strictness, blocking and the unknown decide.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { type DecisionRule, powersOf } from './powers.ts'
import { rulebook } from './rulebook.ts'
import type { Holding } from './timeline.ts'

const half: DecisionRule = { rule: 'share', numerator: 1, denominator: 2 }

function held(
  weights: readonly number[] | readonly bigint[],
  unknown: readonly bigint[] = [],
  divisible = false,
): Holding {
  return {
    parties: [...weights.keys()],
    weights,
    unknown: divisible ? [] : unknown,
    divisible: divisible ? unknown : [],
    observations: weights.length + unknown.length,
  }
}

const share = (
  weights: readonly number[] | readonly bigint[],
  unknown: readonly bigint[] = [],
  divisible = false,
) => powersOf(held(weights, unknown, divisible), half, false, rulebook)

describe('K, N2 and the score of a share surface', () => {
  test('one party alone gives 0', () => {
    expect(share([7])).toMatchObject({ K: 1, N2: 1, score: 0, low: 0, high: 0, coverage: 1 })
  })

  test('the quota is strict: of two equal parties it takes both', () => {
    expect(share([1, 1])).toMatchObject({ K: 2, N2: 2, score: 30.1 })
  })

  test('ten equal parties: six decide; ten or more is not reached by K', () => {
    expect(share(Array.from({ length: 10 }, () => 1))).toMatchObject({ K: 6, N2: 10, score: 77.8 })
    expect(share(Array.from({ length: 40 }, () => 1))).toMatchObject({ K: 21, score: 100 })
  })

  test('a large holder and much dust: K grows with the dust, N2 does not, and the least counts', () => {
    const dusty = share([400, ...Array.from({ length: 600 }, () => 1)])
    expect(dusty.K).toBe(102)
    expect(dusty.N2).toBeCloseTo(6.23, 2)
    expect(dusty.score).toBe(79.4)
  })

  test('of small whole numbers N2 is exact: a tie of the last place rounds as on paper', () => {
    // 30 squared over 160.
    expect(share([6, 2, 1, 4, 3, 9, 3, 2].map(Number))).toMatchObject({ N2: 5.63 })
  })

  test('nothing held is unknown, never 0', () => {
    expect(share([])).toMatchObject({ K: null, N2: null, score: null, low: null, high: null })
    expect(share([0, 0])).toMatchObject({ score: null })
  })

  test('amounts that a double cannot tell apart are compared exactly', () => {
    const base = 10n ** 26n
    // Of three the larger two decide; without the last wei the first alone would hold just half.
    expect(share([base + 1n, base])).toMatchObject({ K: 1 })
    expect(share([base, base])).toMatchObject({ K: 2 })
  })

  test('a quota of two thirds', () => {
    const rule: DecisionRule = { rule: 'share', numerator: 2, denominator: 3 }
    expect(powersOf(held([1, 1, 1]), rule, false, rulebook).K).toBe(3)
    expect(powersOf(held([1, 1, 1, 1]), rule, false, rulebook).K).toBe(3)
  })
})

describe('blocking', () => {
  test('half of the weight blocks a majority, so K_b is at most K', () => {
    expect(powersOf(held([1, 1]), half, true, rulebook)).toMatchObject({ K: 2, K_b: 1, score: 0 })
  })

  test('three of five signers: three decide, three block', () => {
    const rule: DecisionRule = { rule: 'threshold', required: 3 }
    expect(powersOf(held([1, 1, 1, 1, 1]), rule, true, rulebook)).toMatchObject({ K: 3, K_b: 3, score: 47.7 })
    expect(powersOf(held([1, 1, 1, 1, 1]), { rule: 'threshold', required: 4 }, true, rulebook)).toMatchObject(
      { K: 4, K_b: 2 },
    )
  })

  test('one party with two of three keys decides alone', () => {
    expect(powersOf(held([2, 1]), { rule: 'threshold', required: 2 }, false, rulebook)).toMatchObject({
      K: 1,
      score: 0,
    })
  })

  test('a threshold nobody can reach needs everybody', () => {
    expect(powersOf(held([1, 1]), { rule: 'threshold', required: 3 }, true, rulebook)).toMatchObject({
      K: 2,
      K_b: 1,
    })
  })
})

describe('what is not known', () => {
  test('the 13,347 of 19,224 Bitcoin nodes behind Tor decide the answer', () => {
    const seen = Array.from({ length: 5_877 }, () => 1)
    const powers = share(seen, [13_347n], true)
    expect(powers).toMatchObject({ K: 1, low: 0, score: 0, high: 100 })
    expect(powers.coverage).toBeCloseTo(0.3057, 4)
  })

  test('the pessimistic end is the score and never above the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 }),
        fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { maxLength: 10 }),
        fc.boolean(),
        (weights, unknown, divisible) => {
          const powers = share(weights, unknown, divisible)
          expect(powers.score).toBe(powers.low)
          expect(powers.low as number).toBeLessThanOrEqual(powers.high as number)
          if (unknown.length === 0) expect(powers.low).toBe(powers.high)
        },
      ),
    )
  })

  test('knowing who somebody unknown is, one more party, never widens the interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 100n }), { maxLength: 12 }),
        fc.array(fc.bigInt({ min: 1n, max: 100n }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (known, unknown, divisible) => {
          const [found = 0n, ...still] = unknown
          const before = share(known, unknown, divisible)
          const after = share([...known, found], still, divisible)
          expect(after.low as number).toBeGreaterThanOrEqual(before.low as number)
          expect(after.high as number).toBeLessThanOrEqual(before.high as number)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('merging two parties never raises the score', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 40 }), weights => {
        const [first = 0, second = 0, ...rest] = weights
        const merged = share([first + second, ...rest])
        expect(merged.score as number).toBeLessThanOrEqual(share(weights).score as number)
      }),
    )
  })
})
