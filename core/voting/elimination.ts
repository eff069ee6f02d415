// Who goes out of an instant run-off next, told by the votes and not by the order of ballots or of options.
import { compareAmounts, tiersBy } from './ranking.ts'
import type { Settings } from './settings.ts'

/** Weight per option in one round; null for one already out. */
export type RoundWeights = readonly (bigint | null)[]

const weightIn = (round: RoundWeights, option: number) => round[option] ?? 0n

/** Tiers still in, lowest first. */
export function tiersUpwards(round: RoundWeights): number[][] {
  const left = round.flatMap((weight, option) => (weight === null ? [] : [option]))
  return tiersBy(left, option => weightIn(round, option), compareAmounts)
}

/** Numbers of tiers from the bottom that, all their votes put together, stay below the tier above them. */
function safeCuts(tiers: readonly (readonly number[])[], round: RoundWeights): number[] {
  const cuts: number[] = []
  let below = 0n
  for (const [i, tier] of tiers.entries()) {
    const weight = weightIn(round, tier[0] as number)
    if (i > 0 && below < weight) cuts.push(i)
    below += weight * BigInt(tier.length)
  }
  return cuts
}

/** Of options tied now, those with the least in the latest earlier round that tells them apart, and so on backwards. */
function leastBefore(tied: readonly number[], earlier: readonly RoundWeights[]): readonly number[] {
  return earlier.reduceRight<readonly number[]>((left, round) => {
    const least = left.map(option => weightIn(round, option)).reduce((a, b) => (a < b ? a : b))
    return left.filter(option => weightIn(round, option) === least)
  }, tied)
}

/** Weight that prefers each of a few options over each other of them, in their order. */
export type DuelsAmong = (options: readonly number[]) => readonly (readonly bigint[])[]

/** Of the tied, those that win the fewest duels among themselves; again among those, while that tells some apart. */
function leastInDuels(tied: readonly number[], duelsAmong: DuelsAmong): readonly number[] {
  if (tied.length === 1) return tied
  const duels = duelsAmong(tied)
  const points = duels.map((row, i) =>
    row.reduce((sum, pro, j) => sum + compareAmounts(pro, duels[j]?.[i] ?? 0n), 0),
  )
  const least = Math.min(...points)
  const left = tied.filter((_, i) => points[i] === least)
  return left.length === tied.length ? left : leastInDuels(left, duelsAmong)
}

/**
 * The options that go out, or null where nothing tells those at the bottom apart. In this order:
 * a batch that cannot catch up (where the rule asks for batches); the lowest, if it is one; the smallest group at the
 * bottom that cannot catch up even together, which cannot change who wins; of the tied, the lowest in earlier rounds,
 * latest first; of those, the one that loses to the others in direct comparison; the last by lot, where one was drawn.
 */
export function nextOut(
  round: RoundWeights,
  earlier: readonly RoundWeights[],
  duelsAmong: DuelsAmong,
  settings: Settings,
): readonly number[] | null {
  const tiers = tiersUpwards(round)
  const cuts = safeCuts(tiers, round)
  if (settings.elimination === 'batch' && cuts.length > 0) return tiers.slice(0, cuts.at(-1)).flat()
  const lowest = tiers[0] ?? []
  if (lowest.length === 1) return lowest
  if (cuts.length > 0) return tiers.slice(0, cuts[0]).flat()
  const tied = leastInDuels(leastBefore(lowest, earlier), duelsAmong)
  if (tied.length === 1) return tied
  const last = settings.lot?.findLast(option => tied.includes(option))
  return last === undefined ? null : [last]
}
