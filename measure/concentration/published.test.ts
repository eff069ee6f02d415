// The metrics against vectors and figures that others published, with each difference stated by name.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { describe, expect, test } from 'vitest'
import { concentrationRatio } from './concentration-ratio.ts'
import { contributorAbsenceFactor } from './contributor-absence-factor.ts'
import { evenness } from './evenness.ts'
import { fewest } from './fewest.ts'
import { gini } from './gini.ts'
import { hartleyEntropy } from './hartley-entropy.ts'
import { hhi } from './hhi.ts'
import { minEntropy } from './min-entropy.ts'
import { nakamotoCoefficient } from './nakamoto-coefficient.ts'
import { type Ranked, rank, type Weights } from './ranked.ts'
import { renyiEntropy } from './renyi-entropy.ts'
import { shannonEntropy } from './shannon-entropy.ts'
import { tauIndex } from './tau-index.ts'
import { theil } from './theil.ts'
import { totalEntities } from './total-entities.ts'

type Vector = Record<
  | 'n'
  | 'nakamoto'
  | 'tau33'
  | 'tau66'
  | 'gini'
  | 'hhi'
  | 'shannon'
  | 'renyi2'
  | 'minEntropy'
  | 'hartley'
  | 'evenness'
  | 'theil'
  | 'cr1'
  | 'cr3',
  number | null
>

const ranked = (weights: Weights) => rank(weights) as Ranked
const half = { numerator: 1, denominator: 2, strict: false }

describeWithData(
  'vectors of consensus-decentralization',
  ['measure/edi/edge_vectors_expected.json'],
  ([file]) => {
    const vectors = JSON.parse(readFileSync(file as string, 'utf8')) as Record<string, Vector | string>
    const known = Object.entries(vectors).flatMap(([key, expected]) => {
      const weights = JSON.parse(key) as number[]
      return typeof expected === 'string' || weights.length === 0 ? [] : [{ key, weights, expected }]
    })
    const forms = (weights: number[]): Weights[] => [
      weights,
      Float64Array.from(weights),
      weights.map(BigInt),
      BigUint64Array.from(weights, BigInt),
      weights.map(weight => weight / 8),
      weights.map(weight => BigInt(weight) * 10n ** 30n),
    ]

    test.each(known)('$key, in every form of numbers', ({ weights, expected }) => {
      for (const form of forms(weights)) {
        const all = ranked(form)
        expect(totalEntities(all)).toBe(expected.n)
        expect(tauIndex(all, 33)).toBe(expected.tau33)
        expect(tauIndex(all, 66)).toBe(expected.tau66)
        expect(gini(all)).toBeCloseTo(expected.gini as number, 12)
        expect(hhi(all)).toBeCloseTo(expected.hhi as number, 9)
        expect(shannonEntropy(all)).toBeCloseTo(expected.shannon as number, 12)
        expect(renyiEntropy(all, 2)).toBeCloseTo(expected.renyi2 as number, 12)
        expect(minEntropy(all)).toBeCloseTo(expected.minEntropy as number, 12)
        expect(theil(all)).toBeCloseTo(expected.theil as number, 12)
        expect(concentrationRatio(all, 1)).toBeCloseTo(expected.cr1 as number, 15)
        expect(concentrationRatio(all, 3)).toBeCloseTo(expected.cr3 as number, 15)
      }
    })

    test('nakamoto: that tool takes half as enough, ours asks for strictly more', () => {
      for (const { weights, expected } of known) expect(fewest(ranked(weights), half)).toBe(expected.nakamoto)
      const differing = known.filter(({ weights, expected }) => {
        return nakamotoCoefficient(ranked(weights)) !== expected.nakamoto
      })
      expect(differing.map(({ key }) => key)).toEqual([
        '[1, 1]',
        '[2, 2]',
        '[3, 2, 1]',
        '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]',
      ])
      for (const { weights, expected } of differing) {
        expect(nakamotoCoefficient(ranked(weights))).toBe((expected.nakamoto as number) + 1)
      }
    })

    test('hartley: that tool counts those who have nothing, ours does not', () => {
      for (const { weights, expected } of known) {
        const holders = weights.filter(weight => weight > 0)
        expect(Math.log2(weights.length)).toBeCloseTo(expected.hartley as number, 12)
        expect(hartleyEntropy(ranked(weights))).toBe(Math.log2(holders.length))
      }
      expect(hartleyEntropy(ranked([5, 0, 0]))).toBe(0)
    })

    test('evenness: that tool says 0 for one alone, ours that it has no meaning', () => {
      for (const { weights, expected } of known) {
        const own = evenness(ranked(weights))
        if (weights.filter(weight => weight > 0).length > 1) {
          expect(own).toBeCloseTo(expected.evenness as number, 12)
        } else {
          expect([expected.evenness, own]).toEqual([0, null])
        }
      }
    })

    test('empty: that tool says 0 for theil and the ratios, ours null', () => {
      const expected = vectors['[]'] as Vector
      expect([expected.theil, expected.cr1, expected.cr3, expected.gini]).toEqual([0, 0, 0, null])
      const empty = ranked([])
      expect([theil(empty), concentrationRatio(empty, 1), concentrationRatio(empty, 3), gini(empty)]).toEqual(
        [null, null, null, null],
      )
    })

    test('only zeros: that tool divides by zero, ours says null', () => {
      for (const [key, expected] of Object.entries(vectors)) {
        if (typeof expected !== 'string') continue
        expect(expected).toContain('ZeroDivisionError')
        expect(theil(ranked(JSON.parse(key) as number[]))).toBe(null)
      }
    })
  },
)

