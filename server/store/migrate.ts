// Brings a database to the newest shape, forward only; a database from a newer version is left alone.
import { accepted, type Result, refused } from '@equalizer/core'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { ground } from './migrations/0001-ground.ts'
import { auth } from './migrations/0002-auth.ts'
import { texts } from './migrations/0003-texts.ts'
import { door } from './migrations/0004-door.ts'
import { log } from './migrations/0005-log.ts'
import { persons } from './migrations/0006-persons.ts'
import { brake } from './migrations/0007-brake.ts'

/** In order; a name once released never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-ground': ground,
  '0002-auth': auth,
  '0003-texts': texts,
  '0004-door': door,
  '0005-log': log,
  '0006-persons': persons,
  '0007-brake': brake,
}

/** Names of the migrations that the database has had, oldest first; empty for a new one. */
async function applied(migrator: Migrator): Promise<string[]> {
  const all = await migrator.getMigrations()
  return all.filter(migration => migration.executedAt !== undefined).map(migration => migration.name)
}

/**
 * `last`: only so far, as an older version had it. Codes: `store.newer`. Throws where the database cannot be changed.
 */
export async function migrate<Tables>(db: Kysely<Tables>, last?: string): Promise<Result<readonly string[]>> {
  const unknown = await unknownMigrations(db)
  if (unknown.length > 0) {
    const reason = `The database was made by a newer version of Equalizer (${unknown.at(-1)}); start that version, or restore a backup from before.`
    return refused('store.newer', reason, { migration: unknown.at(-1) ?? '' })
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last))
  if (error !== undefined) throw error
  return accepted(await applied(migrator))
}

/** Names that the database has had and this version does not know. */
async function unknownMigrations<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(table => table.name === 'kysely_migration')) return []
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(row => row.name).filter(name => migrations[name] === undefined)
}
