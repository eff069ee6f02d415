// Checking a signature of Ed25519 (RFC 8032), and which keys nobody may have.
import { ed25519 } from '@noble/curves/ed25519.js'

/** Whether `signature` (64 bytes) is that of `key` (32 bytes) over the message. Whatever the bytes are, it answers. */
export type Verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** As RFC 8032 and FIPS 186-5 ask, without what ZIP 215 lets through besides. */
export const verifyEd25519: Verify = (key, message, signature) =>
  key.length === 32 && signature.length === 64 && ed25519.verify(signature, message, key, { zip215: false })

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
