// A thread that checks signatures of Ed25519 by Node's own cryptography, a packed batch at a time.
import { parentPort } from 'node:worker_threads'
import { nativeVerify } from '@equalizer/tlog/node'

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

function firstWrong({ keys, signatures, messages, lengths }: Packed): number {
  let at = 0
  for (const [i, length] of lengths.entries()) {
    const message = messages.subarray(at, at + length)
    at += length
    if (!nativeVerify(keys.subarray(32 * i, 32 * i + 32), message, signatures.subarray(64 * i, 64 * i + 64)))
      return i
  }
  return -1
}

parentPort?.on('message', (packed: Packed) => {
  parentPort?.postMessage({ id: packed.id, first: firstWrong(packed) } satisfies Checked)
})
