// What every verb gets from outside: the streams, the clock, the environment, and how it is told to stop.
import type { Screen } from '../terminal/screen.ts'
import { screenFor } from '../terminal/screen.ts'

interface OutStream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface Context {
  readonly out: OutStream
  readonly err: OutStream
  readonly input: { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
  /** UTC day, YYYY-MM-DD. */
  readonly today: string
  /** A clock that only moves forward. */
  readonly nowMs: () => number
  readonly signal: AbortSignal
  /** Verbs that end with another code than 0 without an error. */
  exit(code: number): void
}

export function screenOf(context: Context, color: boolean): Screen {
  const { out, env } = context
  return screenFor({ isTTY: out.isTTY === true, columns: out.columns, env, plain: !color })
}
