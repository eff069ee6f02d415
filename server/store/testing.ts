// A store for tests: in memory, migrated, gone when closed.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memory, openEmbedded } from './embedded.ts'
import { ready } from './open-store.ts'
import type { Store } from './store.ts'

/** An empty database's archive, made by the first test that needs one: making one costs seconds, copying it does not. */
const archivePath = () => join(tmpdir(), 'equalizer-empty-database.tar')

/** Share one per test file, and close it. */
export async function openTestStore(): Promise<Store> {
  const path = archivePath()
  const archive = existsSync(path) ? { archive: new Blob([readFileSync(path)]) } : {}
  const opened = await openEmbedded({ place: memory, ...archive })
  if (!('archive' in archive)) {
    const made = await opened.pglite.dumpDataDir('none')
    const part = `${path}.${process.pid}`
    writeFileSync(part, Buffer.from(await made.arrayBuffer()))
    renameSync(part, path)
  }
  const store = await ready(opened, 'embedded', 'memory')
  if (!store.ok) throw new Error(store.refusal.reason)
  return store.value
}
