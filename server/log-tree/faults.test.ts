// One history whatever fails: disks that fail with a write done or not done, servers that are gone between any two steps.
// EQUALIZER_LOG_SEEDS says how many.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, seeded } from '@equalizer/testkit'
import { parseTilePath, rootFromTiles, tilePath } from '@equalizer/tlog'
import { type Files, folderFiles } from '@equalizer/tlog/node'
import { failingFiles, InjectedFailure } from '@equalizer/tlog/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultyStore, Injected } from '../simulator/engine/faulty-store.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { type LogFolders, logFolders, place } from './log-folder.ts'
import { appendEntries, logParts, openLog, rootInDatabase, type SeenCheckpoint, seen } from './testing.ts'

const seeds = Number(process.env.EQUALIZER_LOG_SEEDS ?? 6)
let store: Store
let root = ''
beforeAll(async () => {
  store = await openTestStore()
  root = await mkdtemp(join(tmpdir(), 'log-faults-'))
})
afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true })
})

const textOf = async (files: Files, path: string) => {
  const bytes = await files.read(path)
  return bytes === null ? null : Buffer.from(bytes).toString()
}

/** What a reader who comes at this moment finds, then what is signed: never more than that, and every tile of it. */
async function look(files: Files, all: SeenCheckpoint[]): Promise<void> {
  const signed = await textOf(files, place.signed)
  const served = await textOf(files, place.checkpoint)
  if (served === null) return
  const now = seen(served)
  const last = seen(signed ?? '')
  expect(now.size).toBeLessThanOrEqual(last.size)
  expect(now.size).toBeGreaterThanOrEqual(all.at(-2)?.size ?? 0)
  const whole = await rootFromTiles(now.size, async (level, index, width) => {
    const bytes = await files.read(`public/${tilePath(level, index, width)}`)
    if (bytes === null) throw new Error(`no ${tilePath(level, index, width)} in a tree of ${now.size}`)
    return bytes
  })
  expect(Buffer.from(whole).toString('base64')).toBe(now.root)
  all.push(now, last)
}

async function run(seed: number, chance: number): Promise<{ faults: number; seen: number }> {
  const random: Random = seeded(String(seed), 'log faults')
  const organization = `faults-${seed}`
  const folders = logFolders(join(root, String(seed)))
  const sound = folders.of(organization)
  const failing: LogFolders = {
    ...folders,
    of: one => failingFiles(folders.of(one), () => random.next(), chance),
  }
  const faulty = faultyStore(store)
  let log = openLog(logParts(faulty, failing), organization)
  const all: SeenCheckpoint[] = []
  let faults = 0
  for (let step = 0; step < 25; step += 1) {
    await appendEntries(store, organization, random.pick([1, 1, 2, 7, 200, 300]))
    if (random.next() < 0.1) faulty.arm({ kind: 'reading', after: random.whole(0, 3) })
    try {
      await log.round()
    } catch (error) {
      if (!(error instanceof InjectedFailure || error instanceof Injected)) throw error
      faults += 1
    }
    faulty.arm(null)
    expect(log.problem).toBeNull()
    await look(sound, all)
    // The server is gone, and another one begins on what lies there.
    if (random.next() < 0.3) log = openLog(logParts(faulty, failing), organization)
  }
  log = openLog(logParts(store, folders), organization)
  await log.round()
  await look(sound, all)
  const size = all.at(-1)?.size ?? 0
  expect(size).toBe(log.signed.size)
  for (const one of all)
    expect([one.size, one.root]).toEqual([one.size, await rootInDatabase(store, organization, one.size)])
  expect(new Set(all.map(one => one.origin))).toEqual(new Set([`log.example/log/${organization}`]))
  return { faults, seen: all.length }
}

test('every checkpoint that was ever seen is of the one history', async () => {
  const sum = { faults: 0, seen: 0 }
  for (let seed = 0; seed < seeds; seed += 1) {
    const found = await run(seed, seed % 2 === 0 ? 0.03 : 0.1)
    sum.faults += found.faults
    sum.seen += found.seen
  }
  // Else it would hold of nothing.
  expect(sum.faults).toBeGreaterThan(seeds)
  expect(sum.seen).toBeGreaterThan(seeds * 10)
}, 300_000)

test('no partial tile is left that no checkpoint needs', async () => {
  const organization = 'tidy'
  const folders = logFolders(join(root, 'tidy'))
  const log = openLog(logParts(store, folders), organization)
  for (const count of [3, 1, 250, 1, 1, 300, 2]) {
    await appendEntries(store, organization, count)
    await log.round()
  }
  const names: string[] = []
  const list = async (folder: string): Promise<void> => {
    for (const name of await folderFiles(folders.pathOf(organization)).list(folder)) {
      const path = `${folder}/${name}`
      if (name.endsWith('/')) await list(path.slice(0, -1))
      else names.push(path.slice('public/'.length))
    }
  }
  await list('public/tile')
  const partial = names.map(path => parseTilePath(path)).filter(name => name.ok && name.value.width < 256)
  // Of two sizes: the leaves, the entries and the level above, whose width is the same in both.
  expect(partial.length).toBe(5)
})
