// For the tests of the kernel: a small capability with a purse, and an organization that is quick to set up and to ask.
import { z } from 'zod'
import type { Capability } from '../capability.ts'
import { declareAct, declareStream, type EventOn } from '../declare.ts'
import { entrySchema } from '../log/schema/entry-schema.ts'
import { accepted, type Refusal, refused } from '../refusal.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group, StandingKey } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'
import type { Command } from './command.ts'
import { createKernel } from './create-kernel.ts'
import { createLedger, type Ledger, type LedgerOptions } from './ledger.ts'
import { strictLedger } from './strict-ledger.ts'

interface Purse {
  readonly left: number
  readonly paid: readonly number[]
}
const full: Purse = { left: 1_000, paid: [] }

const whole = z.int().min(0).max(1_000_000)

const pay = declareAct({
  type: 'purse.pay',
  summary: 'Pay out of the purse',
  payload: z.strictObject({ amount: whole, to: z.string().max(100).default('somebody') }),
  where: 'anywhere',
  consequence: 10,
  execute: ({ payload, books }) => {
    const { left } = (books.stream('purse') as Purse | null) ?? full
    const { amount } = payload
    if (amount > left) return refused('purse.empty', 'There is not so much in the purse', { amount, left })
    return accepted({ events: [{ stream: 'purse', type: 'purse.paid', data: { amount } }] })
  },
})

const fill = declareAct({
  type: 'purse.fill',
  summary: 'Put into the purse',
  payload: z.strictObject({ amount: whole }),
  where: 'anywhere',
  consequence: 1,
  execute: ({ payload }) =>
    accepted({ events: [{ stream: 'purse', type: 'purse.filled', data: { amount: payload.amount } }] }),
})

/** Sets whatever anybody has: in tests only. */
const give = declareAct({
  type: 'purse.give',
  summary: 'Say what somebody has',
  payload: z.strictObject({ key: z.string(), person: z.string(), amount: z.string() }),
  where: 'anywhere',
  consequence: 1,
  execute: ({ payload }) =>
    accepted({ events: [{ stream: 'standing', type: 'standing.set', data: payload }] }),
})

const elect = declareAct({
  type: 'purse.elect',
  summary: 'Choose one of several',
  payload: z.strictObject({ candidates: z.array(z.string()).max(20) }),
  where: 'anywhere',
  consequence: 1,
  options: ({ candidates }) => candidates,
  execute: ({ payload, ranking }) => {
    const best = (ranking?.[0] ?? []).map(option => payload.candidates[option] ?? '')
    return accepted({ events: [{ stream: 'purse/chosen', type: 'purse.chosen', data: { best } }] })
  },
})

const events = {
  'purse.paid': z.strictObject({ amount: whole }).describe('Something was paid'),
  'purse.filled': z.strictObject({ amount: whole }).describe('Something was put in'),
}
const chosen = {
  'purse.chosen': z.strictObject({ best: z.array(z.string()) }).describe('Somebody was chosen'),
}

function evolvePurse(state: Purse | null, { type, data: { amount } }: EventOn<typeof events>): Purse {
  const { left, paid } = state ?? full
  if (type === 'purse.filled') return { left: left + amount, paid }
  return { left: left - amount, paid: [...paid, amount] }
}

export const purse: Capability = {
  name: 'purse',
  acts: [pay, fill, give, elect],
  grants: true,
  streams: [
    declareStream('purse', events, evolvePurse),
    declareStream('purse/chosen', chosen, (_: unknown, { data }) => data),
  ],
  tables: [],
  views: [],
  measures: [],
}

export const hour = 3_600_000
export const day = 24 * hour
/** When the trial organization is founded. */
export const start = Date.UTC(2026, 0, 5)

/** Founded by two stewards, who act in the organization alone and at once; six others are members. */
export interface Trial extends Ledger {
  /** Throws where it is refused. */
  readonly does: (by: string, command: Command, atMs: number) => ReturnType<typeof outcomeOf>
  /** The refusal; throws where there is none. */
  readonly refuses: (by: string | null, command: Parameters<Ledger['send']>[0], atMs: number) => Refusal
  readonly has: (key: StandingKey, person: string, amount: bigint, atMs?: number) => void
  readonly move: (unit: string, classes: readonly DecisionClass[], atMs?: number) => void
  readonly group: (group: Group, atMs?: number) => void
  readonly paid: () => readonly number[]
}

export const [ada, ben] = ['p-ada0', 'p-ben0'] as const
export const members = ['p-m001', 'p-m002', 'p-m003', 'p-m004', 'p-m005', 'p-m006'] as const
export const [m1, m2, m3, m4, m5, m6] = members
export const outsider = 'p-out0'

function outcomeOf(ledger: Ledger, by: string, command: Command, atMs: number) {
  const result = ledger.send(command, by, atMs)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value.answer
}

const schema = entrySchema([purse])

export function createTrial(options: LedgerOptions = {}): Trial {
  const ledger = strictLedger(createLedger(createKernel([purse]), options), schema)
  const does = (by: string, command: Command, atMs: number) => outcomeOf(ledger, by, command, atMs)
  const trial: Trial = {
    ...ledger,
    does,
    refuses(by, command, atMs) {
      const result = ledger.send(command, by, atMs)
      if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value.answer)}`)
      return result.refusal
    },
    has(key, person, amount, atMs = start) {
      const payload = { key, person, amount: amount.toString() }
      does(ada, act('purse.give', 'organization', payload), atMs)
    },
    move: (unit, classes, atMs = start) => {
      const payload = { unit, classes: JSON.parse(JSON.stringify(classes)) }
      does(ada, act('rule.move', unit, payload), atMs)
    },
    group: (group, atMs = start) => {
      does(ada, act('rule.set_group', 'organization', { group: JSON.parse(JSON.stringify(group)) }), atMs)
    },
    paid: () => ((ledger.books.stream('purse') as Purse | null) ?? full).paid,
  }
  ledger.found({ stewards: [ada, ben], draws: null }, start)
  for (const member of members) trial.has('member', member, 1n)
  return trial
}

export function act(type: string, unit: string, payload: object): Extract<Command, { kind: 'act' }> {
  return { kind: 'act', act: { type, unit, payload: payload as Record<string, never> } }
}

export const payment = (amount: number, unit = 'finance') => act('purse.pay', unit, { amount })

/** A class that takes every act. */
export function everything(rule: Rule): DecisionClass {
  return { id: 'everything', name: 'Everything', filter: { acts: ['*'], where: [] }, consequence: 100, rule }
}
