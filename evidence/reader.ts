// The contract between a source's reader and everything that reads sources: batches of observations out, rows accounted.

import type { Fact, Refusal, Source } from '@equalizer/core'
import type { Actor, Observation } from '@equalizer/measure'

/** Where a row stands in its file; line and column count from 1, column is a name or a number. */
export interface Place {
  readonly file: string
  readonly line: number | null
  readonly column: string | number | null
}

/** Facts as they are stored and sent: JSON has no bigint. */
export type PlainFacts = Readonly<Record<string, Exclude<Fact, bigint>>>

/** `code` and `facts` are what any language makes its own sentence of; `facts.what` tells apart what one code says. */
export interface Noted {
  readonly code: string
  readonly facts: PlainFacts
}

export interface RefusedRow extends Place, Noted {
  readonly reason: string
}

/** What a run says at its end: every row is read and then either used, passed over on purpose, or refused. */
export interface Account {
  readonly rowsRead: number
  readonly rowsUsed: number
  /** Rows that are well-formed and carry nothing for us (an event kind that is not measured), by reason. */
  readonly passedOver: Readonly<Record<string, number>>
  readonly rowsRefused: number
  readonly refusedByCode: Readonly<Record<string, number>>
  /** The first `limits.refusalsKept`, with their places. */
  readonly refusals: readonly RefusedRow[]
  /** What the reader had to assume, one sentence each. */
  readonly notes: readonly string[]
  /** The same as codes and facts, one for each sentence and in their order. */
  readonly noted: readonly Noted[]
}

/** What a reader reports to while it reads. */
export interface Ledger {
  read(rows?: number): void
  used(rows?: number): void
  passOver(reason: string, rows?: number): void
  refuse(place: Place, refusal: Refusal): void
  /** `code` is `note.…`; the sentence is said once, however often it is noted. */
  note(code: string, sentence: string, facts?: Refusal['facts']): void
  /** The source itself says that two actors are one (a mailmap line, an account's linked address). */
  same(a: Actor, b: Actor, rule: string, detail: string): void
  /** Bytes or rows done of a total (null when unknown), for a progress line. */
  progress(done: number, total: number | null): void
}

export interface ReadContext {
  readonly source: Source
  /** Absolute path of the source on disk, checked by the caller. */
  readonly path: string
  readonly ledger: Ledger
  readonly signal?: AbortSignal
}

/**
 * One kind of source. `read` streams: memory does not grow with the file. A bad row goes to the ledger and reading goes
 * on; a source that cannot be read at all (zip bomb, not what it says it is) throws `SourceRefused`.
 */
export interface Reader {
  readonly kind: Source['kind']
  read(context: ReadContext): AsyncIterable<readonly Observation[]>
}

/** The whole source is refused; the survey reports it and goes on with the others. */
export class SourceRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.reason}`)
    this.name = 'SourceRefused'
    this.refusal = refusal
  }
}
