// The one door: a command in, and the one entry that comes of it, or a refusal. Pure, and the only place that knows who may.
import type { DecisionState, Phase, VoteResult } from '../decision/decision.ts'
import type { At, Draft, LogEvent } from '../log/entry.ts'
import type { Result } from '../refusal.ts'
import type { Books, Now } from './books.ts'
import type { Command, Tick } from './command.ts'

export interface Handled {
  readonly draft: Draft
  /** Texts that the events name by CID. */
  readonly documents: Readonly<Record<string, string>>
  readonly answer: Answered
}

export type Answered =
  | { readonly outcome: 'executed' }
  | {
      readonly outcome: 'opened' | 'taken'
      readonly decision: string
      readonly phase: Phase
      readonly dueMs: number | null
    }
  | { readonly outcome: 'noted' }

export interface Kernel {
  /**
   * `by` is already known to be that person (null: the clock); what they may is settled here and nowhere else.
   * Throws `NotAtHand` for what the books do not hold yet. A refusal appends nothing.
   */
  handle(command: Command | Tick, by: string | null, books: Books, now: Now): Result<Handled>
  /** The next state of the event's stream. */
  evolve(state: unknown, event: LogEvent, at: At): unknown
  /** What `handle` would do with this act and why, without doing it: for a form that says beforehand how it will be decided. */
  foresee(command: Command, by: string, books: Books, now: Now): Result<Foreseen>
  /** What the vote that is open would come to if it closed now; null: none is open. */
  soFar(state: DecisionState, books: Books, now: Now): VoteResult | null
  /** Somebody's own weight in the vote that is open, as of the opening; 0n: not eligible, or none is open. */
  weightIn(state: DecisionState, person: string, books: Books): bigint
}

export interface Foreseen {
  readonly class: string
  readonly stage: 0 | 1 | 2 | 3 | 4
  readonly outcome: 'executed' | 'opened'
  /** A move is decided by what it changes and by no class. */
  readonly isMove: boolean
  readonly direction: 'forward' | 'back' | 'sideways' | 'mixed' | null
  /** The steps that follow, with the group that takes part in each and how long it lasts. */
  readonly steps: readonly { readonly phase: Phase; readonly group: string | null; readonly ms: number }[]
}
