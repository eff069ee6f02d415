// Opening a note: whose known keys signed it. Unknown signatures are passed over; a known one that fails refuses the whole.
import { accepted, type Result, refused } from '@equalizer/core'
import { type Ed25519Verify, nobleVerify } from './ed25519.ts'
import { type Note, parseNote } from './note.ts'
import { verifiers as known, type Verifiers } from './verifiers.ts'
import type { Vkey } from './vkey.ts'

export interface OpenedNote {
  readonly text: string
  /** The keys whose signatures hold, each once, in the order of the note. */
  readonly verified: readonly Vkey[]
  readonly note: Note
}

/**
 * Refused as a note that does not parse; `note.signature_invalid` where a known key's signature fails; `note.unverified` where no
 * known key signed. A key of a type that has no verifier is not known.
 */
export function openNote(
  noteText: string,
  vkeys: readonly Vkey[],
  verify: Ed25519Verify = nobleVerify,
  verifiers: Verifiers = known,
): Result<OpenedNote> {
  const note = parseNote(noteText)
  return note.ok ? verifiedNote(note.value, vkeys, verify, verifiers) : note
}

/** The same of a note that is parsed already. */
export function verifiedNote(
  note: Note,
  vkeys: readonly Vkey[],
  verify: Ed25519Verify = nobleVerify,
  verifiers: Verifiers = known,
): Result<OpenedNote> {
  const keys = new Map<string, Vkey>()
  for (const vkey of vkeys) {
    const place = `${vkey.id} ${vkey.name}`
    if ((keys.get(place) ?? vkey).text !== vkey.text) {
      return refused('note.ambiguous_key', 'Two known keys have one name and id', { name: vkey.name })
    }
    keys.set(place, vkey)
  }
  const verified = new Set<Vkey>()
  for (const { id, name, bytes } of note.signatures) {
    const vkey = keys.get(`${id} ${name}`)
    const check = vkey && verifiers.get(vkey.type)
    if (vkey === undefined || check === undefined) continue
    if (!check(vkey, note.text, bytes, verify)) {
      return refused('note.signature_invalid', 'A signature of a known key is wrong', { name })
    }
    verified.add(vkey)
  }
  if (verified.size === 0) return refused('note.unverified', 'No key that is trusted signed this note')
  return accepted({ text: note.text, verified: [...verified], note })
}
