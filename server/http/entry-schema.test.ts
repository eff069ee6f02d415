// The schema that strangers get from a server, without an account, against an entry of its own log.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.addOrganization('acme')
})
afterAll(() => server.close())

test('every entry of the log fits the schema that the server publishes', async () => {
  const answer = await server.fetch('/log/schema.json')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const fits = new Ajv2020({ strict: false, validateFormats: false }).compile((await answer.json()) as object)
  const at = { organization: 'acme' }
  const command = {
    kind: 'act' as const,
    act: {
      type: 'treasury.declare_currency',
      unit: 'organization',
      payload: { currency: 'EUR', decimals: 2 },
      note: 'We are paid in euros',
    },
  }
  const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command },
  })
  expect(sent.ok).toBe(true)
  const rows = await server.desk.store.db.selectFrom('entries').select('entry').orderBy('seq').execute()
  expect(rows).toHaveLength(2)
  for (const { entry } of rows) expect([fits(JSON.parse(entry)), fits.errors]).toEqual([true, null])
  expect(fits({ ...JSON.parse(rows[1]?.entry ?? ''), more: 1 })).toBe(false)
})
