// `equalizer log` on a data folder whose server is off.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@equalizer/server'
import { startTestServer } from '@equalizer/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHere } from '../run-here.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-verb-'))
const data = join(folder, 'data')
beforeAll(async () => {
  const store = await openStore({ folder: data })
  if (!store.ok) throw new Error(store.refusal.reason)
  const server = await startTestServer({ store: store.value, root: data })
  await server.addOrganization('acme')
  const sent = await server.stewardCall(
    'POST /api/organizations/{organization}/door',
    { organization: 'acme' },
    {
      body: {
        command: {
          kind: 'act',
          act: {
            type: 'treasury.declare_currency',
            unit: 'organization',
            payload: { currency: 'EUR', decimals: 2 },
          },
        },
      },
    },
  )
  if (!sent.ok) throw new Error(sent.problem.reason)
  await server.close()
  await store.value.close()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

const verify = (...args: string[]) => runHere(['verify', ...args], { XDG_STATE_HOME: join(folder, 'state') })
const run = (...args: string[]) => runHere(['log', ...args, '--data', data], {})

test('says how the logs are, copies one, changes its key', async () => {
  const status = await run('status', '--json')
  expect(status.code).toBe(0)
  const [log] = JSON.parse(status.out) as { vkey: string }[]
  expect(log).toMatchObject({ organization: 'acme', stored: 2, signed: 2, served: 2, problem: null })
  const to = join(folder, 'copy')
  expect((await run('export', 'acme', to)).out).toMatch(/: 2 entries, \d+ files\n$/)
  expect(readdirSync(to).sort()).toEqual(['checkpoint', 'log.json', 'state', 'tile'])
  expect(readFileSync(join(to, 'state'), 'utf8')).toMatch(/^\{"size":2\}\n/)
  expect(await run('export', 'acme', to)).toMatchObject({ code: 73 })
  expect(await run('export', 'nobody', join(folder, 'none'))).toMatchObject({ code: 66 })
  const rotated = await run('rotate-key', 'acme', '--json')
  const { vkey } = JSON.parse(rotated.out) as { vkey: string }
  expect(vkey).not.toBe(log?.vkey)
  const after = JSON.parse((await run('status', '--json')).out) as object[]
  expect(after[0]).toMatchObject({ vkey, signed: 2, served: 2, problem: null })
  expect(await run('recover', 'acme')).toMatchObject({ code: 65 })
  // Whoever trusts the old key still finds its signature, and whoever comes now the new one.
  const later = join(folder, 'later')
  await run('export', 'acme', later)
  expect(readFileSync(join(later, 'keys'), 'utf8')).toContain(vkey)
  for (const key of [log?.vkey ?? '', vkey])
    expect(await verify(later, '--vkey', key)).toMatchObject({ code: 0 })
}, 120_000)

test('publishes what began before logs were published when it is told to, and not before', async () => {
  rmSync(join(data, 'log', 'acme'), { recursive: true })
  const store = await openStore({ folder: data })
  if (!store.ok) throw new Error(store.refusal.reason)
  await store.value.db.updateTable('log_heads').set({ held: true, vkey: null, origin: null }).execute()
  await store.value.close()
  const status = await run('status', '--json')
  expect(status.code).toBe(0)
  expect(JSON.parse(status.out)).toMatchObject([{ signed: 0, vkey: null, problem: 'log.held' }])
  expect((await run('export', 'acme', join(folder, 'held'))).err).toMatch(/equalizer log publish acme/)
  expect(existsSync(join(data, 'log', 'acme', 'public'))).toBe(false)
  expect((await run('publish', 'nobody')).code).toBe(66)
  expect((await run('publish', 'acme')).out).toBe('2 entries published\n')
  expect(JSON.parse((await run('status', '--json')).out)).toMatchObject([{ served: 2, problem: null }])
  expect((await run('publish', 'acme')).code).toBe(65)
})
