// Runs the same on both back ends: the embedded database, and a Postgres server where one can be started.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@equalizer/server'
import { startPostgres } from '@equalizer/testkit/postgres'
import type { BenchLine, BenchResult } from './bench.ts'

/** `run` closes the store that it is given. The notes say where one of the two is missing. */
export async function onBothStores(
  run: (store: Store, name: string) => Promise<BenchLine[]>,
): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-stores-'))
  let postgres: Awaited<ReturnType<typeof startPostgres>> = null
  try {
    const embedded = await openStore({ folder })
    if (!embedded.ok) throw new Error(embedded.refusal.reason)
    const lines = await run(embedded.value, 'PGlite')
    postgres = await startPostgres()
    const server = postgres ? await openStore({ folder, url: postgres.url }) : null
    if (server?.ok) lines.push(...(await run(server.value, 'Postgres')))
    return { lines, notes: server?.ok ? [] : ['No Postgres server could be started here: PGlite only.'] }
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
