// Erasing on a Postgres server goes by the same statements as on the embedded database.
import { charterSchema } from '@equalizer/core'
import { startPostgres } from '@equalizer/testkit/postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { putOrganization } from '../measures/testing.ts'
import type { Store } from '../store/store.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { bothStores } from '../testing-stores.ts'
import { eraseAgain } from './erase-person.ts'
import { type Search, searchIn } from './testing.ts'

const postgres = await startPostgres()
afterAll(() => postgres?.stop())

const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'
const name = 'Wilhelmina Quastenflosser'

describe.each(bothStores(postgres, true))('%s', (_, there, open) => {
  let store: Store
  let server: TestServer
  let search: Search

  beforeAll(async () => {
    if (!there) return
    store = await open()
    server = await startTestServer({ store })
    search = searchIn(store, [])
    const charter = charterSchema.parse({
      equalizer: 1,
      organization: { id: 'acme', name: 'Acme' },
      people: [{ id: 'willa', name }],
    })
    await putOrganization(server.desk, 'acme', charter, true)
    const member = { organization_id: 'acme', user_id: server.steward.id, role: 'steward' } as const
    await store.db.insertInto('members').values(member).execute()
  }, 60_000)
  afterAll(async () => {
    await server?.close()
    await store?.close()
  })

  async function send(command: object, call = server.stewardCall): Promise<void> {
    const sent = await call(`POST ${path}/door`, at, { body: { command } as never })
    if (!sent.ok) throw new Error(JSON.stringify(sent.problem))
  }
  const act = (type: string, payload: object, note?: string) => ({
    kind: 'act',
    act: { type, unit: 'organization', payload, ...(note ? { note } : {}) },
  })

  test.skipIf(!there)('leaves no name and no text in any table', async () => {
    const added = await server.stewardCall(`POST ${path}/members`, at, { body: { name } })
    if (!added.ok) throw new Error(added.problem.code)
    const person = added.value.id
    await send(act('charter.admit', { person }))
    const willa = await server.enterAsMember('acme', person)
    await send(act('charter.grant_role', { person, role: 'steward' }))
    await send(act('charter.admit', { person: 'p-other0001' }, 'Only Wilhelmina knew why'), willa.call)
    const yaml = 'equalizer: 1\norganization: {id: acme, name: Acme}\n'
    const put = await server.stewardCall(`PUT ${path}/charter`, at, { body: { yaml, version: 1 } })
    expect(put.ok || put.problem).toBe(true)
    expect(await search.tables(name)).toEqual(['auth_user', 'charters'])
    expect(await search.documents(name)).not.toEqual([])
    await send({ kind: 'erase' }, willa.call)
    await server.desk.logs.idle()
    expect([await search.tables('Wilhelmina'), await search.documents(name)]).toEqual([[], []])
    for (const table of ['person_keys', 'texts'] as const) {
      const rows = await store.db.selectFrom(table).select('person_id').execute()
      expect(rows.map(({ person_id }) => person_id)).not.toContain(person)
    }
    await vi.waitFor(async () =>
      expect(await store.db.selectFrom('leftovers').selectAll().execute()).toEqual([]),
    )
    expect(await eraseAgain(store.db)).toBe(0)
    // As a backup from before would bring it back.
    await store.db
      .updateTable('persons')
      .set({ sealed_name: 'whatever' })
      .where('person_id', '=', person)
      .execute()
    expect([await eraseAgain(store.db), await eraseAgain(store.db)]).toEqual([1, 0])
  })
})
