// A log's key is changed: whoever trusted the old one finds the way to the new one, and the log stays the log it was.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCheckpoint, openNote, parseVkey, type Vkey } from '@equalizer/tlog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { readKeys } from './key-files.ts'
import { type LogFolders, logFolders, place } from './log-folder.ts'
import { rotateKey, signsOnMs, statementText } from './rotate.ts'
import { appendEntries, logParts, openLog } from './testing.ts'

let store: Store
let root = ''
let folders: LogFolders
beforeAll(async () => {
  store = await openTestStore()
  root = await mkdtemp(join(tmpdir(), 'rotate-'))
  folders = logFolders(root)
})
afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true })
})

/** What readers see at a moment. */
async function round(organization: string, nowMs: number) {
  const clock = { nowMs: () => nowMs, today: () => '' }
  const log = openLog({ ...logParts(store, folders), clock }, organization)
  await log.round()
  expect(log.problem).toBeNull()
  const text = async (path: string) => Buffer.from((await log.files.read(path)) ?? []).toString()
  const about = JSON.parse(await text(place.about)) as { origin: string; vkey: string; keys: string[] }
  return { ...about, checkpoint: await text(place.checkpoint), statements: await text(place.keys) }
}

const keyOf = (text: string): Vkey => {
  const parsed = parseVkey(text)
  if (!parsed.ok) throw new Error(parsed.refusal.reason)
  return parsed.value
}
const rotate = (organization: string, nowMs: number, now = false) =>
  rotateKey({ store, folders, clock: { nowMs: () => nowMs, today: () => '' } }, organization, now)

test('both keys sign for a while, then the new one alone; the old one names it', async () => {
  await appendEntries(store, 'both', 5)
  const first = await round('both', 0)
  const rotated = await rotate('both', 1_000)
  expect(rotated).toMatchObject({ ok: true, value: { untilMs: 1_000 + signsOnMs } })
  // The same tree is signed once more: nobody waits for the next entry.
  const second = await round('both', 2_000)
  expect(second).toMatchObject({ origin: first.origin, keys: [second.vkey, first.vkey] })
  for (const key of [first.vkey, second.vkey])
    expect(openCheckpoint(second.checkpoint, [keyOf(key)])).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 5, origin: first.origin } },
    })
  const statement = openNote(second.statements, [keyOf(first.vkey)])
  expect(statement).toMatchObject({
    ok: true,
    value: { text: statementText(first.origin, second.vkey, 1_000) },
  })
  await appendEntries(store, 'both', 1)
  const last = await round('both', 1_000 + signsOnMs)
  expect(last.keys).toEqual([second.vkey])
  expect(openCheckpoint(last.checkpoint, [keyOf(first.vkey)]).ok).toBe(false)
  expect(openCheckpoint(last.checkpoint, [keyOf(second.vkey)])).toMatchObject({
    ok: true,
    value: { checkpoint: { size: 6 } },
  })
})

test('a key that somebody else may have signs nothing more', async () => {
  await appendEntries(store, 'retired', 5)
  const first = await round('retired', 0)
  await rotate('retired', 1_000, true)
  await appendEntries(store, 'retired', 1)
  const second = await round('retired', 1_000)
  expect(second.keys).toEqual([second.vkey])
  expect(openCheckpoint(second.checkpoint, [keyOf(first.vkey)]).ok).toBe(false)
})

test('nor does an older one that was to sign on beside it', async () => {
  await appendEntries(store, 'all-retired', 5)
  const first = await round('all-retired', 0)
  await rotate('all-retired', 1_000)
  await rotate('all-retired', 1_001)
  const third = await round('all-retired', 2_000)
  expect(third.keys).toHaveLength(3)
  await rotate('all-retired', 3_000, true)
  const last = await round('all-retired', 3_000)
  expect(last.keys).toEqual([last.vkey])
  for (const key of third.keys) expect(openCheckpoint(last.checkpoint, [keyOf(key)]).ok).toBe(false)
  expect(openCheckpoint(last.checkpoint, [keyOf(last.vkey)]).ok).toBe(true)
  const keys = await readKeys(folders.pathOf('all-retired'), 3_000)
  expect(keys?.known.toSorted()).toEqual([last.vkey, ...third.keys].toSorted())
  expect(third.keys).toContain(first.vkey)
})

test('a change that broke off before the database heard of it goes on', async () => {
  await appendEntries(store, 'broken-off', 5)
  const first = await round('broken-off', 0)
  await rotate('broken-off', 1_000)
  await store.db
    .updateTable('log_heads')
    .set({ vkey: first.vkey })
    .where('organization_id', '=', 'broken-off')
    .execute()
  const second = await round('broken-off', 2_000)
  expect(second.keys).toHaveLength(2)
  expect(second.vkey).not.toBe(first.vkey)
})

test('two changes at one moment keep every key', async () => {
  await appendEntries(store, 'twice', 5)
  const first = await round('twice', 0)
  await rotate('twice', 1_000)
  await rotate('twice', 1_001)
  const last = await round('twice', 2_000)
  expect(last.keys).toHaveLength(3)
  expect(last.keys.at(-1)).toBe(first.vkey)
  expect(last.statements.split('\n\n').filter(one => !one.startsWith('— '))).toHaveLength(2)
})
