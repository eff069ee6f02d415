// Which key each person signs by, and whether a ballot is signed as it must be, by the entries alone: the message, the hash
// and the key are read here a second time, and only the arithmetic of Ed25519 is the machine's.
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Command, Entry, LogEvent } from '@equalizer/core'
import { insist } from './insist.ts'

interface Held {
  /** Null: dropped. */
  key: string | null
  usedMs: number
}

type KeyCommand = Extract<Command, { kind: 'set_key' | 'drop_key' }>
type BallotCommand = Extract<Command, { kind: 'ballot' }>

export interface CastIn {
  readonly phase: string
  readonly subject: string
  readonly atMs: number
}

const tenMinutesMs = 10 * 60 * 1_000

export class Keys {
  readonly #held = new Map<string, Held>()

  #of(person: string): Held {
    return this.#held.get(person) ?? { key: null, usedMs: 0 }
  }

  /** Why this person may not set or drop a key; null: they may. */
  problem(command: KeyCommand, by: string, isMember: boolean): string | null {
    const { key } = this.#of(by)
    if (command.kind === 'drop_key') return key === null ? 'no key' : null
    if (!isMember) return 'no member'
    if (key !== null) return 'a key already'
    const said = { about: 'equalizer key 1', key: command.key, person: by }
    return fits(command.key, said, command.signature) ? null : 'another signature'
  }

  /** Why a ballot is not signed as it must be. */
  problemOfBallot(command: BallotCommand, by: string, { phase, subject, atMs }: CastIn): string | null {
    const { key, usedMs } = this.#of(by)
    const { signed, choice, decision } = command
    if (key === null) return signed ? 'a signature, and no key' : null
    if (!signed) return 'a key, and no signature'
    const { signedMs, signature } = signed
    if (signedMs - atMs > tenMinutesMs || atMs - signedMs > tenMinutesMs) return 'a stale signature'
    if (signedMs <= usedMs) return 'a replayed signature'
    const said = { about: 'equalizer ballot 1', choice, decision, person: by, phase, signedMs, subject }
    return fits(key, said, signature) ? null : 'another signature'
  }

  /** Setting and dropping are one event each, and the use of a key is one beside its ballot; nothing else is about keys. */
  take({ command, by, events, seq }: Entry) {
    const about = events.filter(({ stream }) => stream.startsWith('key/'))
    const meant = eventsOf(command, by, this.#of(String(by)).key !== null)
    insist(plain(about) === plain(meant), `entry ${seq} (${command.kind}) says of keys ${plain(about)}`)
    for (const { type, data } of about) {
      const person = String(data.person)
      const held = this.#of(person)
      if (type === 'key.set') held.key = String(data.key)
      if (type === 'key.dropped') held.key = null
      if (type === 'key.used') held.usedMs = Number(data.signedMs)
      this.#held.set(person, held)
    }
  }
}

function eventsOf({ kind, key, signed }: Entry['command'], by: string | null, hasKey: boolean): LogEvent[] {
  const [stream, person] = [`key/${by}`, by]
  if (kind === 'set_key') return [{ stream, type: 'key.set', data: { person, key: String(key) } }]
  if (kind === 'drop_key') return [{ stream, type: 'key.dropped', data: { person } }]
  if (kind !== 'ballot' || !hasKey) return []
  const { signedMs } = signed as { signedMs: number }
  return [{ stream, type: 'key.used', data: { person, signedMs } }]
}

function fits(key: string, said: object, signature: string): boolean {
  const x = Buffer.from(key.split('+').slice(1).join('+'), 'base64').toString('base64url')
  try {
    const read = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(plain(said)), read, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** JSON with its keys in the order of their code units. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain)}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${plain(one)}`)}}`
}

/** The CID of a text of one block: a version, a codec, a hash and its length, in lower-case base32. */
export function cidBy(value: unknown): string {
  const digest = createHash('sha256').update(plain(value)).digest()
  const bits = [0x01, 0x55, 0x12, 0x20, ...digest].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits
    .match(/.{1,5}/g)
    ?.map(five => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
  return `b${letters?.join('')}`
}
