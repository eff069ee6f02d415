// Checkpoints (c2sp.org/tlog-checkpoint): a note's text that says a log's origin, its size and the root of its tree.
import { accepted, type Result, refused } from '@equalizer/core'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { parseDecimal } from '../encoding/decimal.ts'
import { hashBytes } from '../merkle/hash.ts'
import { type Ed25519Verify, nobleVerify } from '../note/ed25519.ts'
import { isNoteText, type Note } from '../note/note.ts'
import { openNote } from '../note/open.ts'
import { verifiers as known, type Verifiers } from '../note/verifiers.ts'
import type { Vkey } from '../note/vkey.ts'

export interface Checkpoint {
  /** Which log. */
  readonly origin: string
  /** Leaves. */
  readonly size: number
  /** 32 bytes. */
  readonly root: Uint8Array
  /** Opaque lines after the third; none is usual. */
  readonly extensions: readonly string[]
}

/** Refused as `checkpoint.malformed`, or `checkpoint.size_too_large` above 2^53 - 1 leaves. */
export function parseCheckpointText(text: string): Result<Checkpoint> {
  const malformed = refused('checkpoint.malformed', 'This is no checkpoint')
  if (!isNoteText(text)) return malformed
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n')
  const size = parseDecimal(sizeText)
  const root = decodeBase64(rootText)
  if (size === 'too_large') {
    return refused(
      'checkpoint.size_too_large',
      'This checkpoint is of a larger log than can be counted here',
      {
        digits: sizeText.length,
      },
    )
  }
  if (origin === '' || size === 'malformed' || root?.length !== hashBytes || extensions.includes(''))
    return malformed
  return accepted({ origin, size, root, extensions })
}

/** The text to sign. Faults for a checkpoint that would not parse. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  const text = `${[origin, size, encodeBase64(root), ...extensions].join('\n')}\n`
  const lines = 3 + extensions.length
  if (!parseCheckpointText(text).ok || text.split('\n').length !== lines + 1)
    throw new RangeError('this is no checkpoint')
  return text
}

export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint
  readonly note: Note
  /** Keys whose signatures hold. */
  readonly verified: readonly Vkey[]
}

/** A checkpoint that a trusted key signed; refused as `openNote` and `parseCheckpointText` refuse. The origin is the caller's to compare. */
export function openCheckpoint(
  noteText: string,
  vkeys: readonly Vkey[],
  verify: Ed25519Verify = nobleVerify,
  verifiers: Verifiers = known,
): Result<OpenedCheckpoint> {
  const opened = openNote(noteText, vkeys, verify, verifiers)
  if (!opened.ok) return opened
  const checkpoint = parseCheckpointText(opened.value.text)
  if (!checkpoint.ok) return checkpoint
  return accepted({ checkpoint: checkpoint.value, note: opened.value.note, verified: opened.value.verified })
}
