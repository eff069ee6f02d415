// For tests and benchmarks: a made-up organization that decides in every way there is, through the kernel, with signed ballots.
import { createHash } from 'node:crypto'
import { capabilities } from '@equalizer/capabilities'
import {
  ballotMessage,
  type Choice,
  type Command,
  canonical,
  chainAnchor,
  createKernel,
  createLedger,
  type DecisionClass,
  type DecisionState,
  type Group,
  keyMessage,
  type Ledger,
  presetRule,
  type Rule,
  type Stage,
  subjectOf,
  type Tick,
} from '@equalizer/core'
import { nobleSigner, type Signer, signatureTypes } from '@equalizer/tlog'

export const hour = 3_600_000
export const day = 24 * hour
export const start = Date.UTC(2026, 0, 5)
export const stewards = ['p-ada0', 'p-ben0'] as const
export const members = Array.from({ length: 8 }, (_, i) => `p-mem${i}`)
/** Half of the members sign. */
export const signers = members.filter((_, i) => i % 2 === 0)

const drawsLength = 5_000
const sides = { center: 'team', edge: 'community', council: 'council' }

export class TestOrganization {
  readonly ledger: Ledger
  readonly keys = new Map<string, Signer>()
  nowMs = start

  constructor(seed = 'organization') {
    const chain = drawChain(seed)
    // Signatures are made here; whether they hold is the checker's question.
    const kernel = createKernel(capabilities, { verify: () => true })
    this.ledger = createLedger(kernel, {
      draw: seq => chain[seq] ?? null,
      measure: unit => (unit === 'content' ? { score: 80, proven: true } : null),
    })
    this.ledger.found({ stewards, draws: { anchor: chain[0] ?? '', length: drawsLength } }, start)
  }

  get texts(): string[] {
    return this.ledger.entries.map(canonical)
  }

  /** Throws where it is refused. Answers the decision that it is about, if any. */
  send(command: Command | Tick, by: string | null = stewards[0], afterMs = 1_000): string {
    this.nowMs += afterMs
    const sent = this.ledger.send(command, by, this.nowMs)
    if (!sent.ok) throw new Error(`${JSON.stringify(command)}: ${sent.refusal.code}`)
    const { answer } = sent.value
    return 'decision' in answer ? answer.decision : ''
  }

  act(type: string, unit: string, payload: object, by: string = stewards[0]): string {
    return this.send({ kind: 'act', act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) } }, by)
  }

  advance(decision: string, afterMs: number): void {
    this.send({ kind: 'advance', decision }, null, afterMs)
  }

  setKey(person: string): void {
    const secret = createHash('sha256').update(`key of ${person}`).digest()
    const signer = nobleSigner('key', signatureTypes.ed25519, secret)
    this.keys.set(person, signer)
    const key = `ed25519+${Buffer.from(signer.vkey.key).toString('base64')}`
    this.send({ kind: 'set_key', key, signature: signed(signer, keyMessage({ key, person })) }, person)
  }

  ballot(decision: string, person: string, choice: Choice, afterMs = 1_000): void {
    const command = { kind: 'ballot', decision, choice } as Ballot
    const signer = this.keys.get(person)
    if (!signer) return void this.send(command, person, afterMs)
    const signedMs = this.nowMs + afterMs
    const state = this.ledger.books.stream(`decision/${decision}`) as DecisionState
    const phase = state.phase === 'advice' ? 'advice' : state.phase === 'paused' ? 'ratify' : 'vote'
    const message = ballotMessage({ choice, decision, person, phase, signedMs, subject: subjectOf(state) })
    this.send({ ...command, signed: { signedMs, signature: signed(signer, message) } }, person, afterMs)
  }

  /** The classes of a unit, from then on: all acts by one rule. */
  classes(unit: string, stage: Stage, bent: Partial<Rule> = {}): void {
    this.act('rule.move', unit, { unit, classes: [everything({ ...presetRule(stage, sides), ...bent })] })
  }
}

type Ballot = Extract<Command, { kind: 'ballot' }>

