// An organization that no evidence from outside tells about is measured by what it decides here, through the front door.
import type { Answer } from '@equalizer/client'
import { charterSchema } from '@equalizer/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clock } from '../desk.ts'
import type { StartedJobs } from '../jobs/start-jobs.ts'
import { putOrganization } from '../measures/testing.ts'
import { startTestServer, type TestPerson, type TestServer } from '../testing.ts'
import { logReadAfterMs } from './own-log-rows.ts'

const day = 86_400_000
let now = Date.parse('2026-03-01T12:00:00Z')
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'
const outside = {
  id: 'code',
  name: 'Code',
  surfaces: [{ id: 'ships', name: 'What ships', evidence: [{ source: 'repo', kinds: ['commit.authored'] }] }],
}
const charter = charterSchema.parse({
  equalizer: 1,
  organization: { id: 'acme', name: 'Acme' },
  units: [{ id: 'finance', name: 'Finance' }, outside],
  sources: [{ id: 'repo', kind: 'git', path: '.' }],
})

let server: TestServer
const people: TestPerson[] = []

beforeAll(async () => {
  server = await startTestServer({ clock })
  await putOrganization(server.desk, 'acme', charter, true)
  const member = { organization_id: 'acme', user_id: server.steward.id, role: 'steward' } as const
  await server.desk.store.db.insertInto('members').values(member).execute()
})
afterAll(() => server.close())

