// What a vote comes to: whether something passed, what, and by which of quorum, tie and threshold it failed.
import type { Tally } from './method.ts'
import { type Quorum, quorumOf } from './quorum.ts'
import { reaches, type Support, supportOf } from './support.ts'
import type { VoteRule } from './vote-rule.ts'

export interface VoteOutcome {
  readonly passed: boolean
  /** The method's single best option, whether or not it passed. */
  readonly winner: number | null
  readonly ranking: Tally['ranking']
  readonly reason: 'passed' | 'no_ballots' | 'no_quorum' | 'tie' | 'rejected' | 'below_threshold'
  readonly quorum: Quorum
  /** What the winner has behind it; null without a winner. */
  readonly support: Support | null
}

/**
 * `eligible` is the weight of all who may vote, fixed when it opened; `against` the option that says no ("against", "none of
 * these"), null in an election. Reasons in this order: `no_ballots` (no weight said anything), `no_quorum`, `tie` (at the
 * top; a tie never passes), `rejected` (no won), `below_threshold`.
 */
export function voteOutcome(
  rule: VoteRule,
  eligible: { readonly weight: bigint },
  tally: Tally,
  against: number | null,
): VoteOutcome {
  assertFits(rule, eligible, tally, against)
  const { winner, ranking } = tally
  const quorum = quorumOf(rule, eligible, tally)
  const support = winner === null ? null : supportOf(rule, eligible, tally, winner, against)
  const reason = (): VoteOutcome['reason'] => {
    if (tally.counted.weight === 0n) return 'no_ballots'
    if (!quorum.reached) return 'no_quorum'
    if (winner === null || support === null) return 'tie'
    if (winner === against) return 'rejected'
    return reaches(rule, support) ? 'passed' : 'below_threshold'
  }
  const because = reason()
  return { passed: because === 'passed', winner, ranking, reason: because, quorum, support }
}

function assertFits(
  rule: VoteRule,
  eligible: { readonly weight: bigint },
  { method, counted, abstained, scores }: Tally,
  against: number | null,
): void {
  if (method !== rule.method) throw new RangeError(`A vote by ${rule.method} was tallied by ${method}`)
  if (counted.weight + abstained.weight > eligible.weight) {
    throw new RangeError('More weight took part than may vote')
  }
  if (against !== null && scores[against] === undefined) {
    throw new RangeError('The option against is not one of the options')
  }
}
