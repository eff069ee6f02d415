// Counts a vote by any method, in one pass over its ballots; the one list of methods.
import { ballotReader } from './ballot-reader.ts'
import { copeland } from './copeland.ts'
import type { Counted, Counting } from './count.ts'
import { instantRunoff } from './instant-runoff.ts'
import type { Amount, Ballot, Method, Tally } from './method.ts'
import { quadratic } from './quadratic.ts'
import { optionsUpTo } from './ranking.ts'
import { schulze } from './schulze.ts'
import { score } from './score.ts'
import { type Settings, validSettings } from './settings.ts'
import { sumOfWeights } from './sum-of-weights.ts'
import { weighted } from './weighted.ts'

export const countings: Readonly<Record<Method, Counting>> = {
  'single-choice': sumOfWeights,
  approval: sumOfWeights,
  weighted,
  quadratic,
  score,
  'instant-runoff': instantRunoff,
  schulze,
  copeland,
}

const nothing = (): { -readonly [key in keyof Amount]: Amount[key] } => ({ ballots: 0, weight: 0n })

/**
 * The result of a vote: the same in any order of ballots. docs/methods.md says what each method makes of ties, empty
 * and invalid ballots. Settings that `validSettings` refuses and weights below 0 are broken invariants and throw.
 *
 * @param options how many there are
 * @param ballots read once; an iterable, so that a million of them need not lie in memory twice
 */
export function tally(
  method: Method,
  options: number,
  ballots: Iterable<Ballot>,
  settings: Settings = {},
): Tally {
  const valid = validSettings(method, options, settings)
  if (!valid.ok) throw new RangeError(valid.refusal.reason)
  const reader = ballotReader(method, options, settings)
  const count = countings[method](options, settings)
  const [counted, abstained, invalid] = [nothing(), nothing(), nothing()]
  for (const { weight, choice } of ballots) {
    if (weight < 0n) throw new RangeError('a weight below 0')
    const reading = reader.read(choice)
    const amount = reading === 'counts' ? counted : reading === 'abstains' ? abstained : invalid
    amount.ballots += 1
    amount.weight += weight
    if (reading === 'counts') count.take(reader.marks, weight)
  }
  return concluded(method, options, count.result(), { counted, abstained, invalid })
}

type Amounts = Pick<Tally, 'counted' | 'abstained' | 'invalid'>

/** Who won, of what a method counted. */
export function concluded(method: Method, options: number, result: Counted, amounts: Amounts): Tally {
  // Without weight nothing was decided, not even between an only option and none.
  const ranking = amounts.counted.weight === 0n ? [optionsUpTo(options)] : result.ranking
  const best = ranking[0] ?? []
  const winner = amounts.counted.weight > 0n && best.length === 1 ? (best[0] as number) : null
  return { method, ...result, ranking, winner, ...amounts }
}