async function value<T>(
  asked: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const got = await asked
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.problem)}`)
  return got.value
}
const door = `POST ${path}/door` as const
const send = (command: object, call = server.stewardCall): Promise<Answer<typeof door>> =>
  value(call(door, at, { body: { command } as never }))
const act = (type: string, payload: object, unit: string) => ({ kind: 'act', act: { type, unit, payload } })
const board = () => value(server.stewardCall(`GET ${path}/board`, at))
const finance = async () => {
  const found = (await board()).units.find(({ id }) => id === 'finance')
  if (!found) throw new Error('Finance is not on the board')
  return found
}
const sources = async () => (await value(server.stewardCall(`GET ${path}/sources`, at))).sources

/** The clock goes on until the log is read again, and what came of it is measured. */
async function readAgain() {
  now += logReadAfterMs
  await (server.desk.jobs as StartedJobs).tick(now)
  await server.desk.jobs.idle()
}

/** All classes of finance as the preset of a stage has them. */
async function move(stage: number, more: object = {}) {
  const shown = await value(server.stewardCall(`GET ${path}/rules`, at))
  const rule = shown.presets.find(preset => preset.stage === stage)?.rule
  const filter = { acts: ['*'], where: [] }
  const classes = [{ id: 'everything', name: 'Everything', filter, consequence: 100, rule }]
  return send(act('rule.move', { unit: 'finance', classes, ...more }, 'finance'))
}

let accounts = 0
function openAccount() {
  accounts += 1
  const payload = { account: `a${accounts}`, name: `Account ${accounts}`, currency: 'EUR' }
  return send(act('treasury.open_account', payload, 'finance'))
}

async function pass(days: number) {
  now += days * day
  await server.desk.door.moveOn()
}

/** Everybody but the first, who handed her voice on. */
async function voted(): Promise<string> {
  const { decision } = await openAccount()
  if (decision === null) throw new Error('It was done at once')
  for (const person of people.slice(1)) await send({ kind: 'ballot', decision, choice: 0 }, person.call)
  await pass(5)
  return decision
}

async function observed(kind: string) {
  const input = { ...at, unit: 'finance', kind }
  const { rows } = await value(server.stewardCall(`GET ${path}/observations`, input))
  return rows
}

async function idOf(person: TestPerson): Promise<string> {
  const { people: all } = await value(person.call(`GET ${path}/members`, at))
  return all.find(({ you }) => you)?.id ?? ''
}

describe('the organization’s own log', () => {
  test('is no source before anything is done in a unit, whatever is done to the charter', async () => {
    for (const name of ['Ines Ito', 'Bo Berg', 'Cy Cole', 'Di Dorn', 'Ed Eng']) {
      const person = await value(server.stewardCall(`POST ${path}/members`, at, { body: { name } }))
      await send(act('charter.admit', { person: person.id }, 'organization'))
      people.push(await server.enterAsMember('acme', person.id))
    }
    await send(act('treasury.declare_currency', { currency: 'EUR', decimals: 2 }, 'organization'))
    await readAgain()
    expect(await sources()).toEqual([])
    expect(await finance()).toMatchObject({ state: 'unknown', surfaces: 0 })
  })

  test('counts by itself from then on: where the steward decides alone the unit is at 0', async () => {
    await move(0)
    const gates = [{ stage: 3, measure: 'position', atLeast: 90 }]
    await send(act('rule.set_gates', { unit: 'finance', gates }, 'finance'))
    await openAccount()
    await readAgain()
    const [own, ...others] = await sources()
    expect(others).toEqual([])
    expect(own).toMatchObject({ id: 'own-decisions', kind: 'log', origin: 'log', everyMinutes: 1440 })
    expect(own?.feeds.map(feed => [feed.unit, feed.surface])).toEqual([
      ['finance', 'own-decisions'],
      ['finance', 'own-stops'],
    ])
    expect(await finance()).toMatchObject({ measured: { score: 0 }, state: 'proven', surfaces: 2 })
    // A unit without rules of its own is as it was.
    expect((await board()).units.find(({ id }) => id === 'code')).toMatchObject({
      surfaces: 1,
      state: 'unknown',
    })
  })

  test('a vote raises it, each voter with what was delegated to them', async () => {
    await move(2)
    const [ines, bo] = people as [TestPerson, TestPerson]
    await send({ kind: 'delegate', to: await idOf(bo), scope: { kind: 'everything' } }, ines.call)
    await voted()
    await pass(2)
    await voted()
    await pass(2)
    await readAgain()
    const cast = (await observed('decision.made')).filter(({ about }) => about === 'finance/D-1')
    const half = cast.find(({ name }) => name === 'Bo Berg')
    expect(cast).toHaveLength(4)
    expect(half?.weight).toBe('0.4')
    // Two of three decisions were voted on: Bo's two fifths and somebody's fifth are no half of all.
    expect((await finance()).measured.score).toBe(30.1)
  })

  test('a veto by one alone forces it to 0', async () => {
    const decision = await voted()
    await send({ kind: 'veto', decision, reason: 'Not this one' })
    await readAgain()
    expect(await observed('decision.vetoed')).toMatchObject([{ about: `finance/${decision}` }])
    expect(await finance()).toMatchObject({ measured: { score: 0 }, binding: { id: 'own-overrides' } })
  })

  test('until the right to it is handed over; the gate that was overridden for that shows', async () => {
    const { decision } = await move(3, { override: 'The vote wanted it' })
    await send({ kind: 'ballot', decision, choice: 0 })
    await pass(6)
    await readAgain()
    expect(await observed('gate.overridden')).toHaveLength(1)
    expect((await finance()).measured.score).toBe(30.1)
    const input = { ...at, unit: 'finance' }
    const shown = await value(server.stewardCall(`GET ${path}/units/{unit}`, input))
    expect(shown.feeds.map(({ surface, source }) => [surface, source])).toEqual([
      ['own-decisions', 'own-decisions'],
      ['own-stops', 'own-decisions'],
    ])
  })

  test('whoever decided can be made one with another handle', async () => {
    const before = (await board()).people.parties
    const [ines, bo] = await Promise.all(people.slice(1, 3).map(idOf))
    const actors = [`person:${ines}`, `person:${bo}`]
    await value(server.stewardCall(`POST ${path}/people/merge`, at, { body: { actors } }))
    await server.desk.jobs.idle()
    expect((await board()).people.parties).toBe(before - 1)
  })

  test('is read again only where it grew, and is never taken back', async () => {
    await readAgain()
    const source = { ...at, source: 'own-decisions' }
    await value(server.stewardCall(`POST ${path}/sources/{source}/read`, source))
    await server.desk.jobs.idle()
    const [own] = await sources()
    expect(own?.job).toMatchObject({ state: 'done', problem: { code: 'source.unchanged' } })
    const taken = await server.stewardCall(`DELETE ${path}/sources/{source}`, source)
    expect(taken).toMatchObject({ ok: false, problem: { code: 'source.own_log' } })
  })

  test('a name that is erased is gone from it at the next reading', async () => {
    const [, bo] = people as [TestPerson, TestPerson]
    const person = await idOf(bo)
    const { db } = server.desk.store
    await db
      .updateTable('persons')
      .set({ sealed_name: null })
      .where('organization_id', '=', 'acme')
      .where('person_id', '=', person)
      .execute()
    await pass(1)
    await readAgain()
    const named = await db.selectFrom('observations').select('actor_name').distinct().execute()
    expect(named.map(row => row.actor_name)).toContain('Cy Cole')
    expect(named.map(row => row.actor_name)).not.toContain('Bo Berg')
  })
})
