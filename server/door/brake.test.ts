// So many commands a person in an hour, and no entry more: by one server, by two on one database, and after a restart.
import { capabilities } from '@equalizer/capabilities'
import { type Command, createKernel } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clock } from '../desk.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { createDoor } from './door.ts'
import { createProjections } from './projections.ts'

const start = Date.parse('2026-03-01T12:00:00Z')
const hour = 3_600_000
const most = 5
let now = start
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
const path = 'POST /api/organizations/{organization}/door'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ clock, publishes: false, commandsPerHour: most })
})
afterAll(() => server.close())

const admit = (person: string): Command => ({
  kind: 'act',
  act: { type: 'charter.admit', unit: 'organization', payload: { person } },
})
async function ask(organization: string, person: string, key?: string) {
  const body = { command: admit(person), ...(key ? { key } : {}) } as never
  return server.stewardCall(path, { organization }, { body })
}
async function people(organization: string, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) {
    const body = { name: `Person ${i}` }
    const made = await server.stewardCall(
      'POST /api/organizations/{organization}/members',
      { organization },
      { body },
    )
    if (!made.ok) throw new Error(JSON.stringify(made.problem))
    ids.push(made.value.id)
  }
  return ids
}
const sizeOf = async (organization: string) =>
  Number(
    (
      await server.desk.store.db
        .selectFrom('log_heads')
        .select('size')
        .where('organization_id', '=', organization)
        .executeTakeFirstOrThrow()
    ).size,
  )
const stewardIn = async (organization: string) =>
  (
    await server.desk.store.db
      .selectFrom('persons')
      .select('person_id')
      .where('organization_id', '=', organization)
      .where('user_id', '=', server.steward.id)
      .executeTakeFirstOrThrow()
  ).person_id

/** Another server on the same database, or this one after a restart. */
function another() {
  return createDoor({
    store: server.desk.store,
    clock,
    kernel: createKernel(capabilities),
    projections: createProjections(capabilities),
    commandsPerHour: most,
    onStored: () => {},
  })
}

test('what is too much in an hour is refused until the first of it is an hour old', async () => {
  await server.addOrganization('acme')
  await server.addOrganization('other')
  const ids = await people('acme', 8)
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = '', seventh = ''] = ids
  const answered = await ask('acme', first, 'key-first-1')
  expect(answered).toMatchObject({ ok: true })
  now += 60_000
  for (const person of [second, third, fourth, fifth])
    expect(await ask('acme', person)).toMatchObject({ ok: true })
  const size = await sizeOf('acme')
  const facts = { most, open: new Date(start + hour).toISOString(), waitMinutes: 59, waitSeconds: 3_540 }
  for (const key of [undefined, 'key-sixth-1', undefined])
    expect(await ask('acme', sixth, key)).toMatchObject({
      ok: false,
      problem: { code: 'door.too_often', facts },
    })
  expect(await sizeOf('acme')).toBe(size)
  // What was answered before is answered again, and elsewhere the hour is another.
  expect(await ask('acme', first, 'key-first-1')).toEqual(answered)
  const [elsewhere = ''] = await people('other', 1)
  expect(await ask('other', elsewhere)).toMatchObject({ ok: true })
  now = start + hour
  expect(await ask('acme', sixth)).toMatchObject({ ok: true })
  expect(await ask('acme', seventh)).toMatchObject({ ok: false, problem: { facts: { waitSeconds: 60 } } })
})

test('the answer is a 429 that says when to come back', async () => {
  const [person = ''] = await people('acme', 1)
  const answer = await server.fetch('/api/organizations/acme/door', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await server.keyFor('acme', ['act'])}`,
    },
    body: JSON.stringify({ command: admit(person) }),
  })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
})

test('many at once get no further than one after the other', async () => {
  await server.addOrganization('crowd')
  const ids = await people('crowd', 9)
  const all = await Promise.all(ids.map(person => ask('crowd', person)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(most)
  expect(await sizeOf('crowd')).toBe(1 + most)
})

test('servers on one database count together, and so does one that starts anew', async () => {
  await server.addOrganization('shared')
  const ids = await people('shared', 9)
  for (const person of ids.slice(0, 2)) expect(await ask('shared', person)).toMatchObject({ ok: true })
  const by = await stewardIn('shared')
  const beside = another()
  for (const person of ids.slice(2, 4))
    expect(await beside.send('shared', { command: admit(person), by })).toMatchObject({ ok: true })
  expect(await ask('shared', ids[4] ?? '')).toMatchObject({ ok: true })
  const late = { command: admit(ids[5] ?? ''), by }
  const refusal = { ok: false, refusal: { code: 'door.too_often' } }
  expect(await beside.send('shared', late)).toMatchObject(refusal)
  expect(await another().send('shared', late)).toMatchObject(refusal)
  expect(await ask('shared', ids[5] ?? '')).toMatchObject({ ok: false, problem: { code: 'door.too_often' } })
  expect(await sizeOf('shared')).toBe(1 + most)
})

test('nobody brakes others, or the clock', async () => {
  const ids = await people('shared', 2)
  const door = another()
  expect(await door.send('shared', { command: admit(ids[0] ?? ''), by: 'p-somebody' })).not.toMatchObject({
    refusal: { code: 'door.too_often' },
  })
  expect(
    await door.send('shared', { command: { kind: 'advance', decision: 'D-9' }, by: null }),
  ).not.toMatchObject({
    refusal: { code: 'door.too_often' },
  })
})
