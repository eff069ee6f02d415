// Signing notes with Ed25519 keys; where the private key lies is the signer's own matter.
import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8Bytes } from '../encoding/bytes.ts'
import { isNoteText, signatureLine } from './note.ts'
import { signatureTypes, type Vkey, vkeyOf } from './vkey.ts'

export interface Signer {
  readonly vkey: Vkey
  /** 64 raw bytes of Ed25519 over exactly these bytes. */
  sign(message: Uint8Array): Uint8Array
}

/** A signer in JavaScript alone. `secret`: the 32 bytes of RFC 8032's private key. */
export function nobleSigner(name: string, type: number, secret: Uint8Array): Signer {
  const vkey = vkeyOf(name, type, ed25519.getPublicKey(secret))
  return { vkey, sign: message => ed25519.sign(message, secret) }
}

/** The note of a text under signatures of type 0x01. Faults for a text that no note can have and for signers of other types. */
export function signNote(text: string, signers: readonly Signer[]): string {
  if (!isNoteText(text)) throw new RangeError('a note ends in a newline and holds no other control character')
  const lines = signers.map(({ vkey, sign }) => {
    if (vkey.type !== signatureTypes.ed25519)
      throw new RangeError(`a key of type ${vkey.type} signs no note's text`)
    return `${signatureLine(vkey.name, vkey.id, sign(utf8Bytes(text)))}\n`
  })
  if (lines.length === 0) throw new RangeError('a note has at least one signature')
  return `${text}\n${lines.join('')}`
}
