// Whether the weight that has not voted yet can still change what a vote comes to; never yes too early.
import type { Tally } from './method.ts'
import { voteOutcome } from './outcome.ts'
import { quorumOf } from './quorum.ts'
import { addRationals, compareRationals, rational } from './rational.ts'
import { baseWeight, pointsPerWeight, reaches, rivalsOf, type Support, sumOf } from './support.ts'
import { ballotsAreFinal, type VoteRule } from './vote-rule.ts'

interface Standing {
  readonly rule: VoteRule
  readonly eligible: { readonly weight: bigint }
  readonly tally: Tally
  /** Weight that may still be cast. */
  readonly remaining: bigint
  readonly against: number | null
}

/**
 * True where, however `remaining` is cast (whole units, several ballots, not at all), it stays the same whether the vote passes
 * and, if it does, what. Only where ballots are final. Exact for single choice, approval, weighted and score as far as weight can
 * be split into units; for the others sound: it may say false although nothing can change.
 *
 * `soFar` counts everybody who voted with the own weight alone: what was delegated to them is part of `remaining`, for whoever
 * delegated may still vote, or revoke.
 */
export function cannotChange(
  rule: VoteRule,
  eligible: { readonly weight: bigint },
  soFar: Tally,
  remaining: bigint,
  against: number | null,
): boolean {
  if (remaining < 0n || soFar.counted.weight + soFar.abstained.weight + remaining > eligible.weight) {
    throw new RangeError('What remains is not negative, and with what was cast not more than may vote')
  }
  if (!ballotsAreFinal(rule)) return false
  const standing = { rule, eligible, tally: soFar, remaining, against }
  const { passed, winner } = voteOutcome(rule, eligible, soFar, against)
  return passed && winner !== null ? staysPassed(standing, winner) : cannotPass(standing)
}

/** The quorum is there and more ballots do not take it away, so it is about winning and the threshold. */
function staysPassed(standing: Standing, winner: number): boolean {
  return staysAhead(standing, winner) && reaches(standing.rule, leastSupport(standing, winner))
}

function cannotPass(standing: Standing): boolean {
  const { rule, eligible, tally, remaining, against } = standing
  if (!quorumOf(rule, eligible, withMore(tally, remaining)).reached) return true
  if (against !== null && staysAhead(standing, against)) return true
  return tally.scores.every((_, option) => option === against || !couldPass(standing, option))
}

/** The winner whatever comes: all that remains goes to the strongest rival. */
function staysAhead({ rule, tally, remaining }: Standing, option: number): boolean {
  const { duels, rounds, scores } = tally
  if (duels !== undefined) {
    return duels.every(
      (row, rival) => rival === option || preferring(duels, option, rival) > (row[option] ?? 0n) + remaining,
    )
  }
  if (rule.method === 'instant-runoff') {
    return 2n * firstChoices(rounds, option) > tally.counted.weight + remaining
  }
  const gain = rational(remaining * pointsPerWeight(rule))
  const own = scores[option] ?? rational(0n)
  return scores.every(
    (score, rival) => rival === option || compareRationals(own, addRationals(score, gain)) > 0,
  )
}

/** No way of casting the rest gives it less. */
function leastSupport({ rule, eligible, tally, remaining, against }: Standing, option: number): Support {
  const { duels, scores } = tally
  if (duels !== undefined) return worstDuel(rule, duels, option, against, { for: 0n, other: remaining })
  const of = rational(baseWeight(rule, eligible, withMore(tally, remaining)) * pointsPerWeight(rule))
  if (rule.method === 'instant-runoff') return { has: rational(firstChoices(tally.rounds, option)), of }
  const has = scores[option] ?? rational(0n)
  if (rule.method !== 'quadratic') return { has, of }
  // A unit of weight gives at most one effective vote to each option.
  return { has, of: addRationals(sumOf(scores), rational(remaining * BigInt(scores.length))) }
}

/** All that remains goes to this option alone, which is the most that can be done for it. */
function couldPass({ rule, eligible, tally, remaining, against }: Standing, option: number): boolean {
  const { duels, scores } = tally
  if (duels !== undefined) {
    return reaches(rule, worstDuel(rule, duels, option, against, { for: remaining, other: 0n }))
  }
  if (rule.method === 'instant-runoff') return true
  const gain = rational(remaining * pointsPerWeight(rule))
  const has = addRationals(scores[option] ?? rational(0n), gain)
  const ahead = scores.every((score, rival) => rival === option || compareRationals(has, score) > 0)
  const more = withMore(tally, remaining)
  const of =
    rule.method === 'quadratic'
      ? addRationals(sumOf(scores), gain)
      : rational(baseWeight(rule, eligible, more) * pointsPerWeight(rule))
  return ahead && reaches(rule, { has, of })
}

/** The first duel that fails the threshold once the rest is shared so, or any. */
function worstDuel(
  rule: VoteRule,
  duels: NonNullable<Tally['duels']>,
  option: number,
  against: number | null,
  more: { readonly for: bigint; readonly other: bigint },
): Support {
  const supports = rivalsOf(duels.length, option, against).map(rival => {
    const has = preferring(duels, option, rival) + more.for
    return { has: rational(has), of: rational(has + preferring(duels, rival, option) + more.other) }
  })
  const all = { has: rational(1n), of: rational(1n) }
  return supports.find(support => !reaches(rule, support)) ?? supports[0] ?? all
}

const preferring = (duels: NonNullable<Tally['duels']>, option: number, rival: number): bigint =>
  duels[option]?.[rival] ?? 0n

/** In a run-off nobody loses a first choice, and who has most of all of them wins. */
const firstChoices = (rounds: Tally['rounds'], option: number): bigint => rounds?.[0]?.weights[option] ?? 0n

function withMore(tally: Tally, weight: bigint): Pick<Tally, 'counted' | 'abstained'> {
  const { ballots, weight: counted } = tally.counted
  return { counted: { ballots, weight: counted + weight }, abstained: tally.abstained }
}
