// Opens the store: the embedded database of a data folder, or a Postgres server by its address; locked and migrated.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, type Result } from '@equalizer/core'
import { runCopy } from './copy.ts'
import { type Opened, openEmbedded } from './embedded.ts'
import { lockFolder } from './lock.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** `postgres://…`; left out: the embedded database. */
  readonly url?: string
  /** The data folder; the embedded database lies in its `database`. */
  readonly folder: string
}

/** Codes: `store.locked`, `store.newer`. Throws where the database cannot be opened or reached. */
export async function openStore({ url, folder }: StoreOptions): Promise<Result<Store>> {
  if (url !== undefined) return ready(await openPostgres(url), 'server', hostOf(url))
  const place = join(folder, 'database')
  await mkdir(place, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  if (!lock.ok) return lock
  const { release } = lock.value
  try {
    return await ready(await openEmbedded({ place }), 'embedded', folder, release)
  } catch (error) {
    await release()
    throw error
  }
}

/** Migrated and as a store; closed again where it cannot be. */
export async function ready(
  opened: Opened,
  kind: Store['kind'],
  where: string,
  release: () => Promise<void> = async () => {},
): Promise<Result<Store>> {
  const { db, copyFrom } = opened
  const close = async () => {
    await db.destroy()
    await release()
  }
  try {
    const migrated = await migrate(db)
    if (!migrated.ok) {
      await close()
      return migrated
    }
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
  const copy: Store['copy'] = (table, columns, rows, within) =>
    runCopy(within ?? db, copyFrom, table, columns, rows)
  return accepted({ db, kind, where, copy, close })
}

/** Host and database; an address may hold a password, which no log should. */
function hostOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host || 'localhost'}${pathname}`
  } catch {
    return 'a Postgres server'
  }
}
