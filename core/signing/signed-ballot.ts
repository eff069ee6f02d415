// Whether a ballot is signed where it must be, by the key of whoever casts it, over what they say, once and now.

import type { Opening } from '../decision/evolve.ts'
import { no } from '../decision/no.ts'
import type { BallotPhase, Books, Now } from '../kernel/books.ts'
import type { Command } from '../kernel/command.ts'
import { limits } from '../limits.ts'
import type { LogEvent } from '../log/entry.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { fromBase64 } from './bytes.ts'
import type { Verify } from './ed25519.ts'
import { keyBytes, keyIn, keyStreamOf } from './key.ts'
import { ballotMessage } from './message.ts'
import { subjectOf } from './subject.ts'

type BallotCommand = Extract<Command, { kind: 'ballot' }>

interface Casting {
  readonly books: Books
  readonly now: Now
  readonly verify: Verify
  readonly state: Opening
  readonly phase: BallotPhase
}

/** The event of a key's use; null: who casts it has no key, and signs nothing. */
export function signing(
  { books, now, verify, state, phase }: Casting,
  { signed, choice, decision }: BallotCommand,
  person: string,
): Result<LogEvent | null> {
  const { key, usedMs } = keyIn(books, person)
  if (!signed) {
    if (key === null) return accepted(null)
    return refuse(
      no('ballot.unsigned', 'Who has a key signs every ballot with it', { decision, person, key }),
    )
  }
  const { signedMs, signature } = signed
  if (key === null) {
    return refuse(no('key.none', 'The ballot is signed, and there is no key to check it by', { person }))
  }
  if (Math.abs(signedMs - now.atMs) > limits.signedWithinMs) {
    const facts = { signedMs, atMs: now.atMs, atMost: limits.signedWithinMs }
    return refuse(no('signature.stale', 'It was signed too long ago, or too far ahead', facts))
  }
  if (signedMs <= usedMs) {
    return refuse(no('signature.replayed', 'A ballot was signed then or later already', { signedMs, usedMs }))
  }
  const message = ballotMessage({ choice, decision, person, phase, signedMs, subject: subjectOf(state) })
  if (!verify(keyBytes(key), message, fromBase64(signature))) {
    return refuse(no('signature.invalid', 'The signature does not fit', { person, key, decision, phase }))
  }
  return accepted({ stream: keyStreamOf(person), type: 'key.used', data: { person, signedMs } })
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
