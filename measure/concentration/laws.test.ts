// Laws that every population obeys, tried on made-up ones, and each count against a naive one over bigints.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { concentrationProfile } from './concentration-profile.ts'
import { effectiveNumber } from './effective-number.ts'
import { fewest, type Share } from './fewest.ts'
import { gini } from './gini.ts'
import { hhi } from './hhi.ts'
import { lorenzPoints } from './lorenz-points.ts'
import { minEntropy } from './min-entropy.ts'
import { nakamotoCoefficient } from './nakamoto-coefficient.ts'
import { type Ranked, rank, sumOfTop, type Weights, weightAt } from './ranked.ts'
import { renyiEntropy } from './renyi-entropy.ts'
import { shannonEntropy } from './shannon-entropy.ts'
import { theil } from './theil.ts'

const ranked = (weights: Weights) => rank(weights) as Ranked
const descending = (a: bigint, b: bigint) => (a < b ? 1 : a > b ? -1 : 0)

/** Small and huge, tied and nearly tied, zeros among them; never all zero. */
const weight = fc.oneof(
  fc.bigInt(0n, 5n),
  fc.bigInt(0n, 2n ** 53n),
  fc.bigInt(2n ** 80n, 2n ** 80n + 9n),
  fc.bigInt(0n, 2n ** 1_200n),
)
const population = fc
  .array(weight, { minLength: 1, maxLength: 40 })
  .filter(list => list.some(held => held > 0n))
const doubles = fc
  .array(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 })
  .filter(list => list.some(held => held > 0))
const share = fc
  .record({ numerator: fc.nat(20), denominator: fc.integer({ min: 1, max: 20 }), strict: fc.boolean() })
  .filter(({ numerator, denominator }) => numerator <= denominator)

function naive(weights: bigint[], { numerator, denominator, strict }: Share) {
  const sorted = weights.toSorted(descending).filter(held => held > 0n)
  const total = sorted.reduce((sum, held) => sum + held, 0n)
  let sum = 0n
  for (const [index, held] of sorted.entries()) {
    sum += held
    const [left, right] = [sum * BigInt(denominator), total * BigInt(numerator)]
    if (strict ? left > right : left >= right) return index + 1
  }
  return null
}

/** A double as a bigint in units of 2^-1074, by repeated doubling: slow, and plainly right. */
function units(value: number): bigint {
  let [rest, shift] = [value, 1_074n]
  while (rest !== Math.floor(rest)) {
    rest *= 2
    shift -= 1n
  }
  return BigInt(rest) << shift
}

describe('exactness', () => {
  test('total, order and any count agree with a naive one, over bigints', () => {
    fc.assert(
      fc.property(population, share, (weights, quota) => {
        const all = ranked(weights)
        const sorted = weights.toSorted(descending)
        expect(all.total).toBe(weights.reduce((sum, held) => sum + held, 0n))
        expect(sorted.map((_, index) => weightAt(all, index))).toEqual(sorted)
        expect(fewest(all, quota)).toBe(naive(weights, quota))
      }),
    )
  })

  test('doubles of any size count as exactly what they are', () => {
    fc.assert(
      fc.property(doubles, share, (weights, quota) => {
        const exact = weights.map(units)
        const all = ranked(weights)
        expect(all.total << BigInt(1_074 - all.places)).toBe(exact.reduce((sum, held) => sum + held, 0n))
        expect(fewest(all, quota)).toBe(naive(exact, quota))
      }),
    )
  })

  test('one wei over or under half decides, where doubles see none', () => {
    const half = 10n ** 40n
    expect(nakamotoCoefficient(ranked([half, half - 1n, 1n]))).toBe(2)
    expect(nakamotoCoefficient(ranked([half + 1n, half - 1n, 1n]))).toBe(1)
    expect(nakamotoCoefficient(ranked([2 ** 53, 2 ** 53 - 1, 1]))).toBe(2)
    expect(nakamotoCoefficient(ranked([0.3, 0.2, 0.1]))).toBe(2)
  })

  test('more doubles than one batch of additions', () => {
    const many = new Float64Array(2 ** 20 + 3).fill(0.1)
    const all = ranked(many)
    expect(all.total).toBe(BigInt(many.length) * weightAt(all, 0))
    expect(sumOfTop(all, 7)).toBe(7n * weightAt(all, 0))
    expect(nakamotoCoefficient(all)).toBe(2 ** 19 + 2)
  })

  test('a run of doubles that look equal is put in order', () => {
    const list = Array.from({ length: 50 }, (_, index) => 2n ** 90n + BigInt((index * 37) % 50))
    expect(ranked(list).exact).toEqual(list.toSorted(descending))
  })
})

