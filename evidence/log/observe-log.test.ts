// The log as evidence: at each stage whose decisions they were, and where that puts the unit.
import {
  type Command,
  charterSchema,
  createKernel,
  createLedger,
  type DecisionClass,
  declareAct,
  declareStream,
  type Entry,
  exercisedBallots,
  type Ledger,
  presetRule,
  type Rule,
  type Stage,
  stages,
  withOwnLog,
} from '@equalizer/core'
import { dayOfMs, type Observation, type UnitReport } from '@equalizer/measure'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { assembleReport } from '../survey/assemble.ts'
import { Intake } from '../survey/intake.ts'
import { LogObserver } from './observe-log.ts'

const day = 86_400_000
const start = Date.UTC(2026, 0, 5)
const [ada, ben] = ['p-ada0', 'p-ben0'] as const
const members = Array.from({ length: 12 }, (_, at) => `p-m${String(at).padStart(3, '0')}`)

const pay = declareAct({
  type: 'till.pay',
  summary: 'Pay out of the till',
  payload: z.strictObject({ amount: z.int().min(1) }),
  where: 'anywhere',
  consequence: 10,
  execute: ({ payload: { amount } }) => ({
    ok: true,
    value: { events: [{ stream: 'till', type: 'till.paid', data: { amount } }] },
  }),
})
const give = declareAct({
  type: 'till.give',
  summary: 'Say what somebody has',
  payload: z.strictObject({ key: z.string(), person: z.string() }),
  where: 'anywhere',
  consequence: 1,
  execute: ({ payload }) => ({
    ok: true,
    value: {
      events: [{ stream: 'standing', type: 'standing.set', data: { ...payload, amount: '1' } }],
    },
  }),
})
const sent = {
  kind: 'payment.sent',
  of: ({ type, data }: Entry['events'][number]) =>
    type === 'till.paid'
      ? { about: 'till', amount: BigInt(Number(data.amount)), asset: 'EUR', decimals: 2 }
      : null,
}
const kernel = createKernel([
  {
    name: 'till',
    acts: [pay, give],
    grants: true,
    streams: [
      declareStream(
        'till',
        { 'till.paid': z.strictObject({ amount: z.int() }) },
        (_: unknown, { data }) => data,
      ),
    ],
    tables: [],
    views: [],
    measures: [sent],
  },
])

const act = (type: string, unit: string, payload: object): Command => ({
  kind: 'act',
  act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) },
})
const payment = (amount = 100) => act('till.pay', 'finance', { amount })
const everything = (rule: Rule): DecisionClass => ({
  id: 'everything',
  name: 'Everything',
  filter: { acts: ['*'], where: [] },
  consequence: 100,
  rule,
})
const sides = { center: 'team', edge: 'community', council: 'council' }

/** Finance at a stage, in an organization of two stewards and twelve members, the first of whom sits in the council. */
function at(stage: Stage, change: (rule: Rule) => Rule = rule => rule) {
  const ledger = createLedger(kernel)
  ledger.found({ stewards: [ada, ben], draws: null }, start)
  const does = (by: string, command: Command, atMs: number) => {
    const done = ledger.send(command, by, atMs)
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    return done.value.answer
  }
  for (const person of members) does(ada, act('till.give', 'organization', { key: 'member', person }), start)
  const classes = [everything(change(presetRule(stage, sides)))]
  does(ada, act('rule.move', 'finance', { unit: 'finance', classes }), start)
  return { ledger, does }
}

async function observed(ledger: Ledger) {
  const observer = new LogObserver({
    source: 'own-decisions',
    measures: [sent],
    exercised: async (state, untilMs) => exercisedBallots(ledger.books, state, untilMs),
  })
  const found: Observation[] = []
  for (const entry of ledger.entries) found.push(...(await observer.take(entry)))
  return { found, units: observer.units.list() }
}

async function measured(ledger: Ledger, asOfMs = start + 60 * day): Promise<UnitReport> {
  const { found, units } = await observed(ledger)
  const bare = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'o', name: 'O' },
    units: [{ id: 'finance', name: 'Finance' }],
  })
  const charter = withOwnLog(bare, units, asOfMs)
  const intake = new Intake(charter, dayOfMs(asOfMs))
  const taken = { observations: 0, duplicates: 0, unrouted: 0, later: 0 }
  for (const one of found) intake.take(one, taken)
  const { report } = assembleReport({
    charter,
    charterGiven: true,
    asOf: new Date(asOfMs).toISOString().slice(0, 10),
    intake,
    claims: [],
    sources: [],
    later: taken.later,
  })
  const [unit] = report.units
  if (!unit) throw new Error('The unit is not in the report')
  return unit
}

