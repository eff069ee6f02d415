// The key by which a member signs: set and dropped by its owner, one at a time. The stream `key/<person>`.
import { no } from '../decision/no.ts'
import type { Books, Now } from '../kernel/books.ts'
import type { Command } from '../kernel/command.ts'
import type { LogEvent } from '../log/entry.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { fromBase64 } from './bytes.ts'
import { isWeakKey, type Verify } from './ed25519.ts'
import { keyMessage } from './message.ts'

export interface KeyState {
  /** `ed25519+` and base64; null: dropped. */
  readonly key: string | null
  /** When the newest ballot was signed, by whichever key (UTC milliseconds): the next one is signed later. */
  readonly usedMs: number
}

type KeyCommand = Extract<Command, { kind: 'set_key' | 'drop_key' }>

const keyless: KeyState = { key: null, usedMs: 0 }

export const keyStreamOf = (person: string): string => `key/${person}`

export function keyIn(books: Books, person: string): KeyState {
  return (books.stream(keyStreamOf(person)) as KeyState | null) ?? keyless
}

/** The 32 bytes that a key's text names. */
export const keyBytes = (key: string): Uint8Array => fromBase64(key.slice('ed25519+'.length))

export function keyed(
  { books, now, verify }: { readonly books: Books; readonly now: Now; readonly verify: Verify },
  command: KeyCommand,
  person: string,
): Result<LogEvent> {
  const { key: has } = keyIn(books, person)
  const stream = keyStreamOf(person)
  if (command.kind === 'drop_key') {
    if (has === null) return refuse(no('key.none', 'There is no key to drop', { person }))
    return accepted({ stream, type: 'key.dropped', data: { person } })
  }
  if (books.standing('member', person, now.seq) <= 0n) {
    return refuse(no('key.not_member', 'Only members sign their ballots', { person }))
  }
  if (has !== null) {
    return refuse(no('key.already_set', 'There is a key already, and one at a time', { person, key: has }))
  }
  const { key, signature } = command
  const bytes = keyBytes(key)
  if (isWeakKey(bytes)) return refuse(no('key.weak', 'This is no key that can be signed with', { key }))
  if (!verify(bytes, keyMessage({ key, person }), fromBase64(signature))) {
    return refuse(no('signature.invalid', 'The signature does not fit', { person, key }))
  }
  return accepted({ stream, type: 'key.set', data: { person, key } })
}

/** Total over the events `key.*`. */
export function evolveKey(state: KeyState | null, { type, data }: LogEvent): KeyState {
  const before = state ?? keyless
  switch (type) {
    case 'key.set':
      return { ...before, key: String(data.key) }
    case 'key.dropped':
      return { ...before, key: null }
    case 'key.used':
      return { ...before, usedMs: Number(data.signedMs) }
    default:
      return before
  }
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
