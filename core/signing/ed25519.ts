// Checking a signature of Ed25519 (RFC 8032), and which keys nobody may have.
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/** Whether `signature` (64 bytes) is that of `key` (32 bytes) over the message. Whatever the bytes are, it answers. */
export type Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

const { Point } = ed25519

/**
 * As strictly as RFC 8032 has it, so that every implementation here says the same of every signature: the key canonical and not
 * of small order, S below the order, and [S]B - [k]A equal to R byte for byte (no cofactor, no ZIP 215).
 */
export const verifyEd25519: Verify = (key, message, signature) => {
  if (key.length !== 32 || signature.length !== 64) return false
  const s = littleEndian(signature.subarray(32))
  if (s >= Point.Fn.ORDER) return false
  const point = pointOf(key)
  if (point === null || point.isSmallOrder()) return false
  const r = signature.subarray(0, 32)
  const k = littleEndian(sha512(concatBytes(r, key, message))) % Point.Fn.ORDER
  const expected = Point.BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k)).toBytes()
  return expected.every((byte, i) => byte === r[i])
}

function pointOf(key: Uint8Array) {
  try {
    return Point.fromBytes(key, false)
  } catch {
    return null
  }
}

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${hex(Uint8Array.from(bytes).reverse())}`)

/** The heights y of the eight points of small order, little-endian and without the sign of x. */
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
])
/** 2^255 - 19: heights from here on are the same as lower ones, spelled another way. */
const modulus = 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'

/**
 * A key that the implementations of Ed25519 do not agree on, or under which one signature fits many messages. With these
 * refused, what a strict implementation takes every other one takes too.
 */
export function isWeakKey(key: Uint8Array): boolean {
  const height = Uint8Array.from(key)
  height[31] = (height[31] ?? 0) & 0x7f
  const text = hex(height)
  return smallOrder.has(text) || backwards(text) >= backwards(modulus)
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
/** The most significant byte first, so that texts compare like numbers. */
const backwards = (text: string): string => text.match(/../g)?.reverse().join('') ?? ''