describe('laws', () => {
  test('order does not matter', () => {
    fc.assert(
      fc.property(population, fc.func(fc.nat()), (weights, key) => {
        const shuffled = weights
          .map((held, index) => ({ held, at: key(index) }))
          .sort((a, b) => a.at - b.at)
          .map(({ held }) => held)
        expect(concentrationProfile(shuffled)).toEqual(concentrationProfile(weights))
      }),
    )
  })

  test('scale does not matter', () => {
    fc.assert(
      fc.property(population, fc.bigInt(1n, 10n ** 18n), (weights, factor) => {
        const before = concentrationProfile(weights)
        const after = concentrationProfile(weights.map(held => held * factor))
        expect(after?.nakamoto).toBe(before?.nakamoto)
        expect(after?.tau33).toBe(before?.tau33)
        for (const key of ['effectiveNumber', 'hhi', 'gini', 'theil', 'shannonBits', 'maxShare'] as const) {
          expect(after?.[key]).toBeCloseTo(before?.[key] as number, 8)
        }
      }),
    )
  })

  test('merging two parties never raises a count or an entropy', () => {
    const two = population.filter(list => list.length > 1)
    fc.assert(
      fc.property(two, share, ([first, second, ...rest], quota) => {
        const apart = ranked([first as bigint, second as bigint, ...rest])
        const merged = ranked([(first as bigint) + (second as bigint), ...rest])
        const before = fewest(apart, quota)
        if (before === null) expect(fewest(merged, quota)).toBe(null)
        else expect(fewest(merged, quota)).toBeLessThanOrEqual(before)
        for (const metric of [effectiveNumber, shannonEntropy, minEntropy]) {
          expect(metric(merged)).toBeLessThanOrEqual((metric(apart) as number) + 1e-9)
        }
      }),
    )
  })

  test('those with nothing change all but gini and theil by nothing', () => {
    fc.assert(
      fc.property(population, fc.nat(5), (weights, zeros) => {
        const { gini: _, theil: __, ...before } = { ...concentrationProfile(weights) }
        const with0 = [...weights, ...Array.from({ length: zeros }, () => 0n)]
        const { gini: unequal, theil: missing, ...after } = { ...concentrationProfile(with0) }
        expect(after).toEqual(before)
        expect(unequal).toBeGreaterThanOrEqual((gini(ranked(weights)) as number) - 1e-9)
        expect(missing).toBeGreaterThanOrEqual((theil(ranked(weights)) as number) - 1e-9)
      }),
    )
  })

  test('n equal parties', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), weight, (n, held) => {
        const all = ranked(Array.from({ length: n }, () => held + 1n))
        expect(nakamotoCoefficient(all)).toBe(Math.floor(n / 2) + 1)
        expect(effectiveNumber(all)).toBeCloseTo(n, 8)
        expect(gini(all)).toBeCloseTo(0, 12)
        expect(theil(all)).toBeCloseTo(0, 10)
        for (const order of [0, 0.5, 1, 2, 7, Infinity]) {
          expect(renyiEntropy(all, order)).toBeCloseTo(Math.log2(n), 9)
        }
      }),
    )
  })

  test('entropy falls as its order rises, and stays finite for a high one', () => {
    fc.assert(
      fc.property(population, weights => {
        const all = ranked(weights)
        const entropies = [0, 0.5, 1, 2, 20, 5_000, Infinity].map(order => renyiEntropy(all, order) as number)
        for (let index = 1; index < entropies.length; index += 1) {
          expect(entropies[index]).toBeLessThanOrEqual((entropies[index - 1] as number) + 1e-9)
        }
        expect(entropies.every(Number.isFinite)).toBe(true)
      }),
    )
  })

  test('the lorenz curve rises from corner to corner, below the diagonal, and its area gives the gini', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 2, max: 60 }), (weights, points) => {
        const all = ranked(weights)
        const knots = lorenzPoints(all, points)
        expect(knots.length).toBeLessThanOrEqual(points)
        expect([knots[0], knots.at(-1)]).toEqual([
          [0, 0],
          [1, 1],
        ])
        let area = 0
        for (let index = 1; index < knots.length; index += 1) {
          const [[x0, y0], [x1, y1]] = [knots[index - 1], knots[index]] as [
            [number, number],
            [number, number],
          ]
          expect(x1).toBeGreaterThan(x0)
          expect(y1).toBeGreaterThanOrEqual(y0)
          expect(y1).toBeLessThanOrEqual(x1 + 1e-9)
          area += ((x1 - x0) * (y0 + y1)) / 2
        }
        if (points > weights.length) expect(1 - 2 * area).toBeCloseTo(gini(all) as number, 9)
      }),
    )
  })

  test('hhi is 10,000 over the effective number', () => {
    fc.assert(
      fc.property(population, weights => {
        const all = ranked(weights)
        expect(hhi(all)).toBeCloseTo(10_000 / (effectiveNumber(all) as number), 8)
      }),
    )
  })
})
