// Seeded random numbers, so that the same seed makes the same organization on every machine.
import { createHash } from 'node:crypto'

export interface Random {
  /** 0 <= x < 1, in steps of 2^-32. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  pick<T>(list: readonly T[]): T
}

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by))

/**
 * xoshiro128** 1.1 by D. Blackman and S. Vigna ("Scrambled linear pseudorandom number generators", ACM TOMS 47(4),
 * 2021; public-domain reference at prng.di.unimi.it): unsigned 32-bit numbers from a state that is not all zeros.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return result
  }
}

/** One stream of numbers. Streams of one seed and different names are independent: adding to one moves no other. */
export function seeded(seed: string, stream: string): Random {
  const words = createHash('sha256').update(`${seed}\n${stream}`).digest()
  const draw = xoshiro128([
    words.readUInt32LE(0),
    words.readUInt32LE(4),
    words.readUInt32LE(8),
    words.readUInt32LE(12) | 1,
  ])
  const next = () => draw() / 2 ** 32
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: list => {
      const chosen = list[Math.floor(next() * list.length)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
  }
}

/** Lower-case hex digits that look like a hash or an address and depend on the text alone. */
export function hexOf(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}