const signed = (signer: Signer, message: Uint8Array) => Buffer.from(signer.sign(message)).toString('base64')

function drawChain(seed: string): string[] {
  const values = [createHash('sha256').update(`${seed} draws`).digest('hex')]
  for (let i = 0; i < drawsLength; i += 1) values.push(chainAnchor(values.at(-1) ?? '', 1))
  return values.reverse()
}

export function everything(rule: Rule): DecisionClass {
  return { id: 'everything', name: 'Everything', filter: { acts: ['*'], where: [] }, consequence: 100, rule }
}

export const payment = (amount: number, account = 'ops') => ({
  account,
  to: { kind: 'vendor', name: 'Hosting' },
  amount: String(amount),
  currency: 'EUR',
  purpose: 'Servers',
})

const jury: Group = {
  id: 'jury',
  name: 'Jury',
  kind: 'jury',
  size: 3,
  pool: 'community',
  weight: { by: 'person' },
}

/** People, keys, money, and units at every stage. */
export function founded(seed?: string): TestOrganization {
  const made = new TestOrganization(seed)
  for (const person of members) made.act('charter.admit', 'organization', { person })
  for (const person of signers) made.setKey(person)
  made.act('rule.set_group', 'organization', { group: jury })
  made.act('treasury.declare_currency', 'organization', { currency: 'EUR', decimals: 2 })
  const from = { kind: 'customer', name: 'Grid' }
  for (const [unit, account] of accounts) {
    made.act('treasury.open_account', unit, { account, name: account, currency: 'EUR' })
    made.act('treasury.receive', unit, { account, amount: '1000000000', currency: 'EUR', from })
  }
  made.act('rule.set_gates', 'content', {
    unit: 'content',
    gates: [{ stage: 2, measure: 'position', atLeast: 70 }],
  })
  made.classes('tools', 1)
  made.classes('finance', 2)
  made.classes('content', 3, { pause: { ...pause, group: 'jury' } })
  const [first = ''] = members
  made.send({ kind: 'delegate', to: first, scope: { kind: 'unit', unit: 'finance' } }, members[7] as string)
  return made
}

const accounts = [
  ['finance', 'ops'],
  ['tools', 'kit'],
  ['content', 'desk'],
] as const
const { pause: preset } = presetRule(3, sides)
const pause = preset as NonNullable<Rule['pause']>

/** A payment that the community votes on, most of them for it; answers its decision. */
export function votedPayment(made: TestOrganization, amount: number): string {
  const decision = made.act('treasury.pay', 'finance', payment(amount), members[1] as string)
  for (const [i, person] of members.slice(0, 6).entries()) made.ballot(decision, person, i === 5 ? 1 : 0)
  made.advance(decision, 6 * day)
  made.advance(decision, 3 * day)
  return decision
}

/** Advice that is answered, a veto, and a drawn jury whose pause lapses. */
export function variety(made: TestOrganization): void {
  const [first = '', second = ''] = members
  const advised = made.act('treasury.pay', 'tools', payment(5, 'kit'))
  made.ballot(advised, first, 1)
  made.advance(advised, 4 * day)
  made.send({ kind: 'answer', decision: advised, proceed: false, reason: 'You are right' }, stewards[1])
  const vetoed = made.act('treasury.pay', 'finance', payment(7), second)
  for (const person of members.slice(0, 5)) made.ballot(vetoed, person, 0)
  made.advance(vetoed, 5 * day + hour)
  made.send({ kind: 'veto', decision: vetoed, reason: 'Too early' }, stewards[0])
  const paused = made.act('treasury.pay', 'content', payment(9, 'desk'), second)
  for (const person of members.slice(0, 5)) made.ballot(paused, person, 0)
  made.advance(paused, 5 * day + hour)
  const { juries } = made.ledger.decision(paused)
  made.send({ kind: 'pause', decision: paused, reason: 'Let us look again' }, juries.jury?.[0] ?? '')
  made.ballot(paused, first, 1)
  made.advance(paused, 16 * day)
}
