// Checks a signature of Ed25519 by the machine's OpenSSL: several times as fast as in JavaScript.
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Verify } from '@equalizer/core'

/** What stands before the 32 bytes of a key in its SubjectPublicKeyInfo (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

export const verifySignature: Verify = (key, message, signature) => {
  if (key.length !== 32 || signature.length !== 64) return false
  const read = keyOf(key)
  return read !== null && verify(null, message, read, signature)
}

/** Null: no point of the curve. */
function keyOf(key: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.concat([spkiHead, key]), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}
