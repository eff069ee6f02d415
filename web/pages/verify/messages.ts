// What page and worker say to each other: a job goes in, progress comes out, and at the end one outcome.
import type { Refusal } from '@equalizer/core'
import type { Evidence, Progress, Remembered, Report } from '@equalizer/verify'

/** What was seen of logs before, by the names that the checker keeps them under. */
export type Seen = Readonly<Record<string, Remembered>>

interface Trusting {
  /** Keys, one a line, or a policy (c2sp.org/tlog-policy); empty: the key that was seen before, or that the log names. */
  readonly trusted: string
  readonly seen: Seen
  /** UTC milliseconds. */
  readonly nowMs: number
}

export type Job =
  /** A log that a server publishes. */
  | ({ readonly kind: 'log'; readonly url: string } & Trusting)
  /** An export as one file. */
  | ({ readonly kind: 'tar'; readonly file: File } & Trusting)
  /** An export as a folder: paths in it, and files. */
  | ({ readonly kind: 'folder'; readonly files: readonly (readonly [string, File])[] } & Trusting)
  /** `url`: the log whose key counts where none is given; null: there must be one. */
  | ({ readonly kind: 'proof'; readonly file: File; readonly url: string | null } & Trusting)

export interface ProvedEntry {
  readonly index: number
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly origin: string
  readonly signedBy: readonly string[]
  readonly cosignedBy: readonly { readonly name: string; readonly timestampSeconds: number }[]
  /** As it was hashed. */
  readonly entry: string
  /** Whether the key was given, or is the one that the log names. */
  readonly isFirstUse: boolean
}

export type Outcome =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'proved'; readonly proved: ProvedEntry }
  /** What was given is nothing that can be checked, or the proof does not hold. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The checker itself failed. */
  | { readonly kind: 'fault'; readonly message: string }

export type Said =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'remember'; readonly name: string; readonly remembered: Remembered }
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | Outcome
