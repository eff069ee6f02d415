// Ed25519 by Node's own cryptography (OpenSSL): signing, and checking about fifteen times as fast as JavaScript does.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { isWeakKey } from '@equalizer/core'
import type { Ed25519Verify } from '../note/ed25519.ts'
import type { Signer } from '../note/signer.ts'
import { vkeyOf } from '../note/vkey.ts'

/** DER before the 32 bytes (RFC 8410): of a private key in PKCS #8, of a public key in SPKI. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

/** `secret`: the 32 bytes of RFC 8032's private key. */
export function nodeSigner(name: string, type: number, secret: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privateHead, secret]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const vkey = vkeyOf(name, type, spki.subarray(publicHead.length))
  return { vkey, sign: message => Uint8Array.from(sign(null, message, key)) }
}

/** Keys at hand, so that a log's or a member's key is not read anew for each of its signatures. */
const keysKept = 10_000
const keys = new Map<string, KeyObject | null>()

/** What `nobleVerify` says, of every key, message and signature. */
export const nativeVerify: Ed25519Verify = (key, message, signature) => {
  if (key.length !== 32 || signature.length !== 64) return false
  const known = keyOf(key)
  return known !== null && verify(null, message, known, signature)
}

function keyOf(bytes: Uint8Array): KeyObject | null {
  const name = Buffer.from(bytes).toString('latin1')
  const had = keys.get(name)
  if (had !== undefined) return had
  if (keys.size >= keysKept) keys.clear()
  // OpenSSL takes keys that implementations do not agree on, which nobody should.
  const key = isWeakKey(bytes)
    ? null
    : createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' })
  keys.set(name, key)
  return key
}
