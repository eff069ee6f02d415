// kill -9 in the midst of writing, several times: what was acknowledged is there, nothing is there twice, and the tables are
// what the entries say.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { capabilities } from '@equalizer/capabilities'
import { createKernel } from '@equalizer/core'
import { type Random, seeded } from '@equalizer/testkit'
import { startPostgres } from '@equalizer/testkit/postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { Auditor } from '../auditor/auditor.ts'
import { insistOnTables } from '../engine/tables-hold.ts'
import { createMirror } from '../mirror.ts'
import { clients, commandsEach, keyOf, type Life, organization } from './killed-door.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equalizer-killed-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const program = fileURLToPath(new URL('./killed-door.ts', import.meta.url))
const kills = 3

/** By key, the entry that its sender was told of. */
type Acknowledged = Map<string, number>

interface Lived {
  readonly signal: string | null
  readonly prepared: boolean
  readonly acknowledged: number
}

/** Kills it a random while after so many answers; null: lets it come to its end. */
async function live(life: Life, all: Acknowledged, killAfter: number | null, random: Random): Promise<Lived> {
  const child = spawn(process.execPath, [program, JSON.stringify(life)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, prepared, acknowledged] = ['', life.from !== null, 0]
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  for await (const line of createInterface(child.stdout)) {
    if (line === 'prepared') {
      prepared = true
      continue
    }
    const [client = 0, command = 0, seq = 0] = line.split(' ').map(Number)
    const key = keyOf(client, command)
    // Sent again after a kill, it is answered with the same entry.
    if (all.has(key)) expect([key, seq]).toEqual([key, all.get(key)])
    all.set(key, seq)
    acknowledged += 1
    if (acknowledged === killAfter) {
      await wait(random.whole(0, 5))
      child.kill('SIGKILL')
    }
  }
  const { code, signal } = await ended
  if (signal === null && code !== 0) throw new Error(said)
  return { signal, prepared, acknowledged }
}

function firstUnanswered(all: Acknowledged): number[] {
  return Array.from({ length: clients }, (_, client) => {
    let next = 0
    while (all.has(keyOf(client, next))) next += 1
    return next
  })
}

async function survives(url: string | null): Promise<void> {
  const random = seeded('kill', url === null ? 'embedded' : 'server')
  const all: Acknowledged = new Map()
  let prepared = false
  for (let killed = 0; killed < kills; killed += 1) {
    const from = prepared ? firstUnanswered(all) : null
    const lived = await live({ folder, url, from }, all, random.whole(1, 30), random)
    expect(lived.signal).toBe('SIGKILL')
    expect(lived.prepared).toBe(true)
    prepared = lived.prepared
  }
  expect(all.size).toBeLessThan(clients * commandsEach)
  const last = await live({ folder, url, from: firstUnanswered(all) }, all, null, random)
  expect(last.signal).toBeNull()
  expect(all.size).toBe(clients * commandsEach)
  const opened = await openStore(url === null ? { folder } : { folder, url })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  try {
    await holds(opened.value, all)
  } finally {
    await opened.value.close()
  }
}

async function holds({ db }: Store, all: Acknowledged): Promise<void> {
  const rows = await db.selectFrom('entries').select('entry').orderBy('seq').execute()
  const [mirror, auditor] = [createMirror(createKernel(capabilities)), new Auditor({ measure: () => null })]
  for (const { entry } of rows) auditor.take(mirror.take(entry))
  await insistOnTables(db, organization, mirror)
  const sent = await db.selectFrom('sent').select(['key', 'answer']).execute()
  const kept = new Map(sent.map(({ key, answer }) => [key, answer.seq]))
  for (const [key, seq] of all) expect([key, kept.get(key)]).toEqual([key, seq])
  const received = mirror.entries.filter(({ events }) =>
    events.some(({ type }) => type === 'treasury.received'),
  )
  expect(received).toHaveLength(clients * commandsEach)
  expect(new Set(all.values())).toEqual(new Set(received.map(({ seq }) => seq)))
  expect(mirror.states.get('treasury/account/ops')).toMatchObject({
    balance: String(clients * commandsEach),
  })
}

test('with the embedded database', () => survives(null), 240_000)

test('with a Postgres server', async context => {
  const postgres = await startPostgres()
  if (postgres === null) return context.skip('no Postgres server can be started here')
  try {
    await survives(postgres.url)
  } finally {
    await postgres.stop()
  }
}, 240_000)
