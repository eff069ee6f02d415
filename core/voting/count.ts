// What every method does with ballots that have been read: take each one, then say the result.
import type { Rational, Tally } from './method.ts'
import type { Settings } from './settings.ts'

/**
 * The marks of one ballot as two columns of which the first `length` entries are in use. Written over by the next
 * ballot, so a count keeps nothing of it. Values are points, or ranks (smaller is better).
 */
export interface Marks {
  length: number
  readonly options: Int32Array
  readonly values: Int32Array
}

export interface Counted {
  readonly scores: readonly Rational[]
  readonly ranking: readonly (readonly number[])[]
  readonly rounds?: NonNullable<Tally['rounds']>
  readonly duels?: NonNullable<Tally['duels']>
}

export interface Count {
  /** A ballot that the method accepts and that says something. */
  take(marks: Marks, weight: bigint): void
  result(): Counted
}

export type Counting = (options: number, settings: Settings) => Count
