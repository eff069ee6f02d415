// Ballots in columns: read once and checked, then counted as often as weights change, with no object for each.
import { ballotReader } from './ballot-reader.ts'
import type { Choice, Method } from './method.ts'
import type { Settings } from './settings.ts'

/** What a row says. */
export const ballotStates = { none: 0, counts: 1, abstains: 2, invalid: 3 } as const

export interface BallotColumns {
  readonly count: number
  /** Of `ballotStates`; whoever has no ballot may have a row too. Other than 0 it is a ballot, for `exerciseColumns`. */
  readonly state: Uint8Array
  /** The marks of row i are those from `starts[i]` up to `starts[i + 1]`; only a ballot that counts has any. */
  readonly starts: Uint32Array
  readonly options: Int32Array
  /** Points, or ranks (smaller is better). */
  readonly values: Int32Array
}

/**
 * One row for each choice, `undefined` for who has no ballot. What the method does not accept becomes an invalid row.
 *
 * @param settings already valid (`validSettings`)
 */
export function ballotColumns(
  method: Method,
  options: number,
  choices: Iterable<Choice | undefined>,
  settings: Settings = {},
): BallotColumns {
  const reader = ballotReader(method, options, settings)
  const [state, starts] = [new Column(Uint8Array), new Column(Uint32Array)]
  const [marked, values] = [new Column(Int32Array), new Column(Int32Array)]
  starts.push(0)
  for (const choice of choices) {
    const reading = choice === undefined ? 'none' : reader.read(choice)
    const marks = reading === 'counts' ? reader.marks.length : 0
    for (let i = 0; i < marks; i += 1) {
      marked.push(reader.marks.options[i] as number)
      values.push(reader.marks.values[i] as number)
    }
    const known = reading === 'none' || reading === 'counts' || reading === 'abstains'
    state.push(ballotStates[known ? reading : 'invalid'])
    starts.push(marked.length)
  }
  return {
    count: state.length,
    state: state.whole(),
    starts: starts.whole(),
    options: marked.whole(),
    values: values.whole(),
  }
}

type Numbers = Uint8Array | Uint32Array | Int32Array

/** A typed array that grows. */
class Column<T extends Numbers> {
  readonly #make: new (
    length: number,
  ) => T
  #numbers: T
  length = 0

  constructor(make: new (length: number) => T) {
    this.#make = make
    this.#numbers = new make(1_024)
  }

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new this.#make(this.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.length] = number
    this.length += 1
  }

  whole(): T {
    return this.#numbers.slice(0, this.length) as T
  }
}
