// An older backup is restored beside a log that is ahead of it: nothing is written until what is missing was brought back,
// and then everything is what it was.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoreBackup } from '../store/backup/restore.ts'
import { writeBackup } from '../store/backup/write.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { keepLogs } from './keep.ts'
import { seen } from './testing.ts'

const at = { organization: 'acme' }
let folder = ''
let before: Awaited<ReturnType<typeof told>>

const unless = <T>(answer: { ok: true; value: T } | { ok: false; problem: { reason: string } }): T => {
  if (!answer.ok) throw new Error(answer.problem.reason)
  return answer.value
}
const door = (server: TestServer, type: string, payload: object) =>
  server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command: { kind: 'act', act: { type, unit: 'organization', payload } } } as never,
  })

async function admit(server: TestServer, name: string): Promise<void> {
  const added = unless(
    await server.stewardCall('POST /api/organizations/{organization}/members', at, { body: { name } }),
  )
  unless(await door(server, 'charter.admit', { person: added.id }))
}

async function writeCharter(server: TestServer, yaml: string): Promise<void> {
  const read = await server.stewardCall('GET /api/organizations/{organization}/charter', at)
  const body = {
    yaml: `equalizer: 1\norganization: {id: acme, name: acme}\n${yaml}`,
    version: unless(read).version,
  }
  unless(await server.stewardCall('PUT /api/organizations/{organization}/charter', at, { body }))
}

/** A decision is opened, delegated and voted on; what is of other classes goes on at once. */
async function vote(server: TestServer): Promise<void> {
  const shown = unless(await server.stewardCall('GET /api/organizations/{organization}/rules', at))
  const roles = {
    id: 'roles',
    name: 'Roles',
    filter: { acts: ['charter.grant_role'] },
    consequence: 300,
    rule: shown.presets[2]?.rule,
  }
  const classes = [roles, ...(shown.units[0]?.classes ?? [])]
  unless(await door(server, 'rule.move', { unit: 'organization', classes }))
  const people = unless(await server.stewardCall('GET /api/organizations/{organization}/members', at))
  const person = people.people.find(({ you }) => !you)?.id ?? ''
  const opened = unless(await door(server, 'charter.grant_role', { person, role: 'lead' }))
  const ballot = { kind: 'ballot', decision: opened.decision, choice: 0 }
  const cast = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command: ballot } as never,
  })
  unless(cast)
}

/** What is made of the log. */
async function told({ db }: Store) {
  const all: Record<string, unknown> = {}
  for (const table of ['entries', 'streams', 'standings', 'ballots', 'decisions', 'charters', 'documents']) {
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t) - 'at_ms' - 'seq')::text as row from ${sql.table(table)} t
      where organization_id = 'acme' order by 1`.execute(db)
    all[table] = rows.map(({ row }) => row)
  }
  return all
}

async function checkpoint(server: TestServer) {
  await server.desk.logs.idle()
  return seen(await (await server.fetch('/log/acme/checkpoint')).text())
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recover-'))
  const store = await openTestStore()
  const server = await startTestServer({ store, root: join(folder, 'data') })
  await server.addOrganization('acme')
  await admit(server, 'Ines')
  await writeCharter(server, 'units: [{id: finance, name: Finance}]\n')
  const file = join(folder, 'older.backup')
  const written = await writeBackup({
    store,
    folder: join(folder, 'data'),
    file,
    made: '2026-01-01T00:00:00Z',
  })
  if (!written.ok) throw new Error(written.refusal.reason)
  await admit(server, 'Bo')
  await writeCharter(server, 'units: [{id: finance, name: Money}]\n')
  await writeCharter(server, 'units: [{id: finance, name: Money}]\npeople: [{id: ada, name: Ada}]\n')
  unless(await door(server, 'treasury.declare_currency', { currency: 'EUR', decimals: 2 }))
  await vote(server)
  await checkpoint(server)
  before = await told(store)
  expect(before.ballots).toHaveLength(1)
  await server.close()
  await store.close()
  const restored = await restoreBackup({ file, folder: join(folder, 'data') })
  if (!restored.ok) throw new Error(restored.refusal.reason)
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

async function onRestored<T>(
  use: (server: TestServer, store: Store) => Promise<T>,
  data = join(folder, 'data'),
): Promise<T> {
  const store = await openStore({ folder: data })
  if (!store.ok) throw new Error(store.refusal.reason)
  const server = await startTestServer({ store: store.value, root: data })
  try {
    return await use(server, store.value)
  } finally {
    await server.close()
    await store.value.close()
  }
}

test('where a document is gone too, the version before stands in for it and the next edit brings a whole one', async () => {
  const other = join(folder, 'without documents')
  await cp(join(folder, 'data'), other, { recursive: true })
  await rm(join(other, 'log', 'acme', 'documents'), { recursive: true })
  const recovered = await keepLogs({ folder: other, publicName: null }, logs => logs.recover('acme'))
  expect(recovered).toMatchObject({ value: { ok: true, value: { appended: 7, charters: [3, 4] } } })
  await onRestored(async server => {
    const read = await server.stewardCall('GET /api/organizations/{organization}/charter', at)
    expect(unless(read)).toMatchObject({ version: 4, yaml: expect.stringContaining('Finance') })
    await writeCharter(server, 'units: [{id: finance, name: Cash}]\npeople: [{id: ada, name: Ada}]\n')
    unless(await door(server, 'treasury.declare_currency', { currency: 'USD', decimals: 2 }))
    expect((await checkpoint(server)).size).toBeGreaterThan(0)
  }, other)
}, 120_000)

test('what was published and is missing is brought back, and the log goes on as the one it was', async () => {
  const published = await onRestored(async server => {
    const was = await checkpoint(server)
    const refused = await door(server, 'treasury.declare_currency', { currency: 'USD', decimals: 2 })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'log.behind' } })
    expect(await (await server.fetch('/healthz')).text()).toBe('ok\nattention: log.behind (1)\n')
    expect(await checkpoint(server)).toEqual(was)
    return was
  })
  const place = { folder: join(folder, 'data'), publicName: null }
  const recovered = await keepLogs(place, logs => logs.recover('acme'))
  expect(recovered).toMatchObject({
    ok: true,
    value: { ok: true, value: { appended: 7, size: published.size, charters: [] } },
  })
  await onRestored(async (server, store) => {
    expect(await told(store)).toEqual(before)
    unless(await door(server, 'treasury.declare_currency', { currency: 'USD', decimals: 2 }))
    await writeCharter(server, 'units: [{id: finance, name: Cash}]\npeople: [{id: ada, name: Ada}]\n')
    const after = await checkpoint(server)
    expect(after).toMatchObject({ origin: published.origin, size: published.size + 2 })
  })
  expect(await keepLogs(place, logs => logs.recover('acme'))).toMatchObject({
    value: { ok: false, refusal: { code: 'log.not_behind' } },
  })
}, 120_000)
