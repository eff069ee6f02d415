// What a check found: whether everything holds, or the first thing that does not; what was looked at, what was not, and why.
import type { Refusal } from '@equalizer/core'
import type { Believed } from './replay/from-outside.ts'

/** The first wrong thing. `seq`: the entry; `path`: the file; null where it is about none. */
export interface Problem extends Refusal {
  readonly seq: number | null
  readonly path: string | null
}

export interface Cosigned {
  readonly name: string
  /** Seconds of Unix time. */
  readonly timestampSeconds: number
}

export type Trust =
  /** Keys that the caller gave. */
  | 'key'
  /** A policy: logs, witnesses, and how many of them. */
  | 'policy'
  /** The key that this log had when it was looked at first. */
  | 'remembered'
  /** The key that the log itself names, seen for the first time. */
  | 'first use'

export interface NotChecked {
  /** Stable: `replay`, `state`, `charter.documents`, `ballots.unsigned` … */
  readonly what: string
  readonly why: string
  /** What stands in `why`, for words in other languages. */
  readonly facts: Readonly<Record<string, string | number>>
}

export interface Ballots {
  readonly signed: number
  readonly unsigned: number
  /** Keys that were set, each shown to be held by a signature. */
  readonly keysSet: number
}

/** A copy that is older than what is remembered of the log: no lie, and nothing to go on from. */
export interface Older {
  /** Entries that were seen of the log. */
  readonly size: number
  readonly seenMs: number
  /** Whether it was seen here just like this, and what is remembered has grown from there; else that was not checked. */
  readonly isBeginning: boolean
}

export interface Report {
  readonly ok: boolean
  readonly problem: Problem | null
  /** As far as it was read; null where it could not be. */
  readonly origin: string | null
  readonly size: number | null
  /** Of the tree, in hex. */
  readonly root: string | null
  readonly trust: Trust | null
  /** Names of the keys of the log by which the checkpoint is signed. */
  readonly signedBy: readonly string[]
  readonly cosignedBy: readonly Cosigned[]
  /** What was remembered of the log, which it has grown from; null: nothing. */
  readonly remembered: { readonly size: number; readonly seenMs: number } | null
  readonly older: Older | null
  readonly entries: {
    /** In the tree, well-formed, in order of place and time. */
    readonly checked: number
    /** Decided again, with the same outcome. */
    readonly replayed: number
    /** By what was asked: `act`, `ballot`, `advance` … */
    readonly byKind: Readonly<Record<string, number>>
    readonly lastMs: number | null
  }
  readonly ballots: Ballots
  readonly decisions: {
    readonly opened: number
    readonly ended: number
    /** Votes counted again to the same result. */
    readonly counted: number
    /** Juries drawn again. */
    readonly draws: number
  }
  /** The server's own word on what the log comes to. */
  readonly state: { readonly size: number; readonly streams: number } | null
  readonly believed: Believed
  readonly notChecked: readonly NotChecked[]
}

export interface Progress {
  readonly phase: 'tree' | 'entries' | 'signatures' | 'state'
  readonly done: number
  readonly total: number
}

export function problemAt(
  refusal: Refusal,
  { seq = null, path = null }: { readonly seq?: number | null; readonly path?: string | null } = {},
): Problem {
  return { ...refusal, seq, path }
}

/** Carries a problem up to whoever makes the report; never leaves the package. */
export class Found extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.reason)
    this.problem = problem
  }
}

export function found(
  code: string,
  reason: string,
  facts: Refusal['facts'] = {},
  at: Parameters<typeof problemAt>[1] = {},
): never {
  throw new Found(problemAt({ code, reason, facts }, at))
}
