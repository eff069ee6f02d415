// Whether enough weight takes part in a vote, and how late that was: a last-minute quorum moves the close.
import type { Tally } from './method.ts'
import { shareOf, type VoteRule } from './vote-rule.ts'

export interface Quorum {
  /** Weight that takes part: what is counted, and what abstains where the rule says so. Invalid ballots do not. */
  readonly has: bigint
  /** The least weight that suffices: the rule's share of the eligible weight, rounded up. */
  readonly needs: bigint
  readonly reached: boolean
}

export function quorumOf(
  rule: Pick<VoteRule, 'quorum' | 'abstentionsCount'>,
  eligible: { readonly weight: bigint },
  tally: Pick<Tally, 'counted' | 'abstained'>,
): Quorum {
  const { numerator, denominator } = shareOf(rule.quorum)
  const needs = (eligible.weight * numerator + denominator - 1n) / denominator
  const has = tally.counted.weight + (rule.abstentionsCount ? tally.abstained.weight : 0n)
  return { has, needs, reached: has >= needs }
}

/** UTC milliseconds. */
export interface Closing {
  readonly closesMs: number
  /** How often it has been put off. */
  readonly extensions: number
}

/**
 * When a vote whose time has come closes instead; null: now. It is put off where the quorum was missing at `lastMs` before
 * the close and is there at the close, so that whoever lets it come about at the last minute leaves time to answer.
 * `reachedBy` says whether the ballots that had been cast by a time (that moment included) make the quorum.
 */
export function extendedClose(
  rule: Pick<VoteRule, 'extension'>,
  { closesMs, extensions }: Closing,
  reachedBy: (atMs: number) => boolean,
): Closing | null {
  const { extension } = rule
  if (extension === null || extensions >= extension.atMost) return null
  if (!reachedBy(closesMs) || reachedBy(closesMs - extension.lastMs)) return null
  return { closesMs: closesMs + extension.byMs, extensions: extensions + 1 }
}
