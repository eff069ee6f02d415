// What a decision may read. Reading is synchronous; what is not at hand is named, fetched by the shell, and the whole
// question asked again: everything in core is pure, so asking twice changes nothing.
import type { Group, StandingKey } from '../rule/group.ts'
import type { Choice } from '../voting/method.ts'

/** One ballot as it stands; a later one of the same person in the same phase takes its place. */
export interface CastBallot {
  readonly person: string
  readonly choice: Choice
  /** Own weight as of the opening, without what is delegated. */
  readonly weight: bigint
  /** When this person first cast one in this phase: an extension asks whether the quorum came at the last minute. */
  readonly firstMs: number
}

export type Need =
  | { readonly kind: 'stream'; readonly stream: string }
  | { readonly kind: 'standing'; readonly key: StandingKey; readonly person: string; readonly seq: number }
  | { readonly kind: 'eligible'; readonly group: Group; readonly seq: number; readonly atMs: number }
  | { readonly kind: 'pool'; readonly group: Group; readonly seq: number; readonly atMs: number }
  | { readonly kind: 'ballots'; readonly decision: string; readonly phase: BallotPhase }
  | {
      readonly kind: 'ballot'
      readonly decision: string
      readonly phase: BallotPhase
      readonly person: string
    }
  | ({ readonly kind: 'delegations' } & DelegationsAsked)
  | { readonly kind: 'measure'; readonly unit: string }
  | { readonly kind: 'document'; readonly cid: string }

/** For one class, at one moment, with the weights that its givers have in one group. */
export interface DelegationsAsked {
  readonly unit: string
  readonly class: string
  /** Given at or before this time and not revoked or replaced by then (UTC milliseconds). */
  readonly inForceMs: number
  /** Whose weights, and as of when: as in `eligible`. */
  readonly group: Group
  readonly seq: number
  readonly atMs: number
}

export interface WeightedDelegation {
  readonly from: string
  readonly to: string
  /** The giver's own weight in the group; 0n: no member of it, and hands on only what comes along. */
  readonly weight: bigint
}

/** A decision may ask for ballots up to three times. */
export type BallotPhase = 'advice' | 'vote' | 'ratify'

/** Thrown by `Books` for what was not fetched yet; only the shell that fetches catches it. */
export class NotAtHand extends Error {
  readonly need: Need
  constructor(need: Need) {
    super(`not at hand: ${JSON.stringify(need)}`)
    this.need = need
  }
}

/** What the evidence says of a unit. */
export interface Measured {
  /** 0-100; null: unknown. */
  readonly score: number | null
  readonly proven: boolean
}

/** All of these throw `NotAtHand` for what has not been fetched. `seq`: as of when the log was so many entries long. */
export interface Books {
  /** The folded state of a stream; null: nothing happened on it yet. */
  stream(stream: string): unknown
  /** 0n: has none. */
  standing(key: StandingKey, person: string, seq: number): bigint
  /** Members and their whole weight. */
  eligible(group: Group, seq: number, atMs: number): { readonly members: number; readonly weight: bigint }
  /** Every member of a group, in any order; only for drawing a jury and for groups below `limits.poolMembers`. */
  pool(group: Group, seq: number, atMs: number): readonly string[]
  ballots(decision: string, phase: BallotPhase): readonly CastBallot[]
  /** One person's; null: has none yet. Casting one must not read all of them. */
  ballot(decision: string, phase: BallotPhase, person: string): CastBallot | null
  /** The most specific of each person that counts for this class. */
  delegations(asked: DelegationsAsked): readonly WeightedDelegation[]
  measure(unit: string): Measured | null
  /** A text kept beside the log; null: there is none of this CID. */
  document(cid: string): string | null
}

/** Passed in with every command: where the log stands, what time it is, and the next draw. */
export interface Now {
  /** Entries in the log, so that the next entry's seq is this. */
  readonly seq: number
  /** UTC milliseconds, never less than the newest entry's. */
  readonly atMs: number
  /** The next value of the published chain of draws (hex), used where a jury is drawn; null: none can be drawn. */
  readonly draw: string | null
}
