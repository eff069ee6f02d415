// Whatever goes on while somebody is erased does not bring them back.
import { charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFor } from '../door/member-link.ts'
import { measureOrganization } from '../measures/measure.ts'
import { putOrganization, putReading } from '../measures/testing.ts'
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

/** The database, in which something happens before the first transaction begins. */
function beforeTransaction<T extends object>(db: T, happens: () => Promise<unknown>): T {
  let happened = false
  return new Proxy(db, {
    get(target, key) {
      const method = Reflect.get(target, key, target)
      if (key !== 'transaction' || happened) return method.bind(target)
      happened = true
      return () => ({
        execute: async (work: unknown) => {
          await happens()
          return method.call(target).execute(work)
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
