// For tests: people with keys of their own, who sign.
import { ed25519 } from '@noble/curves/ed25519.js'
import type { BallotPhase } from '../kernel/books.ts'
import type { Command } from '../kernel/command.ts'
import type { Trial } from '../kernel/trial.ts'
import type { Choice } from '../voting/method.ts'
import { toBase64 } from './bytes.ts'
import { ballotMessage, keyMessage } from './message.ts'
import { subjectOf } from './subject.ts'

export interface TrialKey {
  readonly secret: Uint8Array
  readonly text: string
}

/** The same for the same number below 256. */
export function trialKey(number: number): TrialKey {
  const secret = new Uint8Array(32).fill(number)
  return { secret, text: `ed25519+${toBase64(ed25519.getPublicKey(secret))}` }
}

export const signatureOf = (message: Uint8Array, { secret }: TrialKey): string =>
  toBase64(ed25519.sign(message, secret))

export function settingKey(person: string, key: TrialKey): Extract<Command, { kind: 'set_key' }> {
  const signature = signatureOf(keyMessage({ key: key.text, person }), key)
  return { kind: 'set_key', key: key.text, signature }
}

interface Casting {
  readonly person: string
  readonly decision: string
  readonly phase: BallotPhase
  readonly choice: Choice
  readonly signedMs: number
}

/** A ballot as it ought to be. */
export function signedBallot(
  trial: Pick<Trial, 'decision'>,
  { person, decision, phase, choice, signedMs }: Casting,
  key: TrialKey,
): Extract<Command, { kind: 'ballot' }> {
  const subject = subjectOf(trial.decision(decision))
  const message = ballotMessage({ choice, decision, person, phase, signedMs, subject })
  const signed = { signedMs, signature: signatureOf(message, key) }
  return { kind: 'ballot', decision, choice, signed } as Extract<Command, { kind: 'ballot' }>
}
