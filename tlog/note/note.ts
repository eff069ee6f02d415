// Signed notes (c2sp.org/signed-note): a text, an empty line, and lines of signatures. Nothing here says whether one is right.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { concatBytes } from '@noble/hashes/utils.js'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { idBytes, isKeyName } from './vkey.ts'

export interface NoteSignature {
  /** The key's name. */
  readonly name: string
  /** The key's id. */
  readonly id: number
  /** The signature without the id before it. */
  readonly bytes: Uint8Array
  /** As it stands in the note, without the newline. */
  readonly line: string
}

export interface Note {
  /** With its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** `— <name> <base64>`, without a newline. */
export function signatureLine(name: string, id: number, bytes: Uint8Array): string {
  return `— ${name} ${encodeBase64(concatBytes(idBytes(id), bytes))}`
}

/** Refused as `note.malformed`, `note.too_large` or `note.too_many_signatures`. */
export function parseNote(text: string): Result<Note> {
  if (text.length > limits.signedNoteChars) return tooLarge(text.length)
  const end = text.lastIndexOf('\n\n')
  if (end < 0) return malformed('it has no empty line before its signatures')
  const body = text.slice(0, end + 1)
  if (!isNoteText(body)) return malformed('its text holds a control character or half a character')
  const signatures = parseSignatureLines(text.slice(end + 2))
  return signatures.ok ? accepted({ text: body, signatures: signatures.value }) : signatures
}

/** At least one line, each ended by a newline: what a note ends in, and what a witness answers. Refused as a note is. */
export function parseSignatureLines(text: string): Result<NoteSignature[]> {
  if (text.length > limits.signedNoteChars) return tooLarge(text.length)
  if (!text.endsWith('\n')) return malformed('its last line has no end')
  const lines = text.slice(0, -1).split('\n', limits.signaturesPerNote + 1)
  if (lines.length > limits.signaturesPerNote) {
    return refused('note.too_many_signatures', 'This note has more signatures than are read', {
      atMost: limits.signaturesPerNote,
    })
  }
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = parseLine(line)
    if (signature === null) return malformed('a line after the last empty one is no signature')
    signatures.push(signature)
  }
  return accepted(signatures)
}

function parseLine(line: string): NoteSignature | null {
  const [dash, name = '', base64 = '', more] = line.split(' ', 4)
  if (dash !== '—' || more !== undefined || !isKeyName(name)) return null
  const bytes = decodeBase64(base64)
  if (bytes === null || bytes.length < 5) return null
  const id = new DataView(bytes.buffer).getUint32(0)
  return { name, id, bytes: bytes.slice(4), line }
}

/** The note to the byte. */
export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(({ line }) => `${line}\n`).join('')}`
}

/** Ends in a newline and holds no other control character below U+0020. */
export function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note may not hold
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text)
}

/** The same note with more signature lines (with or without their newline) after its own; a line that it has is not doubled. */
export function addSignatures(noteText: string, lines: readonly string[]): string {
  const had = new Set(noteText.slice(noteText.lastIndexOf('\n\n')).split('\n'))
  let text = noteText
  for (const given of lines) {
    const line = given.endsWith('\n') ? given.slice(0, -1) : given
    if (line !== '' && !had.has(line)) text += `${line}\n`
    had.add(line)
  }
  return text
}

function malformed(why: string): Result<never> {
  return refused('note.malformed', `This is no signed note: ${why}`)
}

function tooLarge(chars: number): Result<never> {
  return refused('note.too_large', 'This note is larger than is read', {
    chars,
    atMost: limits.signedNoteChars,
  })
}
