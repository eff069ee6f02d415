// What change would raise a surface most: tries small changes on the holding itself and keeps the best for its size.
import type { Change } from '../report/report.ts'
import { type DecisionRule, powersOfSorted, type Sorted, sortHolding, withMore } from './powers.ts'
import type { Rulebook } from './rulebook.ts'
import type { Holding } from './timeline.ts'

export interface Raise {
  readonly change: Change
  readonly to: number
}

interface Trial extends Raise {
  /** How much is asked of the organization; only used to compare trials. */
  readonly effort: number
}

const shares = [1, 2, 3, 4, 5] as const
const newcomers = [1, 2, 3, 4, 5] as const
/** The holding after `people` newcomers together take `tenths` tenths of everything from all others alike. */
function spreadHolding(sorted: Sorted, total: bigint, people: number, tenths: number): Sorted {
  const keep = BigInt((10 - tenths) * people)
  const others = {
    ...sorted,
    known: sorted.known.map(weight => weight * keep),
    unknown: sorted.unknown.map(weight => weight * keep),
    units: sorted.units * keep,
  }
  return withMore(
    others,
    Array.from({ length: people }, () => total * BigInt(tenths)),
  )
}

function spreads(sorted: Sorted, rule: DecisionRule, blocks: boolean, book: Rulebook): Trial[] {
  const total = [...sorted.known, ...sorted.unknown].reduce((sum, weight) => sum + weight, sorted.units)
  return newcomers.flatMap(people =>
    shares.map(tenths => {
      const then = spreadHolding(sorted, total, people, tenths)
      const to = powersOfSorted(then, rule, blocks, book).score ?? 0
      return {
        change: { kind: 'spread', people, share: tenths / 10 } as const,
        to,
        effort: tenths * (1 + people / 4),
      }
    }),
  )
}

function signers(sorted: Sorted, required: number, blocks: boolean, book: Rulebook): Trial[] {
  const keys = Number(
    [...sorted.known, ...sorted.unknown].reduce((sum, weight) => sum + weight, sorted.units),
  )
  return [
    { more: 1, added: 0 },
    { more: 1, added: 1 },
    { more: 1, added: 2 },
    { more: 2, added: 2 },
  ]
    .filter(({ more, added }) => required + more <= keys + added)
    .map(({ more, added }) => {
      const then = withMore(
        sorted,
        Array.from({ length: added }, () => 1n),
      )
      const rule: DecisionRule = { rule: 'threshold', required: required + more }
      const to = powersOfSorted(then, rule, blocks, book).score ?? 0
      return {
        change: { kind: 'signers', required: required + more, of: keys + added } as const,
        to,
        effort: more + added,
      }
    })
}

/**
 * The change with the largest gain for what it asks; null when none of those tried gains anything. Where too much is
 * unknown, knowing it comes first: its gain is from the pessimistic end to the other.
 */
export function raiseOf(
  holding: Holding,
  rule: DecisionRule,
  blocks: boolean,
  now: { readonly score: number; readonly high: number; readonly coverage: number },
  book: Rulebook,
): Raise | null {
  if (now.coverage < book.minimumCoverage && now.high > now.score) {
    return { change: { kind: 'evidence', share: Math.round((1 - now.coverage) * 100) / 100 }, to: now.high }
  }
  if (now.score === 100) return null
  const sorted = sortHolding(holding)
  const trials: Trial[] =
    rule.rule === 'override'
      ? []
      : rule.rule === 'threshold'
        ? signers(sorted, rule.required, blocks, book)
        : spreads(sorted, rule, blocks, book)
  const worth = (trial: Trial) => (trial.to - now.score) / trial.effort
  const [best] = trials
    .filter(trial => trial.to > now.score)
    .sort((a, b) => worth(b) - worth(a) || a.effort - b.effort)
  return best ? { change: best.change, to: best.to } : null
}
