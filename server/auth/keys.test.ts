// Keys of programs: shown once, never more than their maker, gone at once when revoked.
import { limits } from '@equalizer/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestPerson, type TestServer } from '../testing.ts'

let server: TestServer
let ada: TestPerson

beforeAll(async () => {
  server = await startTestServer()
  await server.addOrganization('ours')
  ada = await server.enterAs('ada', { ours: 'steward' })
})
afterAll(() => server.close())

const follow = 'GET /api/organizations/{organization}/jobs'
const seen = (secret: string) => server.callWith(secret)(follow, { organization: 'ours' })
const made = async (body: Parameters<typeof make>[0]) => {
  const key = await make(body)
  if (!key.ok) throw new Error(key.problem.reason)
  return key.value
}
const make = (body: {
  name: string
  organization: string
  scopes: ('read' | 'evidence' | 'manage' | 'server')[]
  expiresInDays?: number | null
}) => ada.call('POST /api/keys', {}, { body })

/** What a test changes behind the server's back is believed for a second; any change through the door ends that. */
const forgetBelieved = () => ada.call('DELETE /api/keys/{key}', { key: 'none' })

test('a key is listed without its secret, works, and says who used it and when', async () => {
  const key = await made({ name: 'nightly import', organization: 'ours', scopes: ['read', 'evidence'] })
  expect(key.secret.startsWith(key.start)).toBe(true)
  expect(key.lastUsed).toBeNull()
  expect(await seen(key.secret)).toMatchObject({ ok: true })
  const listed = await ada.call('GET /api/keys', {})
  if (!listed.ok) throw new Error(listed.problem.reason)
  const [one] = listed.value.keys
  expect(one).toMatchObject({ id: key.id, name: 'nightly import', scopes: ['read', 'evidence'] })
  expect(one?.lastUsed).not.toBeNull()
  expect(JSON.stringify(listed.value)).not.toContain(key.secret)
  const { rows } = await sql`select * from auth_key`.execute(server.desk.store.db)
  expect(JSON.stringify(rows)).not.toContain(key.secret)
})

test('revoked, it is worth nothing at once, although it was used a moment ago', async () => {
  const key = await made({ name: 'short', organization: 'ours', scopes: ['read'] })
  expect(await seen(key.secret)).toMatchObject({ ok: true })
  expect(await ada.call('DELETE /api/keys/{key}', { key: key.id })).toMatchObject({ ok: true })
  expect(await seen(key.secret)).toMatchObject({ ok: false, problem: { code: 'access.key_invalid' } })
  expect(await ada.call('DELETE /api/keys/{key}', { key: key.id })).toMatchObject({
    ok: false,
    problem: { code: 'key.unknown' },
  })
})

test('an organization that is removed takes its keys with it, also from one that gets its id', async () => {
  for (const id of ['going', 'going-on']) await server.addOrganization(id)
  const kept = await server.keyFor('going-on')
  const gone = await server.keyFor('going')
  const input = { organization: 'going', confirm: 'going' }
  expect(await server.stewardCall('DELETE /api/organizations/{organization}', input)).toMatchObject({
    ok: true,
  })
  await server.addOrganization('going')
  const seenWith = (secret: string, organization: string) => server.callWith(secret)(follow, { organization })
  expect(await seenWith(gone, 'going')).toMatchObject({ problem: { code: 'access.key_invalid' } })
  expect(await seenWith(kept, 'going-on')).toMatchObject({ ok: true })
  const listed = await server.stewardCall('GET /api/keys', {})
  expect(listed.ok && listed.value.keys.map(key => key.organization)).toEqual(['going-on'])
})

test('nobody revokes the key of somebody else', async () => {
  const key = await made({ name: 'ada’s', organization: 'ours', scopes: ['read'] })
  const refused = await server.stewardCall('DELETE /api/keys/{key}', { key: key.id })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'key.unknown' } })
  expect(await seen(key.secret)).toMatchObject({ ok: true })
})

