// The body of a witness's add-checkpoint (c2sp.org/tlog-witness): the size it knows, a consistency proof, the new checkpoint.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { parseDecimal } from '../encoding/decimal.ts'
import { formatHashes, hashesAtMost, parseHashes } from '../proof/proof.ts'

export interface AddCheckpoint {
  /** The size of the last checkpoint that the witness cosigned, as the sender believes. */
  readonly old: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint, verbatim and not yet looked at. */
  readonly checkpoint: string
}

export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `old ${old}\n${formatHashes(proof)}\n${checkpoint}`
}

/** Refused as `add_checkpoint.malformed`, which a witness answers with 400. */
export function parseAddCheckpoint(body: string): Result<AddCheckpoint> {
  const parts = dividedBody(body)
  const [first = '', ...rest] = parts?.lines ?? []
  const old = first.startsWith('old ') ? parseDecimal(first.slice(4)) : 'malformed'
  const proof = parseHashes(rest)
  if (parts === null || typeof old === 'string' || proof === null) {
    return refused('add_checkpoint.malformed', 'This is no request to cosign a checkpoint')
  }
  return accepted({ old, proof, checkpoint: parts.checkpoint })
}

/** Lines up to the first empty one, and the checkpoint after it; null where there is none or it is larger than is read. */
export function dividedBody(body: string): { readonly lines: string[]; readonly checkpoint: string } | null {
  const end = body.length > limits.signedNoteChars ? -1 : body.indexOf('\n\n')
  if (end < 0) return null
  return { lines: body.slice(0, end).split('\n', hashesAtMost + 4), checkpoint: body.slice(end + 2) }
}

/** What a witness answers with 409: the size it knows. Null where that is none. */
export function parseKnownSize(body: string): number | null {
  const size = body.length <= 32 && body.endsWith('\n') ? parseDecimal(body.slice(0, -1)) : 'malformed'
  return typeof size === 'number' ? size : null
}
