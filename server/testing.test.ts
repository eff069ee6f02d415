// The server in process: the steward enters, others do not, keys work.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the steward is signed in, nobody else is', async () => {
  const steward = await server.stewardCall('GET /api/session', {})
  expect(steward).toMatchObject({ ok: true, value: { user: { name: 'Steward' }, memberships: [] } })
  const nobody = await server.call('GET /api/session', {})
  expect(nobody).toMatchObject({ ok: true, value: { user: null } })
})
