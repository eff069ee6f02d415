// Many ranked ballots in columns, and the piles into which an instant run-off deals them.

import { DuelCount } from './duels.ts'

/** limits.options fits a byte and a bit: two bytes an option, one big integer a ballot. */
export class Preferences {
  #options = new Uint16Array(1024)
  #used = 0
  readonly #ends: number[] = []
  readonly #weights: bigint[] = []

  /** One ballot: the first `length` options, best first. */
  add(options: Int32Array, length: number, weight: bigint): void {
    if (this.#used + length > this.#options.length) this.#grow()
    for (let i = 0; i < length; i++) this.#options[this.#used + i] = options[i] as number
    this.#used += length
    this.#ends.push(this.#used)
    this.#weights.push(weight)
  }

  deal(options: number): Piles {
    return new Piles(this.#options, this.#ends, this.#weights, options)
  }

  /** Weight that prefers each of a few options over each other of them: one pass over the ballots. */
  duelsAmong(few: readonly number[]): bigint[][] {
    const place = new Map(few.map((option, i) => [option, i]))
    const n = few.length
    const marks = { length: 0, options: new Int32Array(n), values: new Int32Array(n) }
    const count = new DuelCount(n)
    for (const [ballot, weight] of this.#weights.entries()) {
      marks.length = 0
      const end = this.#ends[ballot] as number
      for (let at = ballot === 0 ? 0 : (this.#ends[ballot - 1] as number); at < end; at++) {
        const i = place.get(this.#options[at] as number)
        if (i === undefined) continue
        marks.options[marks.length] = i
        marks.values[marks.length] = marks.length
        marks.length += 1
      }
      count.take(marks, weight)
    }
    return count.duels()
  }

  #grow(): void {
    const larger = new Uint16Array(this.#options.length * 2)
    larger.set(this.#options)
    this.#options = larger
  }
}

/** Every ballot lies with the first of its options that still stands; one that has none left is exhausted. */
export class Piles {
  readonly #options: Uint16Array
  readonly #ends: readonly number[]
  readonly #ballotWeights: readonly bigint[]
  /** Where in `#options` each ballot stands. */
  readonly #at: Int32Array
  /** The ballots of a pile as a chain: the top one per option, and the one below each; -1 is none. */
  readonly #top: Int32Array
  readonly #below: Int32Array
  readonly #weights: (bigint | null)[]
  #exhausted = 0n

  constructor(options: Uint16Array, ends: readonly number[], weights: readonly bigint[], count: number) {
    this.#options = options
    this.#ends = ends
    this.#ballotWeights = weights
    this.#at = new Int32Array(ends.length)
    this.#below = new Int32Array(ends.length)
    this.#top = new Int32Array(count).fill(-1)
    this.#weights = Array.from({ length: count }, () => 0n)
    for (let ballot = 0; ballot < ends.length; ballot++) {
      this.#at[ballot] = ballot === 0 ? 0 : (ends[ballot - 1] as number)
      this.#lay(ballot)
    }
  }

  /** Per option, null for one that is out. */
  weights(): (bigint | null)[] {
    return [...this.#weights]
  }

  exhausted(): bigint {
    return this.#exhausted
  }

  /** All at once, so that no ballot is moved to one of them only to be moved again. */
  remove(options: readonly number[]): void {
    for (const option of options) this.#weights[option] = null
    for (const option of options) {
      let ballot = this.#top[option] as number
      while (ballot !== -1) {
        const next = this.#below[ballot] as number
        this.#lay(ballot)
        ballot = next
      }
    }
  }

  #lay(ballot: number): void {
    const weight = this.#ballotWeights[ballot] as bigint
    const end = this.#ends[ballot] as number
    for (let at = this.#at[ballot] as number; at < end; at++) {
      const option = this.#options[at] as number
      const pile = this.#weights[option] as bigint | null
      if (pile === null) continue
      this.#weights[option] = pile + weight
      this.#at[ballot] = at
      this.#below[ballot] = this.#top[option] as number
      this.#top[option] = ballot
      return
    }
    this.#at[ballot] = end
    this.#exhausted += weight
  }
}
