// A published log of signed ballots in a folder: many voters, each with a key, vote on one payment after the other.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { ballotMessage, type DecisionState, keyMessage, presetRule, subjectOf } from '@equalizer/core'
import { LogWriter } from '@equalizer/verify/testing'

const day = 86_400_000
const start = Date.UTC(2026, 0, 5)
const steward = 'p-ada0'
export const voters = 1_000

export interface Signed {
  readonly seq: number
  readonly key: Uint8Array
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

const messageBytes = 400

/** All of them in a few large pieces, so that what they take of the heap is not looked through again and again meanwhile. */
export class SignedStore {
  readonly #keys: Uint8Array
  readonly #signatures: Uint8Array
  readonly #messages: Uint8Array
  readonly #lengths: Uint16Array
  size = 0

  constructor(most: number) {
    this.#keys = new Uint8Array(32 * most)
    this.#signatures = new Uint8Array(64 * most)
    this.#messages = new Uint8Array(messageBytes * most)
    this.#lengths = new Uint16Array(most)
  }

  add({ key, signature, message }: Signed): void {
    const at = this.size
    this.#keys.set(key, 32 * at)
    this.#signatures.set(signature, 64 * at)
    if (message.length > messageBytes) throw new RangeError(`a message has ${message.length} bytes`)
    this.#messages.set(message, messageBytes * at)
    this.#lengths[at] = message.length
    this.size += 1
  }

  slice(from: number, to: number): Signed[] {
    return Array.from({ length: Math.min(to, this.size) - from }, (_, i) => {
      const seq = from + i
      const at = messageBytes * seq
      return {
        seq,
        key: this.#keys.subarray(32 * seq, 32 * seq + 32),
        signature: this.#signatures.subarray(64 * seq, 64 * seq + 64),
        message: this.#messages.subarray(at, at + (this.#lengths[seq] as number)),
      }
    })
  }
}

export interface BallotLog {
  readonly writer: LogWriter
  /** Every signature of the log, as whoever only checks signatures is given them. */
  readonly signed: SignedStore
  readonly nowMs: number
}

interface Voter {
  readonly person: string
  readonly secret: KeyObject
  readonly key: Uint8Array
}

/** `ballots`: in votes of a thousand. */
export function writeBallots(folder: string, ballots: number): BallotLog {
  const writer = new LogWriter(folder)
  const signed = new SignedStore(ballots + voters)
  let atMs = start
  function send(command: Parameters<LogWriter['send']>[0], by: string | null): void {
    atMs += 1
    writer.send(command, by, atMs)
  }
  const act = (type: string, unit: string, payload: object, by = steward) =>
    send({ kind: 'act', act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) } }, by)
  const signature = (voter: Voter, message: Uint8Array) => {
    const bytes = new Uint8Array(sign(null, message, voter.secret))
    signed.add({ seq: writer.size, key: voter.key, message, signature: bytes })
    return Buffer.from(bytes).toString('base64')
  }

  writer.found({ stewards: [steward], draws: null }, start)
  const electorate = Array.from({ length: voters }, (_, i) => voterOf(i))
  for (const { person } of electorate) act('charter.admit', 'organization', { person })
  for (const voter of electorate) {
    const key = `ed25519+${Buffer.from(voter.key).toString('base64')}`
    const { person } = voter
    send({ kind: 'set_key', key, signature: signature(voter, keyMessage({ key, person })) }, person)
  }
  const rule = presetRule(4, { center: 'team', edge: 'community', council: 'council' })
  const everything = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
  }
  act('treasury.declare_currency', 'organization', { currency: 'EUR', decimals: 2 })
  act('treasury.open_account', 'finance', { account: 'ops', name: 'Operations', currency: 'EUR' })
  const from = { kind: 'customer', name: 'Grid' }
  act('treasury.receive', 'finance', { account: 'ops', amount: '1000000000', currency: 'EUR', from })
  act('rule.move', 'finance', {
    unit: 'finance',
    classes: [{ ...everything, rule: { ...rule, change: null } }],
  })
  for (let cast = 0, number = 1; cast < ballots; number += 1) {
    const decision = `D-${number}`
    const to = { kind: 'vendor', name: 'Hosting' }
    act(
      'treasury.pay',
      'finance',
      { account: 'ops', to, amount: '1', currency: 'EUR', purpose: 'Servers' },
      electorate[0]?.person,
    )
    const subject = subjectOf(writer.books.stream(`decision/${decision}`) as DecisionState)
    for (const voter of electorate.slice(0, ballots - cast)) {
      const { person } = voter
      const [choice, signedMs] = [cast % 3 === 0 ? 1 : 0, atMs + 1]
      const message = ballotMessage({ choice, decision, person, phase: 'vote', signedMs, subject })
      send(
        { kind: 'ballot', decision, choice, signed: { signedMs, signature: signature(voter, message) } },
        person,
      )
      cast += 1
    }
    atMs += 7 * day
    send({ kind: 'advance', decision }, null)
  }
  writer.finish()
  return { writer, signed, nowMs: atMs }
}

function voterOf(i: number): Voter {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const key = new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32))
  return { person: `p-voter${String(i).padStart(6, '0')}`, secret, key }
}
