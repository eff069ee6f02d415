// What the thread that reads a source and the thread that stores it say to each other.
import type { GovernedUnit, Source } from '@equalizer/core'
import type { Account, Noted, PlainFacts, RefusedRow } from '@equalizer/evidence'
import type { Cell } from './observation-row.ts'

/** What a reading is begun with. */
export interface ReadingTask {
  readonly organization: string
  /** Under which the rows are stored when it is read from the beginning. */
  readonly importId: string
  readonly source: Source
  /** Absolute, checked. */
  readonly path: string
  /** Of an upload's bytes; null: to be found out. */
  readonly sha256: string | null
  /** Of the reading that counts now: when it is still the same, there is nothing to read. */
  readonly unchanged: string | null
  /** Of the reading that was broken off, and how many rows of it are stored. */
  readonly resumes: BrokenOff | null
}

export interface BrokenOff {
  readonly importId: string
  readonly fingerprint: string
  readonly rows: number
}

export interface ReadingAccount extends Account {
  readonly kinds: readonly { readonly kind: string; readonly observations: number }[]
  /** Of the organization's own log: its units with rules of their own. */
  readonly governed?: readonly GovernedUnit[]
}

/** As it lies in the store: readings from before facts were kept have only sentences. */
export interface StoredAccount extends Omit<ReadingAccount, 'noted' | 'refusals'> {
  readonly noted?: readonly Noted[]
  readonly refusals: readonly (Omit<RefusedRow, 'facts'> & { readonly facts?: PlainFacts })[]
}

export interface ReadingEnd {
  readonly account: ReadingAccount
  readonly observations: number
  readonly firstMs: number | null
  readonly lastMs: number | null
}

export type FromReader =
  | { readonly is: 'unchanged' }
  /** `kept`: rows that are stored already and do not come again; 0: it begins anew, under the fresh id. */
  | {
      readonly is: 'begun'
      readonly importId: string
      readonly fingerprint: string
      readonly bytes: number | null
      readonly kept: number
    }
  | { readonly is: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly is: 'rows'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly is: 'claims'; readonly rows: readonly (readonly Cell[])[] }
  | ({ readonly is: 'end' } & ReadingEnd)
  | {
      readonly is: 'refused'
      readonly refusal: Noted & { readonly reason: string }
      readonly account: ReadingAccount
    }

/** `more`: one batch is stored, another may come; `stop`: nothing is wanted any more. */
export type ToReader =
  | { readonly is: 'read'; readonly task: ReadingTask }
  | { readonly is: 'more' }
  | { readonly is: 'stop' }

/** Batches of rows that may be on their way at a time. */
export const batchesAhead = 2

export const claimColumns = ['organization_id', 'import_id', 'row', 'a', 'b', 'rule', 'detail'] as const
