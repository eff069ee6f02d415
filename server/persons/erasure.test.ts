// What belongs to a person can be read until they are erased, and by nobody afterwards, while not a byte of the log changes: over
// a database on disk, through the front door, with names planted wherever a name can go.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '@equalizer/client'
import { canonical, charterSchema, cidOf, type Entry } from '@equalizer/core'
import { type Source, verifyLog } from '@equalizer/verify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Clock } from '../desk.ts'
import type { StartedJobs } from '../jobs/start-jobs.ts'
import { putOrganization } from '../measures/testing.ts'
import { logReadAfterMs } from '../own-log/own-log-rows.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { startTestServer, type TestPerson, type TestServer } from '../testing.ts'
import { clearLeftovers } from './clear-leftovers.ts'
import { eraseAgain } from './erase-person.ts'
import { type Search, searchIn } from './testing.ts'
import { publicText } from './texts.ts'

const day = 86_400_000
let now = Date.parse('2026-03-01T12:00:00Z')
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'
const door = `POST ${path}/door` as const

const names = { willa: 'Wilhelmina Quastenflosser', bart: 'Bartholomew Zwirnspuler' }
const words = {
  note: 'The kettle whistles in B minor',
  ballot: 'Because my cousin Ludmilla sells kettles',
  decline: 'Kettles have let me down since 1987',
  veto: 'A teapot would have been the wiser choice',
  override: 'The thermometer was broken anyway',
}

