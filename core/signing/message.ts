// What a person's key signs: canonical JSON (RFC 8785) that says what it is about, so that no signature fits anything else.
import type { BallotPhase } from '../kernel/books.ts'
import { canonical } from '../log/canonical.ts'
import type { Choice } from '../voting/method.ts'

export interface BallotSaid {
  /** As the command says it. */
  readonly choice: Choice
  /** `D-17`. */
  readonly decision: string
  readonly person: string
  /** Which of the votes of the decision. */
  readonly phase: BallotPhase
  /** When it was signed, by the clock of whoever signs: UTC milliseconds. */
  readonly signedMs: number
  /** The CID of the canonical JSON of what `decision.opened` says: what is voted on, by which rule, among whom. */
  readonly subject: string
}

export interface KeySaid {
  /** `ed25519+` and the 32 bytes of the public key in base64. */
  readonly key: string
  readonly person: string
}

/** UTF-8 bytes of `{"about":"equalizer ballot 1","choice":…,"decision":…,"person":…,"phase":…,"signedMs":…,"subject":…}`. */
export function ballotMessage({
  choice,
  decision,
  person,
  phase,
  signedMs,
  subject,
}: BallotSaid): Uint8Array {
  const said = { about: 'equalizer ballot 1', choice, decision, person, phase, signedMs, subject }
  // Written in order and in plain characters, as nearly all are, it is canonical as it stands: a log has a million of them.
  const plain = choice === null || [choice].flat().every(Number.isInteger)
  const written = plain && Number.isInteger(signedMs) && isPlain(decision + person + phase + subject)
  return written ? encoder.encode(JSON.stringify(said)) : bytesOf(said)
}

const encoder = new TextEncoder()
const isPlain = (text: string): boolean => /^[\w-]*$/.test(text)

/** UTF-8 bytes of `{"about":"equalizer key 1","key":…,"person":…}`: who has a key shows that they hold it. */
export function keyMessage({ key, person }: KeySaid): Uint8Array {
  return bytesOf({ about: 'equalizer key 1', key, person })
}

const bytesOf = (said: object): Uint8Array => new TextEncoder().encode(canonical(said))
