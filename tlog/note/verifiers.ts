// How a signature line is checked, by the type of the key it names; a type that is not in the table is nobody's.
import { utf8Bytes } from '../encoding/bytes.ts'
import type { Ed25519Verify } from './ed25519.ts'
import { signatureTypes, type Vkey } from './vkey.ts'

/** `signature`: without the key id. `ed25519` does the curve's part. Never throws. */
export type LineVerifier = (
  vkey: Vkey,
  text: string,
  signature: Uint8Array,
  ed25519: Ed25519Verify,
) => boolean

/** By signature type. ML-DSA-44 (6) has room here and no verifier of ours. */
export type Verifiers = ReadonlyMap<number, LineVerifier>

export const verifiers: Verifiers = new Map<number, LineVerifier>([
  [signatureTypes.ed25519, (vkey, text, bytes, verify) => verify(vkey.key, utf8Bytes(text), bytes)],
  [
    signatureTypes.cosignature,
    (vkey, text, bytes, verify) => {
      const parts = timestamped(bytes)
      if (parts === null || bytes.length !== 72) return false
      return verify(vkey.key, cosignedMessage(text, parts.timestampSeconds), parts.signature)
    },
  ],
])

/** The Ed25519 cosignature's message (c2sp.org/tlog-cosignature): its own header before the checkpoint's text. */
export function cosignedMessage(text: string, timestampSeconds: number): Uint8Array {
  return utf8Bytes(`cosignature/v1\ntime ${timestampSeconds}\n${text}`)
}

export interface Timestamped {
  readonly timestampSeconds: number
  readonly signature: Uint8Array
}

/** A `timestamped_signature`: eight bytes of time before the signature; null where the time is none that can be. */
export function timestamped(bytes: Uint8Array): Timestamped | null {
  if (bytes.length <= 8) return null
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null
  return { timestampSeconds: Number(time), signature: bytes.slice(8) }
}
