// The typed client against the real server in process: every kind of answer that there is.
import { createClient } from '@equalizer/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.addOrganization('ours')
})
afterAll(() => server.close())

test('an answer is a value, typed by its endpoint', async () => {
  const session = await server.stewardCall('GET /api/session', {})
  if (!session.ok) throw new Error(session.problem.reason)
  const name: string | undefined = session.value.user?.name
  expect(name).toBe('Steward')
  expect(session.value.memberships).toEqual([
    { organization: 'ours', name: 'ours', role: 'steward', simulated: false },
  ])
})

test('a refusal is a value too, with the id by which the log knows it', async () => {
  const refused = await server.call('GET /api/organizations', {})
  expect(refused).toEqual({
    ok: false,
    problem: { code: 'access.sign_in', reason: expect.any(String), facts: {}, request: expect.any(String) },
  })
})

test('text is text, nothing is nothing', async () => {
  expect(await server.call('GET /healthz', {})).toEqual({ ok: true, value: 'ok\n' })
  const person = await server.enterAs('ada')
  expect(await person.call('DELETE /api/session', {})).toEqual({ ok: true, value: undefined })
})

test('a key is sent along', async () => {
  const key = await server.keyFor('ours', ['read'])
  const call = createClient({ origin: server.origin, key, fetch: server.fetch })
  const session = await call('GET /api/session', {})
  expect(session).toMatchObject({ ok: true, value: { user: { name: 'Steward' } } })
})

test('a file is sent as it is', async () => {
  const body = new TextEncoder().encode('proposal,voter,choice\n1,ada,yes\n')
  const upload = await server.stewardCall(
    'POST /api/organizations/{organization}/uploads',
    { organization: 'ours', name: 'votes.csv' },
    { body },
  )
  if (!upload.ok) throw new Error(upload.problem.reason)
  expect(upload.value.understanding).toMatchObject({ name: 'votes.csv', bytes: body.byteLength })
})
