// Ed25519 as strictly as RFC 8032 has it, so that every implementation here says the same of every signature: the key canonical
// and not of small order, S below the order, and [S]B - [k]A equal to R byte for byte (no cofactor, no ZIP-215).
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { sameBytes } from '../encoding/bytes.ts'

/** Never throws: what is no key or no signature is false. Key 32 bytes, signature 64. */
export type Ed25519Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

const { Point } = ed25519

/** In JavaScript alone, as it runs in a browser. */
export const nobleVerify: Ed25519Verify = (key, message, signature) => {
  if (key.length !== 32 || signature.length !== 64) return false
  const s = littleEndian(signature.subarray(32))
  if (s >= Point.Fn.ORDER) return false
  const point = pointOf(key)
  if (point === null || point.isSmallOrder()) return false
  const r = signature.subarray(0, 32)
  const k = littleEndian(sha512(concatBytes(r, key, message))) % Point.Fn.ORDER
  const expected = Point.BASE.multiplyUnsafe(s).subtract(point.multiplyUnsafe(k))
  return sameBytes(expected.toBytes(), r)
}

function pointOf(key: Uint8Array) {
  try {
    return Point.fromBytes(key, false)
  } catch {
    return null
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let hex = ''
  for (const byte of bytes) hex = byte.toString(16).padStart(2, '0') + hex
  return BigInt(`0x${hex}`)
}
