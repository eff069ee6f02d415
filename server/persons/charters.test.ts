// What a charter says of people goes with them, whether it was in force once, was only proposed, or is overtaken later.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealCharter } from '@equalizer/capabilities'
import { charterSchema } from '@equalizer/core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { currentCharter } from '../charter/current.ts'
import { putOrganization } from '../measures/testing.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { type Search, searchIn } from './testing.ts'

const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'

let folder: string
let store: Store
let server: TestServer
let search: Search
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equalizer-charters-'))
  const opened = await openStore({ folder })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  store = opened.value
  server = await startTestServer({ store })
  const organization = { id: 'acme', name: 'Acme' }
  await putOrganization(server.desk, 'acme', charterSchema.parse({ equalizer: 1, organization }), true)
  const member = { organization_id: 'acme', user_id: server.steward.id, role: 'steward' } as const
  await store.db.insertInto('members').values(member).execute()
  search = searchIn(store, [folder, server.desk.data.root])
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
const act = (type: string, payload: object) => ({
  kind: 'act',
  act: { type, unit: 'organization', payload },
})
const send = (command: object) =>
  value(server.stewardCall(`POST ${path}/door`, at, { body: { command } as never }))

async function admitted(name: string): Promise<string> {
  const { id } = await value(server.stewardCall(`POST ${path}/members`, at, { body: { name } }))
  await send(act('charter.admit', { person: id }))
  return id
}

/** The charter in force with these people in it, as a document that an act can name. */
async function brought(salt: string, people: readonly { readonly name: string; readonly person: string }[]) {
  const { charter } = await currentCharter(store.db, 'acme')
  const told = people.map(({ name, person }) => ({ id: 'them', name, identities: [`person:${person}`] }))
  const sealed = sealCharter({ salt: salt.repeat(32), charter: { ...charter, people: told } })
  if (!sealed.ok) throw new Error(sealed.refusal.reason)
  const base64 = Buffer.from(sealed.value.text).toString('base64')
  return (await value(server.stewardCall(`POST ${path}/documents`, at, { body: { base64 } }))).cid
}
const rename = (name: string) => ({
  kind: 'organization.renamed',
  patch: [{ op: 'replace', path: '/organization/name', value: name }],
})
const cleared = () =>
  vi.waitFor(async () => expect(await store.db.selectFrom('leftovers').selectAll().execute()).toEqual([]))

test('a charter that was brought and never came into force goes with who is in it, and other documents stay', async () => {
  const name = 'Wilhelmina Quastenflosser'
  const person = await admitted(name)
  const cid = await brought('a', [{ name, person }])
  const base64 = Buffer.from(`A poem about ${name}`).toString('base64')
  const poem = (await value(server.stewardCall(`POST ${path}/documents`, at, { body: { base64 } }))).cid
  expect((await search.documents(name)).sort()).toEqual([cid, poem].sort())
  await send(act('charter.erase_person', { person }))
  expect(await search.documents(name)).toEqual([poem])
})

test('of two versions that come at once the one before both is looked at, and its leftovers are cleared away', async () => {
  const name = 'Bartholomew Zwirnspuler'
  const person = await admitted(name)
  await send(act('charter.edit', { kind: 'people.edited', document: await brought('b', [{ name, person }]) }))
  await send(act('charter.erase_person', { person }))
  await cleared()
  expect(await search.tables(name)).toEqual(['charters'])
  const without = act('charter.edit', { kind: 'people.edited', document: await brought('c', []) })
  const { people } = await value(server.stewardCall(`GET ${path}/members`, at))
  const by = people.find(({ you }) => you)?.id ?? ''
  const sent = [without, act('charter.edit', rename('Acme Two'))].map(command =>
    server.desk.door.send('acme', { command: command as never, by }),
  )
  expect(await Promise.all(sent)).toMatchObject([{ ok: true }, { ok: true }])
  expect((await currentCharter(store.db, 'acme')).charter.people).toEqual([])
  await server.desk.logs.idle()
  expect([await search.tables(name), await search.documents(name)]).toEqual([[], []])
  await cleared()
  expect(await search.files(name)).toEqual([])
})
