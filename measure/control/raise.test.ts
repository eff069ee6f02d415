// The change that is named gives the score that is named, whatever is held: tried on the holding itself.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { type DecisionRule, powersOf } from './powers.ts'
import { raiseOf } from './raise.ts'
import { rulebook } from './rulebook.ts'
import type { Holding } from './timeline.ts'

const weights = fc.array(fc.bigInt({ min: 1n, max: 60n }), { minLength: 1, maxLength: 14 })
const unknown = fc.array(fc.bigInt({ min: 1n, max: 40n }), { maxLength: 4 })
const shareRule = fc.constantFrom<DecisionRule>(
  { rule: 'share', numerator: 1, denominator: 2 },
  { rule: 'share', numerator: 2, denominator: 3 },
  { rule: 'share', numerator: 1, denominator: 5 },
)

function holding(
  known: readonly bigint[],
  dark: readonly bigint[] = [],
  divisible: readonly bigint[] = [],
): Holding {
  const observations = known.length + dark.length + divisible.length
  return { parties: [...known.keys()], weights: known, unknown: dark, divisible, observations }
}

function named(held: Holding, rule: DecisionRule, blocks: boolean) {
  const { score, high, coverage } = powersOf(held, rule, blocks, rulebook)
  const now = { score: score ?? 0, high: high ?? 0, coverage: coverage ?? 0 }
  return { now, raise: raiseOf(held, rule, blocks, now, rulebook) }
}

test('a spread: newcomers who together take the share from all alike; evidence: everybody unknown is another', () => {
  fc.assert(
    fc.property(weights, unknown, unknown, shareRule, fc.boolean(), (known, dark, many, rule, blocks) => {
      const { now, raise } = named(holding(known, dark, many), rule, blocks)
      if (!raise) return
      expect(raise.to).toBeGreaterThan(now.score)
      if (raise.change.kind === 'evidence') {
        const units = many.flatMap(weight => Array.from({ length: Number(weight) }, () => 1n))
        const then = powersOf(holding([...known, ...dark, ...units]), rule, blocks, rulebook)
        expect(then.score).toBe(raise.to)
        expect(Math.abs(raise.change.share - (1 - now.coverage))).toBeLessThan(0.0051)
        return
      }
      if (raise.change.kind !== 'spread') throw new Error('Another kind of change')
      const { people, share } = raise.change
      const taken = BigInt(Math.round(share * 10))
      const total = [...known, ...dark, ...many].reduce((sum, weight) => sum + weight, 0n)
      // In tenths of a share for each newcomer, so that all stay whole numbers.
      const left = (weight: bigint) => weight * (10n - taken) * BigInt(people)
      const newcomers = Array.from({ length: people }, () => total * taken)
      const then = holding([...known.map(left), ...newcomers], dark.map(left), many.map(left))
      expect(powersOf(then, rule, blocks, rulebook).score).toBe(raise.to)
    }),
    { numRuns: 1_000 },
  )
})

test('signers: the same keys and new ones by new parties, under the higher threshold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 3n }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (keys, required, blocks) => {
        const all = Number(keys.reduce((sum, weight) => sum + weight, 0n))
        fc.pre(required <= all)
        const { raise } = named(holding(keys), { rule: 'threshold', required }, blocks)
        if (!raise) return
        if (raise.change.kind !== 'signers') throw new Error('Another kind of change')
        const more = Array.from({ length: raise.change.of - all }, () => 1n)
        const rule: DecisionRule = { rule: 'threshold', required: raise.change.required }
        expect(powersOf(holding([...keys, ...more]), rule, blocks, rulebook).score).toBe(raise.to)
      },
    ),
    { numRuns: 1_000 },
  )
})