describe('figures of papers and tools', () => {
  test('gini', () => {
    expect(gini(ranked([5, 4, 3, 2, 1]))).toBeCloseTo(0.26667, 5)
    expect(gini(ranked([368, 156, 20, 7, 10, 49, 22, 1]))).toBeCloseTo(0.67792, 5)
  })
  test('hhi, shannon, theil', () => {
    expect(hhi(ranked([8, 6, 3, 3]))).toBeCloseTo(2950, 9)
    expect(shannonEntropy(ranked([3, 2, 1]))).toBeCloseTo(1.459, 3)
    expect(theil(ranked([432, 0, 0, 0]))).toBeCloseTo(1.386, 3)
  })
  test('contributor absence factor: at least half', () => {
    expect(contributorAbsenceFactor(ranked([1000, 202, 90, 33, 332, 343, 42, 433]))).toBe(2)
    expect(contributorAbsenceFactor(ranked([1, 1]))).toBe(1)
  })
  test('nakamoto: strictly more than half', () => {
    expect(nakamotoCoefficient(ranked([1, 1]))).toBe(2)
  })
})

interface Published {
  holders: number
  total: string
  top1_share: number
  top10_share: number
  top100_share: number
  nakamoto_gt50: number
  gini_positive_holders: number
  hhi: number
}

const airdrop = 'tokens/torn_airdrop.csv'
describeWithData('a published airdrop, in wei', ['tokens/reference.json', airdrop], ([reference, file]) => {
  test('every figure', () => {
    const bytes = readFileSync(file as string)
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')
    const held = text.split(/\r?\n/).flatMap(line => line.match(/0x[0-9a-fA-F]{40}\D+(\d+)/)?.[1] ?? [])
    const all = ranked(held.map(BigInt))
    const published = (JSON.parse(readFileSync(reference as string, 'utf8')) as Record<string, Published>)[
      'torn_airdrop.csv (wei)'
    ] as Published
    expect(totalEntities(all)).toBe(published.holders)
    expect(all.total).toBe(BigInt(published.total))
    expect(nakamotoCoefficient(all)).toBe(published.nakamoto_gt50)
    expect(concentrationRatio(all, 1)).toBeCloseTo(published.top1_share, 15)
    expect(concentrationRatio(all, 10)).toBeCloseTo(published.top10_share, 15)
    expect(concentrationRatio(all, 100)).toBeCloseTo(published.top100_share, 15)
    expect(gini(all)).toBeCloseTo(published.gini_positive_holders, 12)
    expect((hhi(all) as number) / 10_000).toBeCloseTo(published.hhi, 14)
  })
})
