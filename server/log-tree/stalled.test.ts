// A disk that takes nothing more: the operator is told as long as it is so, and no longer.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'
import { actOf } from '../testing-log.ts'
import { logFolders, place } from './log-folder.ts'
import { seen } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.addOrganization('acme')
  await act('EUR')
  await server.desk.logs.idle()
})
afterAll(() => server.close())

async function act(currency: string): Promise<void> {
  const command = actOf('treasury.declare_currency', { currency, decimals: 2 })
  const name = 'POST /api/organizations/{organization}/door'
  const sent = await server.stewardCall(name, { organization: 'acme' }, { body: { command } as never })
  if (!sent.ok) throw new Error(sent.problem.reason)
}

const health = async () => (await server.fetch('/healthz')).text()
const size = async () => seen(await (await server.fetch('/log/acme/checkpoint')).text()).size

async function until(words: string): Promise<void> {
  for (let looks = 0; (await health()) !== words; looks += 1) {
    if (looks > 400) throw new Error(`never so: ${await health()}`)
    await wait(25)
  }
}

test('a log whose files cannot be written is told of at /healthz until it is published again', async () => {
  const before = await size()
  expect(await health()).toBe('ok\n')
  // Where the next tile belongs no file can be put.
  const next = join(logFolders(server.desk.data.root).pathOf('acme'), place.tile(0, 0, before + 1))
  await mkdir(join(next, 'full'), { recursive: true })
  await act('USD')
  await until('ok\nattention: log.stalled (1)\n')
  expect(await size()).toBe(before)
  await rm(next, { recursive: true })
  // Tried again by itself.
  await until('ok\n')
  expect(await size()).toBe(before + 1)
})
