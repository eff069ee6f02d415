// A thread that checks signatures of Ed25519 by Node's own cryptography, a packed batch at a time.
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** One after the other: keys of 32 bytes, signatures of 64, messages as long as `lengths` says. */
export interface Packed {
  readonly id: number
  readonly keys: Uint8Array
  readonly signatures: Uint8Array
  readonly messages: Uint8Array
  readonly lengths: Uint32Array
}

export interface Checked {
  readonly id: number
  /** The place of the first that does not hold; -1: all do. */
  readonly first: number
}

/** DER before the 32 bytes of a public key (RFC 8410). */
const head = Buffer.from('302a300506032b6570032100', 'hex')
const keysKept = 10_000
const known = new Map<string, KeyObject>()

function keyOf(bytes: Uint8Array): KeyObject {
  const name = Buffer.from(bytes).toString('latin1')
  const found = known.get(name)
  if (found) return found
  const key = createPublicKey({ key: Buffer.concat([head, bytes]), format: 'der', type: 'spki' })
  if (known.size >= keysKept) known.clear()
  known.set(name, key)
  return key
}

function firstWrong({ keys, signatures, messages, lengths }: Packed): number {
  let at = 0
  for (const [i, length] of lengths.entries()) {
    const message = messages.subarray(at, at + length)
    at += length
    if (!holds(keys.subarray(32 * i, 32 * i + 32), message, signatures.subarray(64 * i, 64 * i + 64)))
      return i
  }
  return -1
}

function holds(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, keyOf(key), signature)
  } catch {
    // Bytes that are no key.
    return false
  }
}

parentPort?.on('message', (packed: Packed) => {
  parentPort?.postMessage({ id: packed.id, first: firstWrong(packed) } satisfies Checked)
})
