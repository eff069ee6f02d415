// The machine's check of signatures says what core's own says.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { verifyEd25519 } from '@equalizer/core'
import { expect, test } from 'vitest'
import { verifySignature } from './verify-signature.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
const bytes = (text: string) => new Uint8Array(createHash('sha512').update(text).digest())

test('of what was signed, and of everything that is one bit off', () => {
  const message = bytes('a ballot')
  const signature = new Uint8Array(sign(null, message, privateKey))
  expect(verifySignature(key, message, signature)).toBe(true)
  for (const [at, part] of [key, message, signature].entries()) {
    for (let bit = 0; bit < part.length * 8; bit += 7) {
      const parts = [key, message, signature] as [Uint8Array, Uint8Array, Uint8Array]
      parts[at] = part.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect([at, bit, verifySignature(...parts)]).toEqual([at, bit, false])
      if (bit % 77 === 0) expect(verifyEd25519(...parts)).toBe(false)
    }
  }
  expect(verifyEd25519(key, message, signature)).toBe(true)
})

test('of bytes that are no key and no signature, and no fault', () => {
  for (const wrong of [0, 31, 33, 64]) {
    expect(verifySignature(new Uint8Array(wrong), bytes('m'), bytes('s'))).toBe(false)
    expect(verifySignature(key, bytes('m'), new Uint8Array(wrong))).toBe(false)
  }
  expect(verifySignature(new Uint8Array(32).fill(0xff), bytes('m'), bytes('s'))).toBe(false)
})
