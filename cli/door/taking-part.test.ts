// Every way of taking part, each typed by the person whose part it is: approvals, consent, answers, retries, a pause kept.
import { presetRule } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { type DoorServer, type Environment, openDoorServer } from './testing.ts'

const day = 86_400_000
const sides = { center: 'team', edge: 'community', council: 'team' }
const team = presetRule(0, sides)
let desk: DoorServer
let ada: Environment
let ines: Environment
let bo: Environment

/** Lending a tool is decided by the process; everything else by the team. */
async function lendingBy(unit: string, process: object): Promise<void> {
  const lend = { acts: ['lending.lend', 'treasury.pay'] }
  const rule = { ...team, propose: 'community', decide: { group: 'community', process } }
  const classes = [
    { id: 'lending', name: 'Lending', filter: lend, consequence: 10, rule },
    { id: 'everything', name: 'Everything', filter: { acts: ['*'] }, consequence: 10, rule: team },
  ]
  const move = ['act', 'rule.move', '--unit', unit, `unit=${unit}`, `classes=${JSON.stringify(classes)}`]
  expect(await desk.said(ada, ...move)).toBe('executed')
  for (const tool of [`${unit}-saw`, `${unit}-drill`])
    await desk.said(ada, 'act', 'lending.add', '--unit', unit, `tool=${tool}`, `name=${tool}`)
}

/** The id of the decision that it opens. */
async function opened(env: Environment, ...args: readonly string[]): Promise<string> {
  const said = await desk.said(env, ...args)
  const id = /^decision (D-\d+) opened/.exec(said)?.[1]
  if (id === undefined) throw new Error(`no decision was opened: ${said}`)
  return id
}

const lend = (unit: string, tool: string) => [
  'act',
  'lending.lend',
  '--unit',
  unit,
  `tool=${unit}-${tool}`,
  'to=Bo',
  'days=3',
]

beforeAll(async () => {
  desk = await openDoorServer(Date.parse('2026-03-01T12:00:00Z'), ['eyes', 'consent', 'asked', 'lab'])
  ada = desk.steward
  ines = await desk.addMember('Ines')
  bo = await desk.addMember('Bo')
})
afterAll(() => desk?.close())

test('four eyes: one approves and it is executed; one declines and it is rejected', async () => {
  await lendingBy('eyes', { kind: 'some', of: 2, windowMs: 5 * day })
  const saw = await opened(ines, ...lend('eyes', 'saw'))
  expect(await desk.said(bo, 'approve', saw)).toBe(`decision ${saw} is executed`)
  const drill = await opened(ines, ...lend('eyes', 'drill'))
  await desk.said(bo, 'decline', drill, '--reason', 'It is broken')
  await desk.said(ada, 'decline', drill, '--reason', 'Bo says so')
  const shown = await desk.said(ines, 'decision', drill)
  expect(shown).toContain('declined by Bo: It is broken')
  expect(shown).toContain('now: rejected')
})

test('what is refused at its execution is blocked, and is done when it is asked for again', async () => {
  const inEyes = ['--unit', 'eyes', 'account=eyes', 'currency=EUR']
  const receive = [
    'act',
    'treasury.receive',
    ...inEyes,
    'amount=1000',
    'from.kind=customer',
    'from.name=Bigg',
  ]
  await desk.said(ada, 'act', 'treasury.declare_currency', 'currency=EUR', 'decimals=2')
  await desk.said(ada, 'act', 'treasury.open_account', ...inEyes, 'name=Eyes')
  await desk.said(ada, ...receive)
  const pay = [
    'act',
    'treasury.pay',
    ...inEyes,
    'amount=700',
    'to.kind=vendor',
    'to.name=OVH',
    'purpose=Servers',
  ]
  const first = await opened(ines, ...pay)
  const second = await opened(ines, ...pay)
  expect(await desk.said(bo, 'approve', first)).toBe(`decision ${first} is executed`)
  expect(await desk.said(bo, 'approve', second)).toContain('its execution was refused')
  expect(await desk.said(bo, 'decision', second)).toMatch(/execution refused: .+ \(treasury\./)
  await desk.said(ada, ...receive)
  expect(await desk.said(ines, 'retry', second)).toBe(`decision ${second} is executed`)
})

test('by consent it passes unless somebody objects', async () => {
  await lendingBy('consent', { kind: 'consent', windowMs: 2 * day, objections: 1 })
  const saw = await opened(ines, ...lend('consent', 'saw'))
  const drill = await opened(ines, ...lend('consent', 'drill'))
  await desk.said(bo, 'object', drill, '--reason', 'I need it')
  await desk.wait(3 * day)
  expect(await desk.said(ines, 'decision', saw)).toContain('now: executed')
  const shown = await desk.said(ines, 'decision', drill)
  expect(shown).toContain('now: rejected')
  expect(shown).toContain('objected by Bo: I need it')
})

test('advice against it takes an answer, which says one of two things', async () => {
  await desk.said(ada, 'move', 'asked', '--stage', '1')
  const ask = async (tool: string) => {
    const id = await opened(ada, 'act', 'lending.add', '--unit', 'asked', `tool=${tool}`, `name=${tool}`)
    for (const env of [ines, bo]) await desk.said(env, 'vote', id, 'against')
    return id
  }
  const [saw, drill] = [await ask('saw'), await ask('drill')]
  await desk.wait(3 * day)
  expect((await desk.run(ada, 'answer', saw, '--reason', 'Because')).code).toBe(exitCodes.usage)
  const both = ['answer', saw, '--proceed', '--give-up', '--reason', 'Because']
  expect((await desk.run(ada, ...both)).code).toBe(exitCodes.usage)
  expect((await desk.run(ines, 'answer', saw, '--proceed', '--reason', 'Mine')).code).toBe(
    exitCodes.notAllowed,
  )
  expect(await desk.said(ada, 'answer', saw, '--proceed', '--reason', 'We need it')).toBe(
    `decision ${saw} is executed`,
  )
  expect(await desk.said(ada, 'answer', drill, '--give-up', '--reason', 'You are right')).toMatch(
    /rejected|cancelled/,
  )
  expect(await desk.said(bo, 'decision', saw)).toMatch(/answered by .+: We need it/)
})

test('of a pause, a vote for it keeps the decision stopped', async () => {
  await desk.said(ada, 'move', 'lab', '--stage', '3', '--council', 'team')
  const id = await opened(ines, 'act', 'lending.add', '--unit', 'lab', 'tool=laser', 'name=Laser')
  await desk.said(bo, 'vote', id, 'for')
  expect(await desk.said(ada, 'pause', id, '--reason', 'Is it safe?')).toBe(`decision ${id} is paused`)
  for (const env of [ines, bo]) await desk.said(env, 'vote', id, 'for')
  await desk.wait(14 * day)
  const shown = await desk.said(ines, 'decision', id)
  expect(shown).toContain('now: stopped')
  expect(shown).toContain('vote on the pause: for 2, against 0')
})
