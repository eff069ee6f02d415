// What a signed ballot says, found out by whoever signs: the subject is hashed here, of the entry as the log has it.
import {
  type BallotSaid,
  ballotMessage,
  canonical,
  cidOf,
  keyMessage,
  limits,
  toBase64,
} from '@equalizer/core'
import type { Answer, Answered, Body, createClient } from '../client.ts'

type Call = ReturnType<typeof createClient>
type Entry = Answer<'GET /api/organizations/{organization}/entries'>['entries'][number]
type Command = Body<'POST /api/organizations/{organization}/door'>['command']

/** A key of Ed25519 that signs where it lies, and need not be readable. */
export interface BallotKey {
  /** `ed25519+` and the public key in base64. */
  readonly text: string
  /** 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
}

export interface Asked {
  readonly organization: string
  readonly decision: {
    readonly id: string
    readonly signing: {
      readonly phase: BallotSaid['phase']
      readonly subject: string
      readonly opening: number
    } | null
  }
}

export interface ToSign {
  readonly decision: string
  readonly person: string
  readonly phase: BallotSaid['phase']
  /** The CID of `opening`. */
  readonly subject: string
  /** What `decision.opened` says: the act, the rule, the groups, the options. */
  readonly opening: Readonly<Record<string, unknown>>
  /** The key that is set; null: none. */
  readonly key: string | null
  readonly usedMs: number
  /** The server's time. */
  readonly atMs: number
}

/** `closed`: no vote is open any more. `differs`: the entry is not what the server says a ballot is about. */
export type CannotSign = 'closed' | 'differs'

export async function toSign(
  call: Call,
  { organization, decision }: Asked,
): Promise<Answered<ToSign | CannotSign>> {
  const { id, signing } = decision
  if (signing === null) return { ok: true, value: 'closed' }
  const [key, entries] = await Promise.all([
    call('GET /api/organizations/{organization}/signing-key', { organization }),
    call('GET /api/organizations/{organization}/entries', { organization, from: signing.opening, limit: 1 }),
  ])
  if (!key.ok) return key
  if (!entries.ok) return entries
  const opening = openingIn(entries.value.entries[0], id)
  if (opening === null || cidOf(canonical(opening)) !== signing.subject) return { ok: true, value: 'differs' }
  const { phase, subject } = signing
  return { ok: true, value: { ...key.value, decision: id, phase, subject, opening } }
}

function openingIn(entry: Entry | undefined, decision: string): ToSign['opening'] | null {
  for (const event of entry?.events ?? []) {
    const { stream, type, data } = event as { stream?: unknown; type?: unknown; data?: unknown }
    if (type !== 'decision.opened' || stream !== `decision/${decision}`) continue
    const said = data as ToSign['opening']
    return said.id === decision ? said : null
  }
  return null
}

/** How far the log lets the clock of whoever signs be from its own. */
const withinMs = limits.signedWithinMs

/** By the clock of whoever signs; where that one is wrong, by the server's. Later than the ballot before in any case. */
export function timeToSign({ usedMs, atMs }: Pick<ToSign, 'usedMs' | 'atMs'>, nowMs: number): number {
  // A margin for the way to the server.
  const fits = Math.abs(nowMs - atMs) < withinMs / 2
  return Math.max(fits ? nowMs : atMs, usedMs + 1)
}

export async function signBallot(
  { decision, person, phase, subject }: ToSign,
  { choice, signedMs }: Pick<BallotSaid, 'choice' | 'signedMs'>,
  key: BallotKey,
): Promise<{ signedMs: number; signature: string }> {
  const message = ballotMessage({ choice, decision, person, phase, signedMs, subject })
  return { signedMs, signature: toBase64(await key.sign(message)) }
}

/** The command by which this person signs from now on. */
export async function settingOf(
  key: BallotKey,
  person: string,
): Promise<Extract<Command, { kind: 'set_key' }>> {
  const signature = toBase64(await key.sign(keyMessage({ key: key.text, person })))
  return { kind: 'set_key', key: key.text, signature }
}