test('a key has at most the rights of its maker, also those of today', async () => {
  const grace = await server.enterAs('grace', { ours: 'steward' })
  const body = { name: 'writer', organization: 'ours', scopes: ['read' as const, 'manage' as const] }
  const key = await grace.call('POST /api/keys', {}, { body })
  if (!key.ok) throw new Error(key.problem.reason)
  const cancel = () =>
    server.callWith(key.value.secret)('DELETE /api/organizations/{organization}', {
      organization: 'ours',
      confirm: 'not-this-one',
    })
  const { db } = server.desk.store
  await db.updateTable('members').set({ role: 'reader' }).where('user_id', '=', grace.id).execute()
  await forgetBelieved()
  expect(await cancel()).toMatchObject({ ok: false, problem: { code: 'access.not_allowed' } })
  await db.deleteFrom('members').where('user_id', '=', grace.id).execute()
  await forgetBelieved()
  expect(await cancel()).toMatchObject({ ok: false, problem: { code: 'organization.unknown' } })
})

test.each([
  ['of the server', { organization: 'ours', scopes: ['server' as const] }, 'access.not_allowed'],
  [
    'of an organization they are not in',
    { organization: 'nowhere', scopes: ['read' as const] },
    'organization.unknown',
  ],
])('a person makes no key %s', async (_, wanted, code) => {
  expect(await make({ name: 'more', ...wanted })).toMatchObject({ ok: false, problem: { code } })
})

test('a key makes, lists and revokes no keys', async () => {
  const key = await made({ name: 'all', organization: 'ours', scopes: ['read', 'evidence', 'manage'] })
  const call = server.callWith(key.secret)
  const refused = { ok: false, problem: { code: 'access.not_allowed' } }
  const body = { name: 'child', organization: 'ours', scopes: ['read' as const] }
  expect(await call('POST /api/keys', {}, { body })).toMatchObject(refused)
  expect(await call('GET /api/keys', {})).toMatchObject(refused)
  expect(await call('DELETE /api/keys/{key}', { key: key.id })).toMatchObject(refused)
})

test('past its time it is worth nothing', async () => {
  const key = await made({ name: 'for a day', organization: 'ours', scopes: ['read'], expiresInDays: 1 })
  expect(await seen(key.secret)).toMatchObject({ ok: true })
  await sql`update auth_key set "expiresAt" = now() - interval '1 minute' where id = ${key.id}`.execute(
    server.desk.store.db,
  )
  await forgetBelieved()
  expect(await seen(key.secret)).toMatchObject({ ok: false, problem: { code: 'access.key_invalid' } })
})

test(`one person has at most ${limits.keysPerPerson} keys`, async () => {
  const many = await server.enterAs('many', { ours: 'steward' })
  const body = { name: 'one of many', organization: 'ours', scopes: ['read' as const], expiresInDays: null }
  for (let count = 0; count < limits.keysPerPerson; count++) {
    expect(await many.call('POST /api/keys', {}, { body })).toMatchObject({
      ok: true,
      value: { expires: null },
    })
  }
  expect(await many.call('POST /api/keys', {}, { body })).toMatchObject({
    ok: false,
    problem: { code: 'key.too_many' },
  })
})

test('whoever tries keys without end is asked to wait, and people are not kept out by that', async () => {
  const other = await startTestServer({ store: server.desk.store })
  const guess = (number: number) =>
    other.callWith(`eq_${String(number).padStart(64, 'x')}`)(follow, { organization: 'ours' })
  for (let tries = 0; tries < 100; tries++) {
    expect(await guess(tries)).toMatchObject({ ok: false, problem: { code: 'access.key_invalid' } })
  }
  expect(await guess(100)).toMatchObject({ ok: false, problem: { code: 'access.too_often' } })
  expect(await other.stewardCall('GET /api/session', {})).toMatchObject({ ok: true })
  await other.close()
})
