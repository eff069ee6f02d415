// One entry of an organization's log: what somebody asked or the clock brought, and everything that came of it.
import type { Payload } from '../act/act.ts'

export type Json = Payload[string]
export type JsonObject = { readonly [key: string]: Json }

/** What happened, past tense (`treasury.paid`), on the stream whose state it changes. */
export interface LogEvent {
  /** `charter`, `decision/D-17`, `treasury/account/ops`: the part before the first / names whose it is. */
  readonly stream: string
  readonly type: string
  readonly data: JsonObject
}

/** Before it has a place in the log. */
export interface Draft {
  /** A person's id; null: the clock, or the founding. */
  readonly by: string | null
  /** The command as it was accepted, without anything that belongs to a person. */
  readonly command: JsonObject
  readonly events: readonly LogEvent[]
}

export interface Entry extends Draft {
  /** From 0, without a gap, in each organization. */
  readonly seq: number
  /** UTC milliseconds; never less than that of the entry before. */
  readonly atMs: number
}

/** Where and when an event stands; given to whoever folds it. */
export interface At {
  readonly seq: number
  readonly atMs: number
}
