// Verifier keys (c2sp.org/signed-note): <name>+<id, 8 hex digits>+<base64 of the signature type and the public key>.
import { accepted, type Result, refused } from '@equalizer/core'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { utf8Bytes } from '../encoding/bytes.ts'

/** The bytes that say how a key signs; a vkey of another type parses and verifies nothing here. */
export const signatureTypes = { ed25519: 1, cosignature: 4, mlDsa44: 6 } as const

export interface Vkey {
  readonly name: string
  /** uint32; with the name it says whose a signature is. Not a strong hash. */
  readonly id: number
  /** The signature type byte. */
  readonly type: number
  /** The public key alone. */
  readonly key: Uint8Array
  readonly text: string
}

/** Types whose id is surely the hash that the specifications give, and the bytes of such a key. */
const keyBytes = new Map<number, number>([
  [signatureTypes.ed25519, 32],
  [signatureTypes.cosignature, 32],
  [signatureTypes.mlDsa44, 1_312],
])

/** Neither empty nor with Unicode white space, a plus or an ASCII control character. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name may not hold
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+\u0000-\u001f]/u.test(name)
}

/** The vkey of a public key; faults for a name or a key that no vkey can have. */
export function vkeyOf(name: string, type: number, publicKey: Uint8Array): Vkey {
  if (!isKeyName(name)) throw new RangeError(`${JSON.stringify(name)} is no name of a key`)
  const length = keyBytes.get(type)
  if (publicKey.length === 0 || (length !== undefined && publicKey.length !== length)) {
    throw new RangeError(`a key of type ${type} has ${publicKey.length} bytes`)
  }
  return written(name, keyId(name, type, publicKey), type, Uint8Array.from(publicKey))
}

/** SHA-256(name || newline || type || public key), its first four bytes. */
function keyId(name: string, type: number, key: Uint8Array): number {
  const hash = sha256(concatBytes(utf8Bytes(`${name}\n`), Uint8Array.of(type), key))
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0)
}

function written(name: string, id: number, type: number, key: Uint8Array): Vkey {
  const material = encodeBase64(concatBytes(Uint8Array.of(type), key))
  return { name, id, type, key, text: `${name}+${idText(id)}+${material}` }
}

/** A key id as it is written: 8 hex digits. */
export function idText(id: number): string {
  return bytesToHex(idBytes(id))
}

/** A key id, most significant byte first. */
export function idBytes(id: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, id)
  return bytes
}

/** Base64 has a plus of its own: only the first two divide. */
const form = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/
/** An ML-DSA-44 key has 1,755 characters. */
const charsAtMost = 10_000

/** Refused as `vkey.malformed`, or as `vkey.id_mismatch` where the id is not that of name and key. */
export function parseVkey(text: string): Result<Vkey> {
  const malformed = refused('vkey.malformed', 'This is no verifier key')
  const match = text.length > charsAtMost ? null : form.exec(text)
  if (match === null) return malformed
  const [, name = '', hex = '', base64 = ''] = match
  const material = decodeBase64(base64)
  const type = material?.[0]
  if (!isKeyName(name) || material === null || type === undefined || material.length < 2) return malformed
  const key = material.slice(1)
  const id = Number.parseInt(hex, 16)
  const length = keyBytes.get(type)
  if (length !== undefined && key.length !== length) return malformed
  if (length !== undefined && keyId(name, type, key) !== id) {
    return refused('vkey.id_mismatch', 'The id of this verifier key is not that of its name and key', {
      name,
      id: hex,
    })
  }
  return accepted(written(name, id, type, key))
}
