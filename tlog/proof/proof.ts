// A proof that stands alone (c2sp.org/tlog-proof): one entry's place in a log, its hashes up to the root, and the checkpoint.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { parseCheckpointText } from '../checkpoint/checkpoint.ts'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { parseDecimal } from '../encoding/decimal.ts'
import { hashBytes } from '../merkle/hash.ts'
import { parseNote } from '../note/note.ts'

export interface Proof {
  /** Opaque, and nobody's word by itself: here, the entry. */
  readonly extra?: Uint8Array
  /** Of the entry, from 0. */
  readonly index: number
  /** From the leaf's sibling up, 32 bytes each. */
  readonly hashes: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string
}

const header = 'c2sp.org/tlog-proof@v1\n'
/** A tree of 2^63 leaves is no higher. */
export const hashesAtMost = 63

export function formatProof({ extra, index, hashes, checkpoint }: Proof): string {
  const said = extra === undefined ? '' : `extra ${encodeBase64(extra)}\n`
  return `${header}${said}index ${index}\n${formatHashes(hashes)}\n${checkpoint}`
}

export function formatHashes(hashes: readonly Uint8Array[]): string {
  return hashes.map(hash => `${encodeBase64(hash)}\n`).join('')
}

/** Refused as `proof.malformed`, or as the checkpoint in it is; nothing is verified. */
export function parseProof(text: string): Result<Proof> {
  if (text.length > limits.proofChars) return malformed('it is larger than is read')
  const end = text.indexOf('\n\n')
  if (!text.startsWith(header) || end < 0) return malformed('it does not begin or divide as one')
  const lines = text.slice(header.length, end).split('\n', hashesAtMost + 3)
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()?.slice(6) ?? '') : undefined
  const place = lines.shift() ?? ''
  const index = place.startsWith('index ') ? parseDecimal(place.slice(6)) : 'malformed'
  const hashes = parseHashes(lines)
  if (extra === null || typeof index === 'string' || hashes === null)
    return malformed('a line is not as it should be')
  const checkpoint = text.slice(end + 2)
  const note = parseNote(checkpoint)
  const read = note.ok ? parseCheckpointText(note.value.text) : note
  if (!read.ok) return read
  return accepted({ ...(extra === undefined ? {} : { extra }), index, hashes, checkpoint })
}

/** Lines of one hash each, or null; at most 63. */
export function parseHashes(lines: readonly string[]): Uint8Array[] | null {
  if (lines.length > hashesAtMost) return null
  const hashes: Uint8Array[] = []
  for (const line of lines) {
    const hash = decodeBase64(line)
    if (hash?.length !== hashBytes) return null
    hashes.push(hash)
  }
  return hashes
}

function malformed(why: string): Result<never> {
  return refused('proof.malformed', `This is no proof: ${why}`)
}
