// Many sums of weights of any size, exact, without a big integer in the inner loop.

const limbBits = 32n
const limbMask = (1n << limbBits) - 1n
/** So many times a limb below 2^32 stays below 2^53, where doubles count exactly. */
const roomPerCarry = 2 ** 21

/**
 * `hold` a weight, then `add` it to as many cells as it belongs to. A weight is cut into limbs of 32 bits, each summed
 * in a column of doubles; before a column could pass 2^53 it is carried over into big integers.
 */
export class Sums {
  readonly #cells: number
  readonly #columns: Float64Array[] = []
  readonly #limbs: number[] = []
  readonly #carried: bigint[]
  #held = 0
  #room = roomPerCarry

  constructor(cells: number) {
    this.#cells = cells
    this.#carried = Array.from({ length: cells }, () => 0n)
  }

  /** @param weight not negative */
  hold(weight: bigint): void {
    let held = 0
    for (let rest = weight; rest > 0n; rest >>= limbBits) {
      this.#limbs[held] = Number(rest & limbMask)
      held += 1
      if (this.#columns.length < held) this.#columns.push(new Float64Array(this.#cells))
    }
    this.#held = held
  }

  /** Adds the held weight to a cell, `times` over (at most 2^21). */
  add(cell: number, times = 1): void {
    if (this.#room < times) this.#carry()
    this.#room -= times
    for (let limb = 0; limb < this.#held; limb++) {
      const column = this.#columns[limb] as Float64Array
      column[cell] = (column[cell] as number) + (this.#limbs[limb] as number) * times
    }
  }

  /** The sum of every cell. */
  totals(): bigint[] {
    this.#carry()
    return [...this.#carried]
  }

  #carry(): void {
    for (const [limb, column] of this.#columns.entries()) {
      const shift = BigInt(limb) * limbBits
      for (let cell = 0; cell < this.#cells; cell++) {
        const sum = column[cell] as number
        if (sum !== 0) this.#carried[cell] = (this.#carried[cell] as bigint) + (BigInt(sum) << shift)
      }
      column.fill(0)
    }
    this.#room = roomPerCarry
  }
}
