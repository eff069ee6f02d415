// Facts in the order of their days, so that any window is one stretch of rows; folds a stretch into weight per party.
import { type Facts, noDay } from './facts.ts'

/** Party number of a bot, whose deeds are nobody's. */
export const bot = -2

/** Weight per party in one window. Numbers are whole and their sum is below 2^53; otherwise bigints. */
export interface Holding {
  readonly parties: readonly number[]
  readonly weights: readonly number[] | readonly bigint[]
  /** One entry per observation whose actor is unknown and one party, whoever that is. */
  readonly unknown: readonly bigint[]
  /** The same for those that may stand for as many parties as there are units. */
  readonly divisible: readonly bigint[]
  readonly observations: number
}

export class Timeline {
  readonly facts: Facts
  readonly #partyOf: Int32Array
  /** Rows by day; those without a day come first. */
  readonly #rows: Uint32Array
  readonly #days: Int32Array
  readonly #small: boolean
  readonly undated: number

  /** `partyOf`: party number by actor number, `bot` for machines. `among`: only these rows. */
  constructor(facts: Facts, partyOf: Int32Array, among?: readonly number[]) {
    this.facts = facts
    this.#partyOf = partyOf
    const rows: number[] = []
    let sum = 0n
    const actors = facts.actor
    for (const row of among ?? actors.keys()) {
      const actor = actors[row] as number
      if (actor >= 0 && partyOf[actor] === bot) continue
      rows.push(row)
      sum += facts.weight(row)
    }
    const day = facts.day
    this.#rows = Uint32Array.from(rows).sort((a, b) => (day[a] as number) - (day[b] as number) || a - b)
    this.#days = Int32Array.from(this.#rows, row => day[row] as number)
    this.#small = sum < 2n ** 53n
    this.undated = this.#firstAtOrAfter(noDay + 1)
  }

  get size(): number {
    return this.#rows.length
  }
  get firstDay(): number | null {
    return this.#days[this.undated] ?? null
  }
  /** The last day up to and with `asOf`. */
  lastDay(asOf: number): number | null {
    const end = this.#firstAtOrAfter(asOf + 1)
    return end > this.undated ? (this.#days[end - 1] as number) : null
  }

  #firstAtOrAfter(day: number): number {
    let [low, high] = [0, this.#days.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#days[middle] as number) < day) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Rows of the `days` days that end with `asOf`; null: everything up to `asOf`, undated rows included. */
  rows(asOf: number, days: number | null): Uint32Array {
    const from = days === null ? 0 : this.#firstAtOrAfter(asOf - days + 1)
    return this.#rows.subarray(
      Math.max(from, days === null ? 0 : this.undated),
      this.#firstAtOrAfter(asOf + 1),
    )
  }

  fold(asOf: number, days: number | null): Holding {
    const rows = this.rows(asOf, days)
    const { actor: actors, divisible } = this.facts
    const small = new Map<number, number>()
    const large = new Map<number, bigint>()
    const unknown: bigint[] = []
    const many: bigint[] = []
    for (const row of rows) {
      const actor = actors[row] as number
      if (actor < 0) {
        if (divisible.has(row)) many.push(this.facts.weight(row))
        else unknown.push(this.facts.weight(row))
        continue
      }
      const party = this.#partyOf[actor] as number
      if (this.#small) small.set(party, (small.get(party) ?? 0) + this.facts.approximateWeight(row))
      else large.set(party, (large.get(party) ?? 0n) + this.facts.weight(row))
    }
    const sums = this.#small ? small : large
    const weights = [...sums.values()] as number[] | bigint[]
    return { parties: [...sums.keys()], weights, unknown, divisible: many, observations: rows.length }
  }
}
