// Tells equal rows of one file apart, so that two equal payments count twice and the same file read twice counts once.
import { limits } from '@equalizer/core'

export interface Repeats {
  /** How many rows with this id came before in this file; 0 for the first, and for all once too many rows have come. */
  before(id: string): number
  /** Whether the file had more rows than are told apart. */
  readonly overflowed: boolean
}

/**
 * An open-addressing table over 48 bits of the ids (`observationId` gives uniform ones), because a Set of a million
 * strings takes ten times the memory. Two different rows meet in it once in 500 files of a million rows; they then get
 * the ids of a first and a second occurrence, which are different ids anyway.
 */
export function createRepeats(): Repeats {
  let slots = new Float64Array(1024)
  let taken = 0
  const counts = new Map<number, number>()

  function find(table: Float64Array, key: number): number {
    let at = key % table.length
    while (table[at] !== 0 && table[at] !== key) at = (at + 1) % table.length
    return at
  }
  function grow(): void {
    const larger = new Float64Array(slots.length * 2)
    for (const key of slots) if (key !== 0) larger[find(larger, key)] = key
    slots = larger
  }

  return {
    get overflowed() {
      return taken >= limits.repeatsTracked
    },
    before(id) {
      const key = Buffer.from(id.slice(0, 8), 'base64url').readUIntBE(0, 6) + 1
      const at = find(slots, key)
      if (slots[at] === key) {
        const count = (counts.get(key) ?? 0) + 1
        counts.set(key, count)
        return count
      }
      if (taken >= limits.repeatsTracked) return 0
      slots[at] = key
      taken += 1
      if (taken * 2 > slots.length) grow()
      return 0
    },
  }
}
