// A log from before logs were published, through the front door: acts go on, and readers get nothing until somebody says so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer
let store: Store

beforeAll(async () => {
  store = await openTestStore()
  const before = await startTestServer({ store })
  await before.addOrganization('acme')
  await declare(before, 'EUR')
  await before.close()
  // As the upgrade leaves it: entries, and no key yet.
  await store.db
    .updateTable('log_heads')
    .set({ held: true, vkey: null, origin: null, generation: 0 })
    .execute()
  server = await startTestServer({ store })
})
afterAll(async () => {
  await server.close()
  await store.close()
})

const statusOf = async (path: string) => {
  const answer = await server.fetch(`/log/acme/${path}`)
  return [path, answer.status, answer.ok ? null : ((await answer.json()) as { code: string }).code]
}
const declare = (at: TestServer, currency: string) =>
  at.stewardCall(
    'POST /api/organizations/{organization}/door',
    { organization: 'acme' },
    {
      body: {
        command: {
          kind: 'act',
          act: {
            type: 'treasury.declare_currency',
            unit: 'organization',
            payload: { currency, decimals: 2 },
          },
        },
      },
    },
  )

test('acts go on, nothing of it is read, and the server says so', async () => {
  expect(await declare(server, 'CHF')).toMatchObject({ ok: true })
  const paths = ['checkpoint', 'log.json', 'tile/0/000.p/1', 'proof/0', 'state', 'export.tar', 'witnesses']
  for (const path of paths) expect(await statusOf(path)).toEqual([path, 503, 'log.held'])
  await expect.poll(async () => (await server.fetch('/healthz')).text()).toBe('ok\nattention: log.held (1)\n')
})

test('once somebody says so, it is published with all that it ever held', async () => {
  await store.db.updateTable('log_heads').set({ held: false }).execute()
  expect(await declare(server, 'USD')).toMatchObject({ ok: true })
  await expect.poll(() => statusOf('checkpoint')).toEqual(['checkpoint', 200, null])
  const note = await (await server.fetch('/log/acme/checkpoint')).text()
  expect(Number(note.split('\n')[1])).toBe(4)
})
