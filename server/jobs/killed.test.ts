// Killed at any moment, a reading is whole or absent, goes on at the next start, and counts nothing twice.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLedger, readers } from '@equalizer/evidence'
import { startPostgres } from '@equalizer/testkit/postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { killedMapping, killedOrganization, killedRows, type Life } from './killed-server.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equalizer-killed-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const program = fileURLToPath(new URL('./killed-server.ts', import.meta.url))

function live(life: Life): Promise<string | null> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, JSON.stringify(life)], (error, _stdout, stderr) => {
      const signal = error === null ? null : (error.signal ?? null)
      if (error !== null && signal === null) reject(new Error(stderr))
      else resolve(signal)
    })
  })
}

/** The ids of what an undisturbed reading gives, in its order. */
async function expected(): Promise<string[]> {
  const path = join(folder, 'files', killedOrganization, 'tasks.csv')
  const source = { id: 'tasks', kind: 'table', path: 'tasks.csv', mapping: killedMapping } as const
  const ids: string[] = []
  for await (const batch of readers.table.read({ source, path, ledger: createLedger() })) {
    for (const { id } of batch) ids.push(id)
  }
  return ids
}

async function stored({ db }: Store) {
  const rows = await db.selectFrom('observations').select(['row', 'observation_id']).orderBy('row').execute()
  const imports = await db.selectFrom('imports').select(['state', 'observations', 'import_id']).execute()
  const source = await db.selectFrom('sources').select('current_import').executeTakeFirstOrThrow()
  const jobs = await db.selectFrom('jobs').select(['kind', 'state']).orderBy('kind').execute()
  return { rows, imports, source, jobs }
}

async function survives(url: string | null, moments: readonly string[]): Promise<void> {
  let nowMs = Date.parse('2026-06-15T12:00:00Z')
  for (const dies of moments) {
    expect(await live({ folder, url, dies, nowMs })).toBe('SIGKILL')
    nowMs += 3_600_000
  }
  expect((await readFile(join(folder, 'died'), 'utf8')).trim().split('\n')).toEqual(moments)
  expect(await live({ folder, url, dies: 'never', nowMs })).toBeNull()
  const opened = await openStore(url === null ? { folder } : { folder, url })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  const found = await stored(opened.value)
  await opened.value.close()
  expect(found.rows.map(row => row.observation_id)).toEqual(await expected())
  expect(found.rows.map(row => row.row)).toEqual(Array.from({ length: killedRows }, (_, at) => at + 1))
  expect(found.imports).toEqual([
    { state: 'done', observations: killedRows, import_id: found.source.current_import },
  ])
  expect(found.jobs.filter(({ kind }) => kind === 'import')).toEqual([{ kind: 'import', state: 'done' }])
  expect(found.jobs.every(({ state }) => state === 'done')).toBe(true)
}

const killed = ['storing 2', 'storing', 'done']

test('with the embedded database', () => survives(null, killed), 240_000)

test('with a Postgres server, where the next server takes over what the last one had', async context => {
  const postgres = await startPostgres()
  if (postgres === null) return context.skip('no Postgres server can be started here')
  try {
    await survives(postgres.url, killed)
  } finally {
    await postgres.stop()
  }
}, 240_000)
