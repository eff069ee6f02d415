// The way from an old key of a log to the one in force, `keys`: each change is a note that the old key signed.
import {
  type Ed25519Verify,
  type Note,
  parseNote,
  parseVkey,
  utf8Text,
  type Vkey,
  verifiedNote,
  verifiers,
} from '@equalizer/tlog'
import { limits } from './limits.ts'
import { found } from './report.ts'
import type { Reader } from './source.ts'

const path = 'keys'
const head = 'equalizer log key 1'

export interface Statement {
  /** Of the file, from 1: where it begins. */
  readonly line: number
  readonly note: Note
  /** The key that it names. */
  readonly next: Vkey
}

/** None where there is no such file. Code: `keys.malformed` (line). */
export async function readStatements(reader: Reader): Promise<readonly Statement[]> {
  const bytes = await reader.maybe(path, limits.checkpointBytes)
  if (bytes === null || bytes.length === 0) return []
  const text = utf8Text(bytes)
  if (!text.ok) return malformed(lineNotUtf8(bytes), 'it is no UTF-8')
  const parts = text.value.split(new RegExp(`\n\n(?=${head}\n)`))
  let line = 1
  return parts.map((part, i) => {
    const statement = statementIn(i < parts.length - 1 ? `${part}\n` : part, line)
    line += part.split('\n').length + 1
    return statement
  })
}

function statementIn(text: string, line: number): Statement {
  const note = parseNote(text)
  if (!note.ok) return malformed(line, note.refusal.code)
  const [kind, origin = '', vkey = '', when = '', ...rest] = note.value.text.split('\n')
  const next = parseVkey(vkey)
  if (kind !== head || rest.join('\n') !== '') return malformed(line, 'it does not have four lines')
  if (!next.ok) return malformed(line, next.refusal.code)
  if (!verifiers.has(next.value.type)) return malformed(line, 'the key is of an unknown kind')
  if (!isTime(when)) return malformed(line, 'its time is none')
  if (next.value.name !== origin) return malformed(line, 'the key is of another log')
  if (!note.value.signatures.some(({ name }) => name === origin))
    malformed(line, 'no key of its log signed it')
  return { line, note: note.value, next: next.value }
}

function isTime(when: string): boolean {
  const ms = Date.parse(when)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === when
}

/** The keys that these have handed on to, one after the other, under the same name; the given ones included. Code: `keys.wrong`. */
export function handedOn(
  statements: readonly Statement[],
  vkeys: readonly Vkey[],
  verify: Ed25519Verify,
): readonly Vkey[] {
  const trusted = [...vkeys]
  for (const statement of statements) {
    if (isSignedBy(statement, trusted, verify)) trusted.push(statement.next)
  }
  return trusted
}

interface Chain {
  readonly origin: string
  /** All that are known, trusted or not: what one of them is said to have signed has to be signed by it. */
  readonly known: readonly Vkey[]
  /** The log's own, by which it is signed now. */
  readonly own: readonly Vkey[]
}

/**
 * Every statement is signed by a key that is known, or that one before names. Who comes anew may not know the first key; all that it
 * signed is answered, by its line, and has to lead to the log's own keys. Code: `keys.wrong` (line, why).
 */
export function checkStatements(
  statements: readonly Statement[],
  { origin, known, own }: Chain,
  verify: Ed25519Verify,
): readonly number[] {
  const keys = [...known]
  const unknown: Statement[] = []
  for (const [at, statement] of statements.entries()) {
    if (statement.next.name !== origin) wrong(statement, 'it is of another log')
    if (!isSignedBy(statement, keys, verify)) {
      const isFirst = at === 0 || (unknown[0] !== undefined && signersOf(unknown[0]) === signersOf(statement))
      if (!isFirst) wrong(statement, 'no key signed it that was named before')
      unknown.push(statement)
    }
    keys.push(statement.next)
  }
  const [first] = unknown
  const named = new Set(statements.map(({ next }) => next.text))
  const astray = own.find(({ name, text }) => name === origin && !named.has(text))
  if (first && astray) wrong(first, 'it does not lead to the keys by which the log is signed')
  return unknown.map(({ line }) => line)
}

function isSignedBy(statement: Statement, vkeys: readonly Vkey[], verify: Ed25519Verify): boolean {
  const ofLog = vkeys.filter(({ name }) => name === statement.next.name)
  const opened = verifiedNote(statement.note, ofLog, verify)
  if (!opened.ok && opened.refusal.code !== 'note.unverified') wrong(statement, opened.refusal.code)
  return opened.ok
}

const signersOf = ({ note }: Statement): string =>
  note.signatures.map(({ name, id }) => `${name} ${id}`).join('\n')

function lineNotUtf8(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.findIndex(line => line.includes('\ufffd')) + 1
}

function malformed(line: number, why: string): never {
  found(
    'keys.malformed',
    'Where the key was exchanged, what is said is not built as it should be',
    { line, why },
    { path },
  )
}

function wrong({ line }: Statement, why: string): never {
  found(
    'keys.wrong',
    'Where the key was exchanged, what is said is not signed by a key of this log',
    { line, why },
    { path },
  )
}
