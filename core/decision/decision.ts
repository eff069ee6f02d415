// A decision: how one act is being decided. The state of the stream `decision/D-n`; ballots stand beside it.
import type { Act } from '../act/act.ts'
import type { Group } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'
import type { Stage } from '../stage/stage.ts'

/** In the order in which a decision can pass through them; what a rule does not ask for is left out. */
export const openPhases = [
  'advice',
  'answer',
  'approvals',
  'consent',
  'vote',
  'veto',
  'delay',
  'blocked',
  'paused',
] as const
export const closedPhases = ['executed', 'rejected', 'vetoed', 'stopped', 'cancelled', 'expired'] as const
export type OpenPhase = (typeof openPhases)[number]
export type Phase = OpenPhase | (typeof closedPhases)[number]

export interface Said {
  readonly person: string
  readonly reason: string
  readonly atMs: number
}

/** A vote that is over: what it came to, in numbers that anybody can add up again. */
export interface VoteResult {
  readonly passed: boolean
  /** passed, no_quorum, below_threshold, tie, no_ballots, rejected. */
  readonly reason: string
  readonly winner: number | null
  readonly ranking: readonly (readonly number[])[]
  /** Per option, an exact fraction `n` or `n/d`. */
  readonly scores: readonly string[]
  readonly counted: { readonly ballots: number; readonly weight: string }
  readonly abstained: { readonly ballots: number; readonly weight: string }
  readonly invalid: { readonly ballots: number; readonly weight: string }
  /** Weight that took part, delegated weight included, of the eligible weight. */
  readonly taking: string
  readonly eligible: { readonly members: number; readonly weight: string }
}

export interface OpenVote {
  readonly group: string
  readonly opensMs: number
  readonly closesMs: number
  readonly extensions: number
  readonly eligible: { readonly members: number; readonly weight: string }
  /** The drawn jury, where the group is one. */
  readonly jury: readonly string[] | null
  /** People who have a ballot in it; the ballots themselves stand beside the state. */
  readonly ballots: number
}

export interface DecisionState {
  readonly id: string
  readonly act: Act
  readonly class: string
  readonly stage: Stage
  /** For a move: what is being changed decides the rule, not a class. */
  readonly isMove: boolean
  /** As they stood at the opening; a decision keeps the rule it started with. */
  readonly rule: Rule
  readonly groups: Readonly<Record<string, Group>>
  /** Entries before the opening: membership and weights are read as of here. */
  readonly openedSeq: number
  readonly openedMs: number
  /** What a vote chooses between: `for` and `against`; `0`, `1` ... of the payloads and `none`; or the act's own options. */
  readonly options: readonly string[]
  /** The option that says no; null: an election. */
  readonly against: number | null
  /** Drawn at the opening, by group: the juries that the rule names. */
  readonly juries: Readonly<Record<string, readonly string[]>>
  /** The public value that they were drawn by, so that anybody can draw them again; null: there is no jury. */
  readonly draw: string | null
  readonly phase: Phase
  /** When the clock moves it on; null: closed, or only people can. */
  readonly dueMs: number | null
  readonly vote: OpenVote | null
  readonly advice: VoteResult | null
  readonly answer: Said | null
  readonly approvals: readonly { readonly person: string; readonly atMs: number }[]
  readonly declines: readonly Said[]
  readonly objections: readonly Said[]
  readonly result: VoteResult | null
  readonly vetoes: readonly Said[]
  readonly pauses: readonly Said[]
  /** What goes on when the pause lapses; null: not paused. One pause a decision. */
  readonly paused: {
    readonly phase: OpenPhase
    readonly leftMs: number
    /** The vote that was halted. */
    readonly vote: OpenVote | null
  } | null
  readonly ratification: VoteResult | null
  /** Why the last execution was refused. */
  readonly refusal: { readonly code: string; readonly reason: string } | null
  readonly closedMs: number | null
  /** Why it ended as it did; a cancellation's or rejection's own words. */
  readonly closing: Said | null
}
