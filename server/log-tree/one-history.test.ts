// No second history out of a restored database, another data folder, or another server.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@equalizer/testkit/postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { keepLogs } from './keep.ts'
import { logFolders, logsFolder, place } from './log-folder.ts'
import { appendEntries, cutBack, logParts, openLog, rootInDatabase, seen } from './testing.ts'

let store: Store
let root = ''
let organization = ''
let count = 0
beforeAll(async () => {
  store = await openTestStore()
  root = await mkdtemp(join(tmpdir(), 'one-history-'))
})
afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true })
})
beforeEach(() => {
  count += 1
  organization = `one-${count}`
})

const folders = (name: string) => logFolders(join(root, `${count}-${name}`))
const log = (name: string, on: Store = store) => openLog(logParts(on, folders(name)), organization)
async function published(name: string) {
  const bytes = await folders(name).of(organization).read(place.checkpoint)
  return bytes === null ? null : seen(Buffer.from(bytes).toString())
}
const restored = () =>
  store.db.updateTable('log_heads').set({ vkey: null }).where('organization_id', '=', organization).execute()

describe('a database that is older than the log', () => {
  test('is not gone on with, and nothing is signed', async () => {
    await appendEntries(store, organization, 10)
    await log('a').round()
    const before = await published('a')
    await cutBack(store, organization, 6)
    const again = log('a')
    expect(await again.mayAppend(6)).toMatchObject({
      refusal: { code: 'log.behind', facts: { stored: 6, published: 10 } },
    })
    await again.round()
    expect(again.problem?.code).toBe('log.behind')
    expect(await published('a')).toEqual(before)
  })

  test('that grew past the log by another way is found to be another history', async () => {
    await appendEntries(store, organization, 10)
    await log('a').round()
    const before = await published('a')
    await cutBack(store, organization, 6)
    await appendEntries(store, organization, 300, 'otherwise')
    const again = log('a')
    await again.round()
    expect(again.problem?.code).toBe('log.forked')
    expect(await again.mayAppend(306)).toMatchObject({ refusal: { code: 'log.forked' } })
    expect(await published('a')).toEqual(before)
    await appendEntries(store, organization, 1, 'otherwise')
    await again.round()
    expect(await published('a')).toEqual(before)
  })
})

test('a damaged tile stops the signing', async () => {
  await appendEntries(store, organization, 10)
  await log('a').round()
  const files = folders('a').of(organization)
  const tile = await files.read('public/tile/0/000.p/10')
  await files.write('public/tile/0/000.p/10', Uint8Array.from(tile ?? []).fill(1, 40, 41))
  await appendEntries(store, organization, 1)
  const again = log('a')
  await again.round()
  expect(again.problem?.code).toBe('log.damaged')
  expect((await published('a'))?.size).toBe(10)
})

test('restored into a new data folder it goes on under a new key and a new origin', async () => {
  await appendEntries(store, organization, 10)
  await log('a').round()
  await restored()
  await appendEntries(store, organization, 5, 'on the new machine')
  await log('b').round()
  expect((await published('a'))?.origin).toBe(`log.example/log/${organization}`)
  expect(await published('b')).toMatchObject({ origin: `log.example/log/${organization}/2`, size: 15 })
})

test('restored into its own data folder it goes on under its own key', async () => {
  await appendEntries(store, organization, 10)
  await log('a').round()
  await restored()
  await appendEntries(store, organization, 5)
  await log('a').round()
  expect(await published('a')).toMatchObject({ origin: `log.example/log/${organization}`, size: 15 })
})

test('an entry that was stored and not published before the end is published by the next start', async () => {
  await appendEntries(store, organization, 10)
  await log('a').round()
  await appendEntries(store, organization, 7)
  await log('a').round()
  expect(await published('a')).toMatchObject({
    size: 17,
    root: await rootInDatabase(store, organization, 17),
  })
})

async function twoServers(on: Store): Promise<void> {
  await appendEntries(on, organization, 3)
  const [a, b] = [log('a', on), log('b', on)]
  await Promise.all([a.round(), b.round()])
  const problems = [a.problem?.code ?? null, b.problem?.code ?? null]
  expect(problems.toSorted()).toEqual(['log.elsewhere', null])
  const [first, second] = problems[0] === null ? (['a', 'b'] as const) : (['b', 'a'] as const)
  expect(await published(second)).toBeNull()
  // With the key copied both publish, at their own pace, and all of it is one history.
  await cp(
    join(logsFolder(join(root, `${count}-${first}`)), organization, 'key'),
    join(logsFolder(join(root, `${count}-${second}`)), organization, 'key'),
  )
  const all = []
  for (let done = 0; done < 10; done += 1) {
    await appendEntries(on, organization, 37)
    await log(done % 3 === 0 ? second : first, on).round()
    for (const name of ['a', 'b']) {
      const found = await published(name)
      if (found) all.push(found)
    }
  }
  for (const { origin, size, root: found } of all) {
    expect(origin).toBe(`log.example/log/${organization}`)
    expect(found).toBe(await rootInDatabase(on, organization, size))
  }
  expect(new Set(all.map(({ size }) => size)).size).toBeGreaterThan(10)
}

test('of two servers on one database one publishes', () => twoServers(store))

test('of two servers on one Postgres server one publishes', async context => {
  const postgres = await startPostgres()
  if (postgres === null) return context.skip('no Postgres server can be started here')
  const opened = await openStore({ folder: '', url: postgres.url })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  try {
    await twoServers(opened.value)
  } finally {
    await opened.value.close()
    await postgres.stop()
  }
}, 120_000)

test('two servers on one Postgres server, each with a data folder of its own: one folder, with its keys, is one server’s', async context => {
  const postgres = await startPostgres()
  if (postgres === null) return context.skip('no Postgres server can be started here')
  const own = { folder: join(root, 'held'), url: postgres.url, alone: true }
  const first = await openStore(own)
  if (!first.ok) throw new Error(first.refusal.reason)
  try {
    // Two who signed from one folder would take back what the other one signed.
    expect(await openStore(own)).toMatchObject({ refusal: { code: 'store.locked' } })
    expect(await keepLogs({ ...own, publicName: null }, keeping => keeping.status())).toMatchObject({
      refusal: { code: 'store.locked' },
    })
    const other = await openStore({ ...own, folder: join(root, 'other') })
    expect(other.ok).toBe(true)
    if (other.ok) await other.value.close()
  } finally {
    await first.value.close()
  }
  const next = await openStore(own)
  expect(next.ok).toBe(true)
  if (next.ok) await next.value.close()
  await postgres.stop()
}, 120_000)
