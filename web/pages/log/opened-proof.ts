// A proof as it came from the server, opened and done again here: the path, the checkpoint's signature, the entry's bytes.
import { openCheckpoint, parseProof, type Vkey } from '@equalizer/tlog'
import { type ProofPath, proofPath } from './proof-path.ts'

export interface OpenedProof {
  readonly index: number
  readonly size: number
  /** The entry as it was hashed. */
  readonly entry: string
  readonly bytes: number
  readonly path: ProofPath
  /** Whether the path ends in the root of the checkpoint. */
  readonly holds: boolean
  /** The name of the key of this log that signed the checkpoint; null: none did, or it is another log's. */
  readonly signedBy: string | null
}

interface Trusted {
  readonly origin: string
  readonly keys: readonly Vkey[]
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place])

/** The checkpoint in a proof, and whose it is. */
function rootOf(note: string, { origin, keys }: Trusted) {
  const opened = openCheckpoint(note, keys)
  if (opened.ok && opened.value.checkpoint.origin === origin)
    return { ...opened.value.checkpoint, signedBy: opened.value.verified[0]?.name ?? null }
  return null
}

/** null: it is no proof, or it proves nothing that this log signed. */
export function openedProof(content: string, trusted: Trusted): OpenedProof | null {
  const proof = parseProof(content)
  if (!proof.ok || proof.value.extra === undefined) return null
  const { extra, index, hashes, checkpoint } = proof.value
  const head = rootOf(checkpoint, trusted)
  if (head === null) return null
  const path = proofPath({ index, size: head.size, entry: extra, hashes })
  if (path === null) return null
  return {
    index,
    size: head.size,
    entry: new TextDecoder().decode(extra),
    bytes: extra.length,
    path,
    holds: sameBytes(path.root, head.root),
    signedBy: head.signedBy,
  }
}
