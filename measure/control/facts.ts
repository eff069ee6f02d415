// What a surface is made of: observations folded into columns, so that a million of them fit in a few megabytes.
import type { Actor } from '../observation.ts'

/** Day of a fact without a date. */
export const noDay = -2_147_483_648
const exactlyCounted = 2 ** 53

/** A growing column of 32-bit integers. */
class Column {
  #data = new Int32Array(1_024)
  length = 0

  push(value: number) {
    if (this.length === this.#data.length) {
      const larger = new Int32Array(this.#data.length * 2)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.length] = value
    this.length += 1
  }

  get values(): Int32Array {
    return this.#data.subarray(0, this.length)
  }
}

/** Gives every text one small number, in the order of first sight. */
export class Names {
  readonly #numberOf = new Map<string, number>()
  readonly list: string[] = []

  number(text: string): number {
    const known = this.#numberOf.get(text)
    if (known !== undefined) return known
    const fresh = this.list.length
    this.#numberOf.set(text, fresh)
    this.list.push(text)
    return fresh
  }
}

/** The facts of one surface in one asset. Actor number −1: somebody, and the source does not say who. */
export class Facts {
  readonly actors: Names
  readonly abouts = new Names()
  readonly choices = new Names()
  readonly #actor = new Column()
  readonly #day = new Column()
  readonly #about = new Column()
  readonly #choice = new Column()
  readonly #weights: (number | bigint)[] = []
  readonly required = new Map<number, number>()
  asset: string
  readonly decimals: number
  /** Rows whose unknown weight may stand for many parties (nodes counted, the rest of a supply). */
  readonly divisible = new Set<number>()
  /** For votes: all weight that could be cast, by number of the proposal, where a source says so. */
  readonly eligible = new Map<number, bigint>()

  constructor(actors: Names, asset: string, decimals: number) {
    this.actors = actors
    this.asset = asset
    this.decimals = decimals
  }

  add(fact: {
    actor: Actor | null
    day: number | null
    weight: bigint
    about?: string | undefined
    choice?: string | undefined
    required?: number | undefined
    divisible?: boolean | undefined
    eligible?: bigint | null | undefined
  }) {
    if (fact.actor === null && fact.divisible) this.divisible.add(this.size)
    this.#actor.push(fact.actor === null ? -1 : this.actors.number(fact.actor))
    this.#day.push(fact.day ?? noDay)
    const about = fact.about === undefined ? -1 : this.abouts.number(fact.about)
    this.#about.push(about)
    this.#choice.push(fact.choice === undefined ? -1 : this.choices.number(fact.choice))
    this.#weights.push(fact.weight < exactlyCounted ? Number(fact.weight) : fact.weight)
    if (typeof fact.eligible === 'bigint') {
      const known = this.eligible.get(about) ?? 0n
      this.eligible.set(about, known > fact.eligible ? known : fact.eligible)
    }
    if (fact.required !== undefined) {
      this.required.set(about, Math.max(this.required.get(about) ?? 1, fact.required))
    }
  }

  get size(): number {
    return this.#weights.length
  }
  get actor(): Int32Array {
    return this.#actor.values
  }
  get day(): Int32Array {
    return this.#day.values
  }
  get about(): Int32Array {
    return this.#about.values
  }
  get choice(): Int32Array {
    return this.#choice.values
  }
  /** As a double: exact below 2^53, which a timeline makes sure of before it adds in doubles. */
  approximateWeight(row: number): number {
    return Number(this.#weights[row] ?? 0)
  }
  weight(row: number): bigint {
    return BigInt(this.#weights[row] ?? 0)
  }
}
