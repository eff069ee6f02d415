// K, K_b and N2 of one holding of power, and the score that follows from them; exact where a number decides.
import type { Powers } from '../report/report.ts'
import { descending } from './descending.ts'
import type { Rulebook } from './rulebook.ts'
import type { Holding } from './timeline.ts'

/** What it takes to decide. */
export type DecisionRule =
  /** More than `numerator/denominator` of the weight. */
  | { readonly rule: 'share'; readonly numerator: number; readonly denominator: number }
  /** `required` keys at least. */
  | { readonly rule: 'threshold'; readonly required: number }
  /** Any holder alone. */
  | { readonly rule: 'override' }

interface Counts {
  readonly K: number
  readonly K_b: number | null
  readonly N2: number
}

/** Weights, largest first, and below them `units` parties of weight 1. */
interface Spread {
  readonly weights: readonly bigint[]
  readonly units: bigint
}

/** The square of a total below this is below 2^53. */
const squaredExactly = 2 ** 26

/** Fewest parties whose weights reach `target` together; Infinity when all of them do not. */
function fewest(spread: Spread, target: bigint): number {
  if (target <= 0n) return 0
  let sum = 0n
  let count = 0
  for (const weight of spread.weights) {
    sum += weight
    count += 1
    if (sum >= target) return count
  }
  const missing = target - sum
  return missing <= spread.units ? count + Number(missing) : Number.POSITIVE_INFINITY
}

function countsOf(spread: Spread, rule: DecisionRule, blocks: boolean): Counts {
  const total = spread.weights.reduce((sum, weight) => sum + weight, spread.units)
  const float = Number(total)
  // Sums of squares of small whole numbers are exact; shares keep large ones from overflowing.
  const scale = float < squaredExactly ? 1 : float
  let squares = Number(spread.units) / scale / scale
  for (const weight of spread.weights) squares += (Number(weight) / scale) ** 2
  const N2 = (float / scale) ** 2 / squares
  if (rule.rule === 'override') return { K: 1, K_b: blocks ? 1 : null, N2 }
  // The least weight that decides; what is then missing to it from the total blocks.
  const decides =
    rule.rule === 'share'
      ? (total * BigInt(rule.numerator)) / BigInt(rule.denominator) + 1n
      : BigInt(Math.max(1, rule.required))
  const K = fewest(spread, decides > total ? total : decides)
  return { K, K_b: blocks ? fewest(spread, decides > total ? 1n : total - decides + 1n) : null, N2 }
}

/** `100 * min(1, ln(min(K, K_b, N2)) / ln(G))`, to one decimal; one party alone gives 0. */
function score(counts: Counts, G: number): number {
  const least = Math.min(counts.K, counts.K_b ?? Number.POSITIVE_INFINITY, counts.N2)
  const value = 100 * Math.min(1, Math.max(0, Math.log(least) / Math.log(G)))
  return Math.round(value * 10) / 10
}

/** Which of the three numbers is the least, and so makes the score. */
export function leastOf(powers: Pick<Powers, 'K' | 'K_b' | 'N2'>): 'K' | 'K_b' | 'N2' {
  const { K, K_b, N2 } = powers
  const least = Math.min(
    K ?? Number.POSITIVE_INFINITY,
    K_b ?? Number.POSITIVE_INFINITY,
    N2 ?? Number.POSITIVE_INFINITY,
  )
  return K === least ? 'K' : K_b === least ? 'K_b' : 'N2'
}

export const noPowers: Powers = {
  K: null,
  K_b: null,
  N2: null,
  parties: 0,
  coverage: null,
  score: null,
  low: null,
  high: null,
}

/** A holding whose weights are sorted, largest first, zeros left out: sorted once, tried many times. */
export interface Sorted {
  readonly known: readonly bigint[]
  readonly unknown: readonly bigint[]
  /** Unknown weight that may be as many parties as it has units. */
  readonly units: bigint
}

export function sortHolding(holding: Holding): Sorted {
  return {
    known: descending(holding.weights),
    unknown: descending(holding.unknown),
    units: holding.divisible.reduce((sum, weight) => sum + weight, 0n),
  }
}

/** Both lists sorted, largest first; so is the result. */
function merged(a: readonly bigint[], b: readonly bigint[]): readonly bigint[] {
  if (b.length === 0) return a
  const all: bigint[] = []
  let next = 0
  for (const weight of a) {
    while (next < b.length && (b[next] as bigint) > weight) all.push(b[next++] as bigint)
    all.push(weight)
  }
  while (next < b.length) all.push(b[next++] as bigint)
  return all
}

/**
 * The powers in one holding. Unknown weight is taken twice: as one party (`low`, which is the score, and K, K_b, N2)
 * and as one party per observation, or per unit where it is divisible (`high`). Nothing held gives nulls, never 0.
 */
export function powersOf(holding: Holding, rule: DecisionRule, blocks: boolean, book: Rulebook): Powers {
  return powersOfSorted(sortHolding(holding), rule, blocks, book)
}

export function powersOfSorted(
  { known, unknown, units }: Sorted,
  rule: DecisionRule,
  blocks: boolean,
  book: Rulebook,
): Powers {
  const knownSum = known.reduce((sum, weight) => sum + weight, 0n)
  const unknownSum = unknown.reduce((sum, weight) => sum + weight, units)
  const total = knownSum + unknownSum
  if (total === 0n) return noPowers
  const asOne = unknownSum > 0n ? merged(known, [unknownSum]) : known
  const worst = countsOf({ weights: asOne, units: 0n }, rule, blocks)
  const asMany = { weights: merged(known, unknown), units }
  const best = unknownSum > 0n ? countsOf(asMany, rule, blocks) : worst
  const low = score(worst, book.G)
  return {
    K: worst.K,
    K_b: worst.K_b,
    N2: Math.round(worst.N2 * 100) / 100,
    parties: known.length,
    coverage: Math.round((Number(knownSum) / Number(total)) * 10_000) / 10_000,
    score: low,
    low,
    high: Math.max(low, score(best, book.G)),
  }
}

/** Adds weights to the known ones. */
export function withMore(sorted: Sorted, more: readonly bigint[]): Sorted {
  return { ...sorted, known: merged(sorted.known, descending(more)) }
}