/** Sends payments, lets everybody vote for each where there is a vote, and lets the time pass. */
function decideSome(stage: Stage, count: number, voters: readonly string[] = members) {
  const { ledger, does } = at(stage)
  for (let number = 0; number < count; number += 1) {
    const atMs = start + (2 + 20 * number) * day
    const { decision } = does(ada, payment(), atMs) as { decision?: string }
    if (stage >= 2) {
      for (const person of voters)
        does(person, { kind: 'ballot', decision: decision ?? '', choice: 0 }, atMs + 1)
    }
    for (let days = 0; days < 19; days += 1) ledger.tick(atMs + days * day)
  }
  return { ledger, does }
}

const kindsOf = (found: readonly Observation[], kind: string) => found.filter(one => one.kind === kind)
const whole = 1_000_000_000_000n

describe('a unit of the log', () => {
  test('where the center decides alone stands at 0, and rises with those who vote', async () => {
    const scores: (number | null)[] = []
    for (const stage of stages) scores.push((await measured(decideSome(stage, 2).ledger)).measured.score)
    expect(scores.slice(0, 2)).toEqual([0, 0])
    for (const score of scores.slice(2)) expect(score).toBeGreaterThan(80)
    const few = await measured(decideSome(3, 2, members.slice(0, 3)).ledger)
    expect(few.measured.score).toBe(30.1)
  })

  test('two stewards who each decide alone are each an override, and no spread', async () => {
    const { ledger, does } = at(0)
    for (let number = 0; number < 30; number += 1)
      does(number % 2 === 0 ? ada : ben, payment(), start + number)
    const unit = await measured(ledger)
    expect(unit).toMatchObject({ measured: { score: 0 }, state: 'proven', binding: 'own-decisions' })
    expect(unit.surfaces[0]?.quota).toEqual({ rule: 'override' })
  })

  test('where two of the center must agree, or any one of the community decides, nobody acts alone against all', async () => {
    const four = at(0, rule => ({
      ...rule,
      decide: { group: 'team', process: { kind: 'some', of: 2, windowMs: day } },
    }))
    four.does(ada, payment(), start + day)
    four.does(ben, { kind: 'approve', decision: 'D-1' }, start + day + 1)
    expect((await measured(four.ledger)).measured.score).toBe(30.1)
    const anyone = at(3, rule => ({
      ...rule,
      decide: { group: 'community', process: { kind: 'some', of: 1, windowMs: day } },
    }))
    for (const [number, person] of members.entries()) anyone.does(person, payment(1), start + number)
    for (let days = 0; days < 5; days += 1) anyone.ledger.tick(start + days * day)
    expect((await measured(anyone.ledger)).measured.score).toBe(84.5)
  })

  test('in which nothing was decided yet says nothing', async () => {
    const unit = await measured(at(3).ledger)
    expect(unit.surfaces).toEqual([])
    expect(unit.state).toBe('unknown')
  })
})

