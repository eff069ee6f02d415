// Opens the store: the embedded database of a data folder, or a Postgres server by its address; locked and migrated.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, type Result, refused } from '@equalizer/core'
import { sql } from 'kysely'
import { makeFolder } from '../make-folder.ts'
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
  /** On a Postgres server as well nobody else works in the data folder meanwhile: for whoever signs the logs that lie in it. */
  readonly alone?: boolean
}

/** Codes: `store.locked`, `store.newer`, `store.not_ours`. Throws where the database cannot be opened or reached. */
export async function openStore({ url, folder, alone = false }: StoreOptions): Promise<Result<Store>> {
  if (url !== undefined && !alone) return ready(await openPostgres(url), 'server', hostOf(url))
  await makeFolder(folder)
  const lock = await lockFolder(folder)
  if (!lock.ok) return lock
  const { release } = lock.value
  try {
    if (url !== undefined) return await ready(await openPostgres(url), 'server', hostOf(url), release)
    const place = await embeddedIn(folder)
    if (place.ok) return await ready(await openEmbedded({ place: place.value }), 'embedded', folder, release)
    await release()
    return place
  } catch (error) {
    await release()
    throw error
  }
}

/** Where the embedded database lies; made beside its place, so that one killed in the making leaves nothing half. */
async function embeddedIn(folder: string): Promise<Result<string>> {
  const place = join(folder, 'database')
  if (existsSync(join(place, 'PG_VERSION'))) return accepted(place)
  if (existsSync(place) && (await readdir(place)).length > 0) {
    return refused('store.not_ours', `${place} is not empty and holds no database of Equalizer.`, { place })
  }
  const making = join(folder, 'database.new')
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { mode: 0o700 })
  const made = await openEmbedded({ place: making })
  await made.pglite.close()
  await rm(place, { recursive: true, force: true })
  await rename(making, place)
  return accepted(place)
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
  const tend: Store['tend'] = async table => {
    const how = kind === 'embedded' ? sql`VACUUM (ANALYZE)` : sql`ANALYZE`
    await sql`${how} ${sql.table(table)}`.execute(db)
  }
  return accepted({ db, kind, where, copy, tend, close })
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
