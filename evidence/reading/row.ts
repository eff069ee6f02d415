// A row as every plain source gives it, whatever the format: cells by column name, and the place to refuse it at.
import type { Place } from '../reader.ts'

export interface Row {
  /** Counts from 1; null where the format has no lines (a JSON document). */
  readonly line: number | null
  /** Whether the column exists and holds anything but blanks. */
  has(column: string): boolean
  /** The cell as it stands in the file, blanks around it trimmed; empty where there is none. */
  text(column: string): string
  place(column?: string): Place
  /** `file.csv:17`, for `Observation.reference`. */
  reference(): string
  /** The whole row as one canonical text: equal rows of any copy of the file give the same. */
  canonical(): string
}
