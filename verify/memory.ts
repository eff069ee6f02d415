// What a checker keeps of a log, so that next time it must have grown from there; and both signed notes where it has not.

export interface Remembered {
  readonly origin: string
  readonly size: number
  /** Of the tree, in hex. */
  readonly root: string
  /** The checkpoint as it was signed. */
  readonly note: string
  /** The keys that are trusted for this log from then on. */
  readonly vkeys: readonly string[]
  /** When it was seen (UTC milliseconds). */
  readonly seenMs: number
}

export interface Evidence {
  readonly origin: string
  /** `log.rewound`, `log.split_view`, `log.key_changed`. */
  readonly code: string
  readonly seenMs: number
  /** The note that was remembered, and the one that does not go on from it. */
  readonly notes: readonly [string, string]
}

/** The name by which a log is kept as itself. No address, folder or archive is called so: an origin is whatever a log says. */
export const byOrigin = (origin: string): string => `origin ${origin}`

/** A folder, a browser's storage, or nothing but this run. A log is kept `byOrigin` and under the name of its source. */
export interface Memory {
  /** Null: never seen. Throws where what is kept cannot be read: forgetting must be asked for. */
  read(name: string): Promise<Remembered | null>
  write(name: string, remembered: Remembered): Promise<void>
  /** Answers where it is kept, for people. */
  keep(evidence: Evidence): Promise<string>
}
