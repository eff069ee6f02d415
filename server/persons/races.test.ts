// Whatever goes on while somebody is erased does not bring them back.
import { charterSchema } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFor } from '../door/member-link.ts'
import { putOrganization } from '../measures/testing.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { emailOf } from './email.ts'
import { type Search, searchIn } from './testing.ts'

const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'

let server: TestServer
let search: Search
beforeAll(async () => {
  server = await startTestServer()
  const charter = charterSchema.parse({ equalizer: 1, organization: { id: 'acme', name: 'Acme' } })
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

test('a link that is being made for them is not given out, and leaves no account and no name', async () => {
  const name = 'Wilhelmina Quastenflosser'
  const before = await admitted(name)
  const { desk, auth } = server
  // Between the look whether they were erased and the account.
  const { db } = desk.store
  const late = new Proxy(db, {
    get(target, key) {
      if (key !== 'transaction') return Reflect.get(target, key, target).bind(target)
      return () => ({
        execute: async (work: never) => {
          await erase(before)
          return target.transaction().execute(work)
        },
      })
    },
  })
  const store = { ...desk.store, db: late }
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
