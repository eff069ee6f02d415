// Draws that were settled in advance: a chain of SHA-256 whose end is published first and which is then revealed backwards.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { limits } from '../limits.ts'

// Each value is the SHA-256 of the next one to be revealed. Whoever knows the anchor can check every reveal and guess none;
// whoever knows the root can choose none any more. The root's keeper knows them all in advance: where that matters (who
// opens a decision, who is let into its pool), the draw is made from the reveal together with what nobody knew then.

/** 32 bytes as 64 lower-case hex digits. */
export type ChainValue = string

/** What is published before the first draw. `root` is secret and random; it serves `length` draws. */
export function chainAnchor(root: ChainValue, length: number): ChainValue {
  assertLength(length)
  return hashed(root, length)
}

/** The value of draw `k`, from 1 to `length`; the last one is the root itself. Hashes `length - k` times. */
export function revealed(root: ChainValue, length: number, k: number): ChainValue {
  assertLength(length)
  if (!Number.isInteger(k) || k < 1 || k > length) throw new RangeError(`There is no draw ${k} of ${length}`)
  return hashed(root, length - k)
}

/** Whether `value` is the one that had to come after `previous`: the anchor, or the draw before. Never throws. */
export function verifyReveal(previous: ChainValue, value: ChainValue): boolean {
  return isValue(previous) && isValue(value) && hashed(value, 1) === previous
}

/** A seed for a draw out of several values, each of 32 bytes; only who knows them all knows it. */
export function combinedSeed(values: readonly [ChainValue, ...ChainValue[]]): ChainValue {
  const hash = sha256.create()
  for (const value of values) hash.update(bytesOf(value))
  return bytesToHex(hash.digest())
}

function hashed(value: ChainValue, times: number): ChainValue {
  let bytes = bytesOf(value)
  for (let i = 0; i < times; i += 1) bytes = sha256(bytes)
  return bytesToHex(bytes)
}

function bytesOf(value: ChainValue): Uint8Array {
  if (!isValue(value)) throw new RangeError('A value of a chain of draws has 64 lower-case hex digits')
  return hexToBytes(value)
}

const isValue = (value: string) => /^[0-9a-f]{64}$/.test(value)

function assertLength(length: number): void {
  if (!Number.isInteger(length) || length < 1 || length > limits.drawChain) {
    throw new RangeError(`A chain has from 1 to ${limits.drawChain} draws`)
  }
}
