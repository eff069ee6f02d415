// Whatever goes on while somebody is erased does not bring them back.
import { charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFor } from '../door/member-link.ts'
import { observationColumns } from '../jobs/observation-row.ts'
import { measureOrganization } from '../measures/measure.ts'
import { putOrganization, putReading } from '../measures/testing.ts'
import { readOwnLog } from '../own-log/read-own-log.ts'
import { copyObservations } from '../store/observation-texts.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { emailOf } from './email.ts'
import { type Search, searchIn } from './testing.ts'

const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'

let server: TestServer
let search: Search
beforeAll(async () => {
  server = await startTestServer()
  const evidence = [{ source: 'votes', kinds: ['commit.authored'] }]
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'acme', name: 'Acme' },
    units: [{ id: 'finance', name: 'Finance', surfaces: [{ id: 'votes', name: 'Votes', evidence }] }],
    sources: [{ id: 'votes', kind: 'git', path: '.' }],
  })
  await putOrganization(server.desk, 'acme', charter, true)
  const member = { organization_id: 'acme', user_id: server.steward.id, role: 'steward' } as const
  await server.desk.store.db.insertInto('members').values(member).execute()
  search = searchIn(server.desk.store, [])
}, 60_000)
afterAll(() => server.close())

async function admitted(name: string): Promise<string> {
  const added = await server.stewardCall(`POST ${path}/members`, at, { body: { name } })
  if (!added.ok) throw new Error(added.problem.reason)
  const { id: person } = added.value
  const command = { kind: 'act', act: { type: 'charter.admit', unit: 'organization', payload: { person } } }
  await server.stewardCall(`POST ${path}/door`, at, { body: { command } as never })
  return person
}
const erase = (person: string) => server.desk.door.send('acme', { command: { kind: 'erase' }, by: person })

type Database = TestServer['desk']['store']['db']

/** The database, in which something happens before the first transaction begins. */
function beforeTransaction(db: Database, happens: () => Promise<unknown>): Database {
  let happened = false
  return new Proxy(db, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key, target)
      if (typeof found !== 'function') return found
      if (key !== 'transaction' || happened) return found.bind(target)
      happened = true
      return () => ({
        execute: async (work: never) => {
          await happens()
          return target.transaction().execute(work)
        },
      })
    },
  })
}

test('a link that is being made for them is not given out, and leaves no account and no name', async () => {
  const name = 'Wilhelmina Quastenflosser'
  const before = await admitted(name)
  const { desk, auth } = server
  // Between the look whether they were erased and the account.
  const store = { ...desk.store, db: beforeTransaction(desk.store.db, () => erase(before)) }
  expect(await linkFor({ ...desk, store }, auth, 'acme', before)).toMatchObject({
    refusal: { code: 'person.erased' },
  })
  expect(await search.tables(name)).toEqual([])
  // Between the account and the link.
  const between = await admitted(name)
  const newLink: typeof auth.newLink = async person => {
    await erase(between)
    return auth.newLink(person)
  }
  expect(await linkFor(desk, { ...auth, newLink }, 'acme', between)).toMatchObject({
    refusal: { code: 'person.erased' },
  })
  expect(await search.tables(name)).toEqual([])
})

test('a link by which they were just entering makes no account of its own', async () => {
  const name = 'Bartholomew Zwirnspuler'
  const person = await admitted(name)
  await erase(person)
  const token = await server.auth.newLink({ email: emailOf(person), name })
  expect(await server.call('POST /api/session', {}, { body: { token } })).toMatchObject({
    problem: { code: 'session.link_invalid' },
  })
  expect(await search.tables(name)).not.toContain('auth_user')
})

test('a measuring that read their name before does not write it', async () => {
  const name = 'Gwendolyn Haspelknauf'
  const person = await admitted(name)
  const { desk } = server
  const { db } = desk.store
  const vote = {
    id: 'o1',
    source: 'votes',
    kind: 'commit.authored',
    actor: `person:${person}`,
    actorName: name,
  }
  const counted = { atMs: desk.clock.nowMs(), weight: 1n, asset: 'commit', decimals: 0, reference: 'D-1' }
  await putReading(desk, 'acme', 'votes', { observations: [{ ...vote, ...counted } as Observation] })
  await db.updateTable('sources').set({ origin: 'log' }).execute()
  const store = { ...desk.store, db: beforeTransaction(db, () => erase(person)) }
  const { signal } = new AbortController()
  expect(await measureOrganization({ ...desk, store }, 'acme', { signal })).toMatchObject({ wrote: true })
  expect(await search.tables(name)).toEqual([])
})

test('a reading of the log that met their name before is not counted, and nothing of it stays', async () => {
  const name = 'Xanthippe Garnwinde'
  const person = await admitted(name)
  const { desk } = server
  const everything = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
  }
  const rules = await server.stewardCall(`GET ${path}/rules`, at)
  const rule = rules.ok && rules.value.presets.find(({ stage }) => stage === 0)?.rule
  const payload = { unit: 'finance', classes: [{ ...everything, rule }] }
  const acts = [
    { type: 'charter.grant_role', unit: 'organization', payload: { person, role: 'steward' } },
    { type: 'rule.move', unit: 'finance', payload },
  ]
  for (const act of acts)
    expect(
      await server.stewardCall(`POST ${path}/door`, at, { body: { command: { kind: 'act', act } } as never }),
    ).toMatchObject({ ok: true })
  const asked = [{ stage: 2, measure: 'position', atLeast: 50 }]
  const gating = { type: 'rule.set_gates', unit: 'finance', payload: { unit: 'finance', gates: asked } }
  const command = { kind: 'act', act: gating } as never
  expect(await desk.door.send('acme', { command, by: person })).toMatchObject({ ok: true })
  const importId = desk.newId()
  const source = { id: 'own-decisions', kind: 'log' } as never
  const task = {
    organization: 'acme',
    importId,
    source,
    path: '',
    sha256: null,
    unchanged: null,
    resumes: null,
  }
  const said: string[] = []
  for await (const message of readOwnLog(desk as never, task, new AbortController().signal)) {
    said.push(message.is)
    if (message.is !== 'rows') continue
    await copyObservations(desk.store, observationColumns, message.rows)
    expect(await search.tables(name)).toContain('observations')
    await erase(person)
  }
  expect(said).toContain('rows')
  expect(said.at(-1)).toBe('unchanged')
  expect(await search.tables(name)).toEqual([])
})
