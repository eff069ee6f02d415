// A set of observation ids in 16 bytes each, so that reading the same fact twice counts once at any size.
import { hash } from 'node:crypto'

const words = 4

/** Open addressing over 128-bit keys; an id that is not 22 characters of base64url is hashed to them first. */
export class IdSet {
  #slots = new Uint32Array(words * 1_024)
  #size = 0
  readonly #key = new Uint32Array(words)

  get size(): number {
    return this.#size
  }

  /** False when the id was there already. */
  add(id: string): boolean {
    if (this.#size * 2 * words >= this.#slots.length) this.#grow()
    const bytes = /^[\w-]{22}$/.test(id) ? Buffer.from(id, 'base64url') : hash('sha256', id, 'buffer')
    for (let word = 0; word < words; word += 1) this.#key[word] = bytes.readUInt32LE(word * 4)
    // All zeros marks an empty slot; a key of zeros, which nobody can find, would count as seen at most once too often.
    if (this.#key.every(word => word === 0)) this.#key[0] = 1
    if (!this.#put(this.#slots, this.#key)) return false
    this.#size += 1
    return true
  }

  #put(slots: Uint32Array, key: Uint32Array): boolean {
    const mask = slots.length / words - 1
    for (let slot = (key[0] as number) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * words
      let empty = true
      let same = true
      for (let word = 0; word < words; word += 1) {
        const stored = slots[at + word]
        if (stored !== 0) empty = false
        if (stored !== key[word]) same = false
      }
      if (same) return false
      if (empty) {
        slots.set(key, at)
        return true
      }
    }
  }

  #grow() {
    const larger = new Uint32Array(this.#slots.length * 2)
    for (let at = 0; at < this.#slots.length; at += words) {
      const key = this.#slots.subarray(at, at + words)
      if (key.some(word => word !== 0)) this.#put(larger, key)
    }
    this.#slots = larger
  }
}
