// The contract by which a capability plugs in. It declares acts, how its state folds events, its tables, measures and
// views; it never asks who may do what: only the rule knows.
import type { z } from 'zod'
import type { Act, Payload } from './act/act.ts'
import type { Books, Now } from './kernel/books.ts'
import type { At, JsonObject, LogEvent } from './log/entry.ts'
import type { Result } from './refusal.ts'

export interface Executing {
  readonly act: Act
  readonly books: Books
  readonly now: Now
  /** The decision that allowed it; null: done at once. */
  readonly decision: string | null
  /** Tiers of options, best first, where the act names its own options. */
  readonly ranking: readonly (readonly number[])[] | null
}

export interface ActType {
  /** Imperative: `treasury.pay`. */
  readonly type: string
  /** One line for a form's head and the command line. */
  readonly summary: string
  /** The act in a few words, made of its payload: `Pay 4,000.00 EUR to Hetzner`. */
  readonly title?: (payload: Payload) => string
  /** Strict; what it describes of each field is what a form says beside it. */
  readonly payload: z.ZodType<Payload, Payload>
  /** Where it can be sent: in any unit, or only as an act of the organization. */
  readonly where: 'unit' | 'organization' | 'anywhere'
  /** Harm of a wrong one, 1-1000: proposed when a class is made of it. */
  readonly consequence: number
  /** An election's options in place of for and against. */
  readonly options?: (payload: Payload) => readonly string[]
  /** Pure: what happens, or why it cannot. Also asked when the act is sent, so that a hopeless decision never opens. */
  readonly execute: (executing: Executing) => Result<Execution>
}

export interface Execution {
  /** On the capability's own streams, and on `standing` where it grants those. */
  readonly events: readonly LogEvent[]
  /** Texts that the events name by CID, kept beside the log. */
  readonly documents?: Readonly<Record<string, string>>
}

/** Of each type of event (`treasury.paid`) what its data say: strict, plain JSON, described for whoever reads the log. */
export type EventSchemas = Readonly<Record<string, z.ZodType>>

/** How the state of one kind of stream folds its events. Total: an event that was accepted once always folds. */
export interface StreamType<S = unknown> {
  /** `treasury/account`: streams are `<kind>/<id>`, or `<kind>` alone. */
  readonly kind: string
  /** All that can happen on it. Published; what stood in a log once stays valid for ever. */
  readonly events: EventSchemas
  /** Answers the next state, never changing the one given; null: nothing happened yet. */
  readonly evolve: (state: S | null, event: LogEvent, at: At) => S
}

export type ColumnKind = 'text' | 'whole' | 'flag' | 'json'

/** A table made from the log alone; the server keeps it and can make it anew at any time. */
export interface TableType {
  /** `treasury_postings`. */
  readonly name: string
  /** Without the organization's id, which leads every table. `whole`: any size, as decimal text. */
  readonly columns: Readonly<Record<string, ColumnKind>>
  readonly key: readonly string[]
  readonly indexes?: readonly (readonly string[])[]
  /** The rows that one event writes (whole rows by key) or removes. Pure. */
  readonly rows: (event: LogEvent, at: At) => readonly RowChange[]
}
export type RowChange = { readonly set: JsonObject } | { readonly remove: JsonObject }

/** A question about its tables: filters by equality, newest key first unless it says otherwise. */
export interface ViewType {
  /** `treasury.payments`. */
  readonly name: string
  readonly summary: string
  readonly table: string
  /** Columns that a caller may ask by. */
  readonly by: readonly string[]
  readonly order: readonly { readonly column: string; readonly descending: boolean }[]
}

/** A fact about who exercised control, for the measured side; null: this event says nothing about that. */
export interface MeasureType {
  /** The kind of observation: `payment.sent`. */
  readonly kind: string
  readonly of: (event: LogEvent) => {
    readonly about: string
    readonly amount: bigint
    readonly asset: string
    readonly decimals: number
  } | null
}

export interface Capability {
  /** `treasury`; leads its act types, streams and views. */
  readonly name: string
  readonly acts: readonly ActType[]
  /** Whether its events may say who is a member, who has which role, balance, score or seat (`standing.set`), who is erased. */
  readonly grants: boolean
  readonly streams: readonly StreamType<never>[]
  readonly tables: readonly TableType[]
  readonly views: readonly ViewType[]
  readonly measures: readonly MeasureType[]
}
