// Whoever asks for the state of a log, however often: made once in a while, and one log after the other.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clock } from '../desk.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { logFolders } from './log-folder.ts'
import { createStates } from './states.ts'
import { appendEntries } from './testing.ts'

let store: Store
let root: string
let now = Date.parse('2026-03-01T12:00:00Z')
const clock: Clock = { nowMs: () => now, today: () => new Date(now).toISOString().slice(0, 10) }

beforeAll(async () => {
  store = await openTestStore()
  root = await mkdtemp(join(tmpdir(), 'states-'))
})
afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

/** Of which log each question is that the database is asked. */
function watched() {
  const asked: string[] = []
  const db = store.db.withPlugin({
    transformQuery({ node }) {
      const organization = /"(one|two|grown)"/.exec(JSON.stringify(node))?.[1]
      if (organization) asked.push(organization)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { asked, states: createStates({ store: { ...store, db }, folders: logFolders(root), clock }) }
}

test('an append makes nothing anew before its time, whoever asks', async () => {
  const { asked, states } = watched()
  await appendEntries(store, 'grown', 3)
  const first = await states.of('grown', 0)
  expect(first?.size).toBe(3)
  const questions = asked.length
  for (let more = 1; more <= 5; more += 1) {
    await appendEntries(store, 'grown', 1)
    now += 100
    expect(await states.of('grown', 0)).toEqual(first)
  }
  expect(asked.length).toBe(questions)
  expect(await readFile(first?.path ?? '', 'utf8')).toBe('{"size":3}\n')
  now += limits.stateEveryMs
  expect((await states.of('grown', 0))?.size).toBe(8)
  // Put back, a clock keeps nothing for longer.
  now -= 3_600_000
  await appendEntries(store, 'grown', 1)
  const after = await states.of('grown', 0)
  expect(after?.size).toBe(9)
  await rm(after?.path ?? '')
  expect((await states.of('grown', 0))?.path).toBe(after?.path)
  expect(await readFile(after?.path ?? '', 'utf8')).toBe('{"size":9}\n')
})

test('the states of several logs are made one after the other, each once for all who ask', async () => {
  const { asked, states } = watched()
  await appendEntries(store, 'one', 3)
  await appendEntries(store, 'two', 3)
  const all = await Promise.all(['one', 'two', 'one', 'two'].map(name => states.of(name, 0)))
  expect(all.map(made => made?.size)).toEqual([3, 3, 3, 3])
  const turns = asked.filter((name, i) => name !== asked[i - 1])
  expect(turns).toEqual(['one', 'two'])
})