let folder: string
let store: Store
let server: TestServer
let search: Search
const person = { willa: '', bart: '' }
let willa: TestPerson
let bart: TestPerson

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equalizer-erasure-'))
  const opened = await openStore({ folder })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  store = opened.value
  server = await startTestServer({ clock, store })
  search = searchIn(store, [folder, server.desk.data.root])
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'acme', name: 'Acme' },
    units: [{ id: 'finance', name: 'Finance' }],
  })
  await putOrganization(server.desk, 'acme', charter, true)
  const member = { organization_id: 'acme', user_id: server.steward.id, role: 'steward' } as const
  await store.db.insertInto('members').values(member).execute()
  willa = await joins('willa')
  bart = await joins('bart')
}, 60_000)
afterAll(async () => {
  await server.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function value<T>(
  asked: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const got = await asked
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.problem)}`)
  return got.value
}
const ask = (command: object, call = server.stewardCall, key?: string) =>
  call(door, at, { body: { command, ...(key === undefined ? {} : { key }) } as never })
const send = (command: object, call = server.stewardCall): Promise<Answer<typeof door>> =>
  value(ask(command, call))
const act = (type: string, payload: object, unit = 'organization', more: object = {}) => ({
  kind: 'act',
  act: { type, unit, payload, ...more },
})
const shown = (decision: string) =>
  value(server.stewardCall(`GET ${path}/decisions/{decision}`, { ...at, decision }))

async function joins(who: keyof typeof names): Promise<TestPerson> {
  const body = { name: names[who] }
  const { id } = await value(server.stewardCall(`POST ${path}/members`, at, { body }))
  person[who] = id
  await send(act('charter.admit', { person: id }))
  return server.enterAsMember('acme', id)
}

/** All classes of finance as the preset of a stage has them. */
async function move(stage: number, more: object = {}) {
  const rules = await value(server.stewardCall(`GET ${path}/rules`, at))
  const rule = rules.presets.find(preset => preset.stage === stage)?.rule
  const filter = { acts: ['*'], where: [] }
  const classes = [{ id: 'everything', name: 'Everything', filter, consequence: 100, rule }]
  return send(act('rule.move', { unit: 'finance', classes, ...more }, 'finance'))
}

const openAccount = (account: string, more: object = {}) =>
  act('treasury.open_account', { account, name: 'Account', currency: 'EUR' }, 'finance', more)

const logged = () =>
  store.db
    .selectFrom('entries')
    .select(['seq', 'entry'])
    .where('organization_id', '=', 'acme')
    .orderBy('seq')
    .execute()

let decision = ''
let before: Awaited<ReturnType<typeof logged>> = []
let keys: { person_id: string; key: string }[] = []
let sealed: Awaited<ReturnType<typeof sealedRows>> = []
const sealedRows = () =>
  store.db.selectFrom('texts').selectAll().where('organization_id', '=', 'acme').execute()

describe('what people write', () => {
  test('is shown to members and stands in no entry, nor does any name', async () => {
    await send(act('treasury.declare_currency', { currency: 'EUR', decimals: 2 }))
    const gates = [{ stage: 2, measure: 'position', atLeast: 90 }]
    await send(act('rule.set_gates', { unit: 'finance', gates }, 'finance'))
    await move(2, { override: words.override })
    const opened = await send(openAccount('a1', { note: words.note }))
    decision = opened.decision ?? ''
    await send({ kind: 'ballot', decision, choice: 0, reason: words.ballot }, willa.call)
    await send({ kind: 'ballot', decision, choice: 0 }, bart.call)
    now += 5 * day
    await server.desk.door.moveOn()
    await send({ kind: 'veto', decision, reason: words.veto })
    const seen = await shown(decision)
    expect(seen).toMatchObject({ note: words.note, noteErased: false })
    expect(seen.vetoes).toMatchObject([{ reason: words.veto, reasonErased: false }])
    const entries = (await logged()).map(({ entry }) => entry).join('\n')
    for (const text of [...Object.values(names), ...Object.values(words), '@', '.invalid'])
      expect([text, entries.includes(text)]).toEqual([text, false])
    // Nor anywhere else in the open, but for the accounts by which they enter.
    for (const text of Object.values(words)) expect([text, await search.tables(text)]).toEqual([text, []])
    expect(await search.tables(names.willa)).toEqual(['auth_user'])
  })

  test('is fetched by the CID in the entry, which is that of the bytes', async () => {
    const entry = (await logged())
      .map(row => JSON.parse(row.entry) as Entry)
      .find(({ command }) => command.reason)
    const cid = String(entry?.command.reason)
    const text = await publicText(store.db, 'acme', cid)
    expect(JSON.parse(text ?? '')).toEqual({
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
      text: words.ballot,
    })
    expect(canonical(JSON.parse(text ?? ''))).toBe(text)
    expect(cidOf(text ?? '')).toBe(cid)
    expect(await publicText(store.db, 'acme', cidOf('something else'))).toBe(null)
    const read = await value(server.stewardCall(`GET ${path}/entries`, { ...at, kind: 'ballot' }))
    expect(read.texts).toEqual({ [cid]: words.ballot })
  })

  test('sent again with its key it is told by the words, and not by what they became', async () => {
    const { decision: id } = await send(openAccount('a2'))
    const ballot = { kind: 'ballot', decision: id, choice: 0, reason: words.ballot }
    const first = await value(ask(ballot, bart.call, 'kettle-0001'))
    expect(await value(ask(ballot, bart.call, 'kettle-0001'))).toEqual(first)
    expect(await ask({ ...ballot, reason: words.note }, bart.call, 'kettle-0001')).toMatchObject({
      problem: { code: 'door.key_reused' },
    })
  })

  test('the same words are another CID each time, so that nobody can try words against the log', async () => {
    const said = (await sealedRows()).filter(
      ({ person_id }) => person_id === person.willa || person_id === person.bart,
    )
    expect(said).toHaveLength(2)
    expect(new Set(said.map(({ cid }) => cid)).size).toBe(2)
  })

  test('of an older entry, in words of its own, is shown as it is', async () => {
    const { db } = store
    const stream = `decision/${decision}`
    const row = await db
      .selectFrom('streams')
      .select('state')
      .where('stream', '=', stream)
      .executeTakeFirstOrThrow()
    const state = row.state as { act: object }
    const old = JSON.stringify({ ...state, act: { ...state.act, note: 'Said before texts were sealed' } })
    await db.updateTable('streams').set({ state: old }).where('stream', '=', stream).execute()
    expect(await shown(decision)).toMatchObject({ note: 'Said before texts were sealed', noteErased: false })
    await db
      .updateTable('streams')
      .set({ state: JSON.stringify(state) })
      .where('stream', '=', stream)
      .execute()
  })
})

describe('a name', () => {
  test('is found by a part of it, large or small, although it is kept sealed', async () => {
    const find = async (q: string, limit = 50) =>
      (await value(server.stewardCall(`GET ${path}/members`, { ...at, q, limit }))).people.map(
        ({ name }) => name,
      )
    expect(await find('QUASTEN')).toEqual([names.willa])
    expect((await find('er')).sort()).toEqual(
      [names.bart, 'Steward', names.willa].filter(one => /er/i.test(one)).sort(),
    )
    const first = await value(server.stewardCall(`GET ${path}/members`, { ...at, q: 'e', limit: 1 }))
    const cursor = first.next ?? ''
    const rest = await value(server.stewardCall(`GET ${path}/members`, { ...at, q: 'e', cursor }))
    expect([...first.people, ...rest.people].map(({ name }) => name).sort()).toEqual(
      [names.bart, 'Steward', names.willa].sort(),
    )
  })

  test('goes into what is measured, and into what the charter says of people', async () => {
    const { decision: id } = await send(openAccount('a3'))
    for (const { call } of [willa, bart]) await send({ kind: 'ballot', decision: id, choice: 0 }, call)
    for (const days of [5, 2]) {
      now += days * day
      await server.desk.door.moveOn()
    }
    now += logReadAfterMs
    await (server.desk.jobs as StartedJobs).tick(now)
    await server.desk.jobs.idle()
    const input = { ...at, unit: 'finance', kind: 'decision.made' }
    const { rows } = await value(server.stewardCall(`GET ${path}/observations`, input))
    expect(rows.map(({ name }) => name)).toContain(names.willa)
    const actors = [`person:${person.willa}`, `person:${person.bart}`]
    await value(server.stewardCall(`POST ${path}/people/merge`, at, { body: { actors } }))
    await server.desk.jobs.idle()
    const { changes } = await value(server.stewardCall(`GET ${path}/changes`, at))
    expect(JSON.stringify(changes[0]?.facts)).toContain(names.willa)
    const version = String(changes[0]?.version) as never
    await value(server.stewardCall(`POST ${path}/changes/{version}/undo`, { ...at, version }))
    // Willa changes nothing herself; what a steward changed says so by name.
    expect((await value(server.stewardCall(`GET ${path}/changes`, at))).changes[0]?.by).toBe('Steward')
    await server.desk.jobs.idle()
    expect((await search.tables(names.willa)).length).toBeGreaterThan(5)
  })
})

/** As anybody would, who has nothing but the address. */
async function verified() {
  await server.desk.logs.idle()
  const source: Source = {
    name: 'the server',
    async read(file) {
      const answer = await server.fetch(`/log/acme/${file}`)
      return answer.status === 404 ? null : new Uint8Array(await answer.arrayBuffer())
    },
  }
  const { ok, problem, size, entries } = await verifyLog(source, { nowMs: now })
  return { ok, problem, size, replayed: entries.replayed }
}

const publicly = async (cid: string) => (await server.fetch(`/log/acme/text/${cid}`)).status

describe('erasing oneself', () => {
  test('leaves nothing that can be read, in no row and in no file of the database', async () => {
    before = await logged()
    keys = await store.db.selectFrom('person_keys').select(['person_id', 'key']).execute()
    sealed = await sealedRows()
    const hers = sealed.find(({ person_id }) => person_id === person.willa)?.cid ?? ''
    expect([await publicly(hers), await verified()]).toMatchObject([200, { ok: true, problem: null }])
    const key = keys.find(({ person_id }) => person_id === person.willa)?.key ?? 'none'
    expect((await search.files(key)).length).toBeGreaterThan(0)
    await send({ kind: 'erase' }, willa.call)
    expect(await publicly(hers)).toBe(404)
    expect([await search.tables(names.willa), await search.tables(key)]).toEqual([[], []])
    await server.desk.logs.idle()
    // The version of the charter that is in force still says what a steward wrote of her.
    expect(await search.documents(names.willa)).toHaveLength(1)
    await value(
      server.stewardCall(
        'PATCH /api/organizations/{organization}' as never,
        at as never,
        { body: { name: 'Acme Again' } } as never,
      ),
    )
    await server.desk.logs.idle()
    expect(await search.documents(names.willa)).toEqual([])
    // Nothing that is left opens with what is left: her texts and her key are gone, those of others are there.
    expect((await sealedRows()).map(({ person_id }) => person_id)).not.toContain(person.willa)
    await vi.waitFor(async () =>
      expect(await store.db.selectFrom('leftovers').selectAll().execute()).toEqual([]),
    )
    expect(await search.files(key)).toEqual([])
    expect(await search.files(names.willa)).toEqual([])
    expect(await search.files(names.willa.toLowerCase())).toEqual([])
    // The same search finds what was not erased.
    expect((await search.files(names.bart)).length).toBeGreaterThan(0)
  })

  test('shows as erased wherever a name or a reason stood', async () => {
    const { people } = await value(server.stewardCall(`GET ${path}/members`, at))
    expect(people.find(({ id }) => id === person.willa)).toMatchObject({ name: null, member: true })
    const found = await value(server.stewardCall(`GET ${path}/members`, { ...at, q: 'quasten' }))
    expect(found.people).toEqual([])
    const read = await value(server.stewardCall(`GET ${path}/entries`, { ...at, kind: 'ballot' }))
    expect(Object.values(read.texts).sort()).toEqual([words.ballot, null].sort())
    expect(read.names[person.willa]).toBe(null)
  })

  test('changes no entry that stands, and adds one that says who by an id alone', async () => {
    const after = await logged()
    expect(after.slice(0, before.length)).toEqual(before)
    const last = after[before.length]
    const { ok, problem, size, replayed } = await verified()
    expect({ ok, problem, size, replayed }).toEqual({
      ok: true,
      problem: null,
      size: after.length,
      replayed: after.length,
    })
    expect(JSON.parse(last?.entry ?? '')).toMatchObject({
      by: person.willa,
      command: { kind: 'erase' },
      events: [{ stream: `person/${person.willa}`, type: 'person.erased', data: { person: person.willa } }],
    })
  })

  test('ends the way in: the session, and any link to that id', async () => {
    const session = await value(willa.call('GET /api/session', {}))
    expect(session.user).toBe(null)
    const input = { ...at, person: person.willa }
    expect(await server.stewardCall(`POST ${path}/members/{person}/link`, input)).toMatchObject({
      problem: { code: 'person.erased' },
    })
    const sent = await server.desk.door.send('acme', { command: { kind: 'erase' }, by: person.willa })
    expect(sent).toMatchObject({ refusal: { code: 'person.erased' } })
    await send(act('charter.dismiss', { person: person.willa }))
    expect(await ask(act('charter.admit', { person: person.willa }))).toMatchObject({
      problem: { code: 'person.erased' },
    })
  })

  test('is done again where a backup from before it is restored', async () => {
    const { db } = store
    const key = keys.find(({ person_id }) => person_id === person.willa)
    if (!key) throw new Error('no key was kept')
    const organization_id = 'acme'
    await db
      .insertInto('person_keys')
      .values({ organization_id, ...key })
      .execute()
    await db
      .insertInto('texts')
      .values(sealed.filter(({ person_id }) => person_id === person.willa))
      .execute()
    const cid = sealed.find(({ person_id }) => person_id === person.willa)?.cid ?? ''
    expect(await publicText(db, 'acme', cid)).toContain('Ludmilla')
    expect(await eraseAgain(db)).toBe(1)
    expect(await publicText(db, 'acme', cid)).toBe(null)
    expect([await eraseAgain(db), await clearLeftovers(store), await clearLeftovers(store)]).toEqual([
      0, 1, 0,
    ])
    expect(await search.files(key.key)).toEqual([])
  })
})

test('others are erased by an act, decided like any other', async () => {
  expect(await ask(act('charter.erase_person', { person: person.bart }), bart.call)).toMatchObject({
    problem: { code: 'act.not_yours' },
  })
  const { yaml, version } = await value(server.stewardCall(`GET ${path}/charter`, at))
  const people = `people: [{id: bart, name: ${names.bart}, identities: ["person:${person.bart}"]}]`
  const put = (text: string, on: number) =>
    value(server.stewardCall(`PUT ${path}/charter`, at, { body: { yaml: text, version: on } }))
  const named = await put(`${yaml}\n${people}\n`, version)
  await send(act('charter.erase_person', { person: person.bart }))
  // What the organization says in the charter in force is its own to change; then it is gone from there, too.
  expect(await search.tables(names.bart)).toEqual(['charters'])
  await put(yaml, named.version)
  await server.desk.jobs.idle()
  await server.desk.logs.idle()
  expect([await search.tables(names.bart), await search.documents(names.bart)]).toEqual([[], []])
  expect((await value(bart.call('GET /api/session', {}))).user).toBe(null)
  const entries = (await logged()).map(({ entry }) => entry).join('\n')
  for (const text of [...Object.values(names), ...Object.values(words)])
    expect([text, entries.includes(text)]).toEqual([text, false])
})
