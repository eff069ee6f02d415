// The limits on what a checker keeps and reads; docs/verify.md lists them.

const MIB = 1024 * 1024

export const limits = {
  /** Sums of groups that are kept up while a log is replayed; of more than that the oldest is counted anew. */
  runningSums: 1_000,
  /** A checkpoint, with the lines of everybody who cosigned it. */
  checkpointBytes: 256 * 1024,
  /** `log.json`. */
  describedBytes: 64 * 1024,
  /** A bundle of 256 entries of at most 65,535 bytes. */
  bundleBytes: 17 * MIB,
  /** The states that a server holds its log to come to. */
  stateBytes: 2_000 * MIB,
  /** How often one file is asked for before it is called unreadable. */
  attempts: 4,
  /** How long a server may say nothing (milliseconds). */
  silenceMs: 30_000,
  /** How many bytes a second an answer must come with on the whole, once it has taken longer than `silenceMs`. */
  bytesPerSecond: 8 * 1024,
  /** Files that are fetched ahead. */
  ahead: 8,
  /** How far ahead of the clock an entry may be, here and at a witness (milliseconds). */
  futureMs: 300_000,
  /** Signatures that are handed over for checking together, and batches that may wait: few, so that they are gone while they are young. */
  signaturesInBatch: 512,
  batchesWaiting: 8,
  /** Characters of an expected and a found value in a report. */
  shownChars: 300,
} as const