describe('who decided', () => {
  test('one who did it at once, and whoever paid is said to have paid', async () => {
    const { ledger, does } = at(0)
    does(ben, payment(250), start + day)
    const { found } = await observed(ledger)
    expect(kindsOf(found, 'decision.made').filter(one => one.about?.startsWith('finance/'))).toMatchObject([
      { actor: 'person:p-ben0', weight: whole, asset: 'decision', decimals: 12 },
    ])
    expect(kindsOf(found, 'payment.sent')).toMatchObject([
      { actor: 'person:p-ben0', weight: 250n, asset: 'EUR', decimals: 2, about: 'finance/till' },
    ])
  })

  test('all who approved, each alike', async () => {
    const four = (rule: Rule): Rule => ({
      ...rule,
      advise: null,
      decide: { group: 'team', process: { kind: 'some', of: 2, windowMs: day } },
    })
    const { ledger, does } = at(1, four)
    does(ada, payment(101), start + day)
    does(ben, { kind: 'approve', decision: 'D-1' }, start + day + 1)
    const { found } = await observed(ledger)
    const ours = kindsOf(found, 'decision.made').filter(({ about }) => about === 'finance/D-1')
    expect(ours.map(({ actor, weight }) => [actor, weight])).toEqual([
      ['person:p-ada0', whole / 2n],
      ['person:p-ben0', whole / 2n],
    ])
    expect(kindsOf(found, 'payment.sent').map(({ weight }) => weight)).toEqual([50n, 51n])
  })

  test('voters with what was delegated to them; who delegated is not counted beside', async () => {
    const { ledger, does } = at(4)
    const [a, b, c, d] = members as [string, string, string, string]
    for (const from of [b, c]) does(from, { kind: 'delegate', to: a, scope: { kind: 'everything' } }, start)
    does(d, payment(), start + day)
    does(a, { kind: 'ballot', decision: 'D-1', choice: 0 }, start + 2 * day)
    does(d, { kind: 'ballot', decision: 'D-1', choice: 1 }, start + 2 * day)
    for (let days = 0; days < 12; days += 1) ledger.tick(start + days * day)
    // What is revoked when the vote is over takes nothing back.
    does(b, { kind: 'revoke', scope: { kind: 'everything' } }, start + 20 * day)
    const { found } = await observed(ledger)
    expect(kindsOf(found, 'vote.cast').map(({ actor, weight, choice }) => [actor, weight, choice])).toEqual([
      [`person:${a}`, 3n, 'for'],
      [`person:${d}`, 1n, 'against'],
    ])
    const ours = kindsOf(found, 'decision.made').filter(({ about }) => about === 'finance/D-1')
    expect(ours.map(({ actor, weight }) => [actor, weight])).toEqual([
      [`person:${a}`, (whole * 3n) / 4n],
      [`person:${d}`, whole / 4n],
    ])
  })

  test('too few voted: nobody decided', async () => {
    const { found } = await observed(decideSome(3, 1, []).ledger)
    expect(kindsOf(found, 'decision.made').filter(({ about }) => about === 'finance/D-1')).toEqual([])
  })
})

describe('who stopped it', () => {
  function vetoed() {
    const made = decideSome(2, 1)
    const { ledger, does } = made
    const atMs = start + 25 * day
    does(ada, payment(), atMs)
    for (const person of members) does(person, { kind: 'ballot', decision: 'D-2', choice: 0 }, atMs + 1)
    ledger.tick(atMs + 5 * day)
    does(ben, { kind: 'veto', decision: 'D-2', reason: 'Too much' }, atMs + 5 * day + 1)
    return made
  }

  test('a veto takes the decision from those who voted', async () => {
    const { found } = await observed(vetoed().ledger)
    expect(kindsOf(found, 'decision.vetoed')).toMatchObject([
      { actor: 'person:p-ben0', about: 'finance/D-2', required: 1 },
    ])
    const made = kindsOf(found, 'decision.made').filter(({ about }) => about === 'finance/D-2')
    expect(made).toMatchObject([{ actor: 'person:p-ben0', weight: whole }])
  })

  test('a veto by one alone forces the unit to 0, as long as the right lasts and it was used lately', async () => {
    const { ledger, does } = vetoed()
    const unit = await measured(ledger)
    expect(unit).toMatchObject({ measured: { score: 0 }, binding: 'own-overrides' })
    expect(unit.surfaces.map(({ id }) => id)).toEqual(['own-decisions', 'own-overrides', 'own-stops'])
    // Before it was used, and a quarter of a year after.
    expect((await measured(ledger, start + 24 * day)).measured.score).toBeGreaterThan(80)
    expect((await measured(ledger, start + 130 * day)).measured.score).toBeGreaterThan(20)
    const given = start + 40 * day
    const classes = [everything(presetRule(3, sides))]
    does(ada, act('rule.move', 'finance', { unit: 'finance', classes }), given)
    for (const person of [ada, ben]) does(person, { kind: 'ballot', decision: 'D-3', choice: 0 }, given + 1)
    for (let days = 0; days < 10; days += 1) ledger.tick(given + days * day)
    expect((await measured(ledger)).measured.score).toBeGreaterThan(20)
  })
})
