// Draws a jury by lot that anybody can draw again: whoever's ticket, a SHA-256, is lowest; the same in any order of the pool.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** 1 to 64 bytes, or the same in hex; settled after the pool is, and by nobody alone. */
export type Seed = Uint8Array | string

const seedBytesAtMost = 64

/** Says of what these are tickets, so that no other hash over the same bytes is one. */
const purpose = utf8ToBytes('equalizer/jury/1')

/**
 * `size` people of the pool, lowest ticket first; all of it where it is smaller. Whoever stands in the pool twice is drawn
 * once. A larger draw begins with the smaller one, so that the next in line replaces whoever declines.
 * Reads the pool once and keeps `size` of it.
 *
 * Ticket: SHA-256(key ‖ UTF-8(person)), key: SHA-256(len ‖ "equalizer/jury/1" ‖ len ‖ seed ‖ len ‖ UTF-8(decision)), each len
 * the number of bytes that follow, as 4 bytes big-endian.
 */
export function drawJury(seed: Seed, decision: string, pool: Iterable<string>, size: number): string[] {
  if (!Number.isInteger(size) || size < 0) throw new RangeError('A jury has a whole number of seats')
  const ticketOf = tickets(seed, decision)
  const lowest = new Lowest(size)
  for (const person of pool) lowest.offer({ person, ticket: ticketOf(person) })
  return lowest.inOrder().map(({ person }) => person)
}

/** A person's ticket in hex; the lowest are drawn. */
export function juryTicket(seed: Seed, decision: string, person: string): string {
  return bytesToHex(tickets(seed, decision)(person))
}

function tickets(seed: Seed, decision: string): (person: string) => Uint8Array {
  const key = sha256(concatBytes(framed(purpose), framed(seedBytes(seed)), framed(utf8ToBytes(decision))))
  const begun = sha256.create().update(key)
  return person => begun.clone().update(utf8ToBytes(person)).digest()
}

function seedBytes(seed: Seed): Uint8Array {
  const bytes = typeof seed === 'string' ? hexToBytes(seed) : seed
  if (bytes.length < 1 || bytes.length > seedBytesAtMost) {
    throw new RangeError(`A seed has 1 to ${seedBytesAtMost} bytes`)
  }
  return bytes
}

function framed(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return concatBytes(length, bytes)
}

interface Drawn {
  readonly person: string
  readonly ticket: Uint8Array
}

/** By ticket, and by id should two people ever have one ticket. */
function compare(a: Drawn, b: Drawn): number {
  for (let i = 0; i < a.ticket.length; i += 1) {
    const difference = (a.ticket[i] as number) - (b.ticket[i] as number)
    if (difference !== 0) return difference
  }
  return a.person < b.person ? -1 : a.person > b.person ? 1 : 0
}

/** The lowest so many of all that is offered: a heap with the highest of them on top, which the next lower one pushes out. */
class Lowest {
  readonly #size: number
  readonly #heap: Drawn[] = []
  /** Who is in the heap. Whoever was pushed out stays out, so that only these can come twice. */
  readonly #inside = new Set<string>()

  constructor(size: number) {
    this.#size = size
  }

  offer(one: Drawn): void {
    const top = this.#heap[0]
    const full = this.#heap.length >= this.#size
    if (full && (top === undefined || compare(one, top) >= 0)) return
    if (this.#inside.has(one.person)) return
    this.#inside.add(one.person)
    if (full && top !== undefined) {
      this.#inside.delete(top.person)
      this.#sink(one)
    } else this.#rise(one)
  }

  inOrder(): Drawn[] {
    return this.#heap.toSorted(compare)
  }

  #rise(one: Drawn): void {
    const heap = this.#heap
    let at = heap.push(one) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      const parent = heap[up] as Drawn
      if (compare(parent, one) >= 0) break
      heap[at] = parent
      at = up
    }
    heap[at] = one
  }

  /** In the place of the top. */
  #sink(one: Drawn): void {
    const heap = this.#heap
    let at = 0
    for (let down = 1; down < heap.length; down = 2 * at + 1) {
      const right = heap[down + 1]
      if (right !== undefined && compare(right, heap[down] as Drawn) > 0) down += 1
      const child = heap[down] as Drawn
      if (compare(child, one) <= 0) break
      heap[at] = child
      at = down
    }
    heap[at] = one
  }
}
