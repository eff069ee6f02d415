// One event with its place in the log, as the tables take it.
import type { LogEvent } from '@equalizer/core'

export interface Happened {
  readonly event: LogEvent
  readonly seq: number
  readonly atMs: number
}
