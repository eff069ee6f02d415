// What would harm others at the same door: a command that nobody can decide, texts that no table takes, and two servers told
// what cannot both be true.
import { setImmediate } from 'node:timers/promises'
import { capabilities } from '@equalizer/capabilities'
import { type Capability, type Command, createKernel, declareAct, type Entry } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Clock } from '../desk.ts'
import { removeOrganization } from '../organizations/remove.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { createDoor } from './door.ts'
import { createProjections } from './projections.ts'

const at = { organization: 'acme' }
let now = Date.parse('2026-03-01T12:00:00Z')
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
let server: TestServer
let steward: string
const people: string[] = []

const broken: Capability = {
  name: 'broken',
  acts: [
    declareAct({
      type: 'broken.fail',
      summary: 'Fail',
      where: 'anywhere',
      consequence: 1,
      payload: z.strictObject({}),
      execute: () => {
        throw new RangeError('an invariant is broken')
      },
    }),
  ],
  grants: false,
  streams: [],
  tables: [],
  views: [],
  measures: [],
}

/** Another server on the same database, on which one act can never be decided. */
function another() {
  const { store, clock } = server.desk
  const kernel = createKernel([...capabilities, broken])
  return createDoor({
    store,
    clock,
    kernel,
    projections: createProjections(capabilities),
    onStored: () => {},
  })
}
const act = (type: string, payload: object): Command =>
  ({ kind: 'act', act: { type, unit: 'organization', payload } }) as Command
const person = () => `p-${String(people.length).padStart(8, '0')}`

beforeAll(async () => {
  server = await startTestServer({ clock })
  await server.addOrganization('acme')
  const admitted = act('charter.admit', { person: 'p-first000' })
  const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command: admitted } as never,
  })
  if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
  const row = await server.desk.store.db
    .selectFrom('persons')
    .select('person_id')
    .where('user_id', '=', server.steward.id)
    .executeTakeFirstOrThrow()
  steward = row.person_id
  for (let i = 0; i < 2; i += 1) {
    const one = person()
    people.push(one)
    await server.desk.door.send('acme', { command: act('charter.admit', { person: one }), by: steward })
  }
})
afterAll(() => server.close())

async function entries(): Promise<Entry[]> {
  const rows = await server.desk.store.db.selectFrom('entries').select('entry').orderBy('seq').execute()
  return rows.map(({ entry }) => JSON.parse(entry) as Entry)
}

test('a command that cannot be decided fails alone, and what came with it is done', async () => {
  const door = another()
  const before = (await entries()).length
  const sent = await Promise.allSettled(
    [
      act('charter.admit', { person: 'p-before00' }),
      act('broken.fail', {}),
      act('charter.admit', { person: 'p-after000' }),
    ].map(command => door.send('acme', { command, by: steward })),
  )
  expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(sent.flatMap(one => (one.status === 'fulfilled' ? [one.value.ok] : []))).toEqual([true, true])
  expect((await entries()).length).toBe(before + 2)
})

test('two servers are told the two halves of a circle at once: one of them is refused', async () => {
  const [a = '', b = ''] = people
  const halves = [
    { from: a, to: b },
    { from: b, to: a },
  ]
  for (let i = 0; i < 5; i += 1) {
    const sent = await Promise.all(
      halves.map(({ from, to }) =>
        another().send('acme', {
          command: { kind: 'delegate', to, scope: { kind: 'everything' } },
          by: from,
        }),
      ),
    )
    expect(sent.map(one => (one.ok ? 'noted' : one.refusal.code)).toSorted()).toEqual([
      'delegation.cycle',
      'noted',
    ])
    for (const by of [a, b])
      await server.desk.door.send('acme', { command: { kind: 'revoke', scope: { kind: 'everything' } }, by })
  }
})

test('one key at two servers at once is done once; another person’s key is another key', async () => {
  const before = (await entries()).length
  const command = act('charter.grant_role', { person: people[0], role: 'lead' })
  const sent = await Promise.all(
    [another(), another(), another()].map(door =>
      door.send('acme', { command, by: steward, key: 'same-key' }),
    ),
  )
  expect(sent.map(one => one.ok)).toEqual([true, true, true])
  expect((await entries()).length).toBe(before + 1)
  const other = await another().send('acme', { command, by: people[1] ?? '', key: 'same-key' })
  expect(other).toMatchObject({ ok: false, refusal: { code: 'act.not_yours' } })
})

test('a text in a view’s filter that no database takes is refused', async () => {
  const by = JSON.stringify({ account: 'a\0b' })
  expect(
    await server.stewardCall('GET /api/organizations/{organization}/views/{view}', {
      ...at,
      view: 'treasury.accounts',
      by,
    }),
  ).toMatchObject({ ok: false, problem: { code: 'request.invalid' } })
})

test('what is sent while an organization is removed leaves nothing of it behind', async () => {
  const { store } = server.desk
  await server.addOrganization('gone')
  const gone = { organization: 'gone' }
  const body = { command: act('charter.admit', { person: 'p-gone0000' }) } as never
  const sent = await server.stewardCall('POST /api/organizations/{organization}/door', gone, { body })
  if (!sent.ok) throw new Error(sent.problem.code)
  const { person_id: by } = await store.db
    .selectFrom('persons')
    .select('person_id')
    .where('organization_id', '=', 'gone')
    .executeTakeFirstOrThrow()
  let stop = false
  const admitting = (async () => {
    const door = another()
    for (let i = 0; !stop; i += 1) {
      await setImmediate()
      const person = `p-gone${String(i).padStart(8, '0')}`
      await door.send('gone', { command: act('charter.admit', { person }), by })
    }
  })()
  await removeOrganization(server.desk, 'gone')
  stop = true
  await admitting
  for (const table of [
    'log_heads',
    'entries',
    'streams',
    'standings',
    'documents',
    'persons',
    'draws',
  ] as const) {
    const left = await store.db.selectFrom(table).where('organization_id', '=', 'gone').selectAll().execute()
    expect([table, left.length]).toEqual([table, 0])
  }
})

test('deadlines that nobody can keep do not keep those of others from coming', async () => {
  const { store, door } = server.desk
  const rules = await server.stewardCall('GET /api/organizations/{organization}/rules', at)
  if (!rules.ok) throw new Error(rules.problem.code)
  const [everything] = rules.value.units[0]?.classes ?? []
  const slow = { ...everything, rule: { ...everything?.rule, delayMs: 1_000 } }
  const move = act('rule.move', { unit: 'organization', classes: [slow] })
  await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command: move } as never,
  })
  const sent = await door.send('acme', {
    command: act('charter.admit', { person: 'p-late0000' }),
    by: steward,
  })
  expect(sent).toMatchObject({ ok: true, value: { answer: { decision: 'D-1', phase: 'delay' } } })
  const row = await store.db.selectFrom('decisions').selectAll().executeTakeFirstOrThrow()
  const gone = Array.from({ length: 120 }, (_, i) => ({ ...row, organization_id: `gone-${i}`, due_ms: 1 }))
  await store.db.insertInto('decisions').values(gone).execute()
  now += 1_000
  await door.moveOn()
  expect(
    await store.db
      .selectFrom('decisions')
      .select('phase')
      .where('organization_id', '=', 'acme')
      .executeTakeFirst(),
  ).toEqual({ phase: 'executed' })
})
