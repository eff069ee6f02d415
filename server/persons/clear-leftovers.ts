// A row that was deleted or overwritten still lies in the database's files for a while. After an erasure they are written anew.
import { type Kysely, sql } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'

/** What can hold something of a person, and is small enough to be written anew as a whole. */
const tables = [
  'person_keys',
  'persons',
  'texts',
  'sent',
  'members',
  'auth_user',
  'auth_session',
  'auth_account',
  'auth_verification',
  'auth_key',
  'charters',
  'documents',
  'actors',
  'parties',
  'suggestions',
  'reports',
  'unit_reports',
] as const

/**
 * On the embedded database nothing of the old rows is left in its files afterwards. On a server only the keys are written anew,
 * without which the rest is noise; what its write-ahead log and its backups hold is its operator's to let go. Answers how many
 * erasures were waiting for it.
 */
export async function clearLeftovers({ db, kind }: Pick<Store, 'db' | 'kind'>): Promise<number> {
  const waiting = await db.selectFrom('leftovers').select(['organization_id', 'person_id']).execute()
  if (waiting.length === 0) return 0
  if (kind === 'embedded') await rewriteAll(db)
  else await sql`vacuum full person_keys`.execute(db)
  for (const { organization_id, person_id } of waiting)
    await db
      .deleteFrom('leftovers')
      .where('organization_id', '=', organization_id)
      .where('person_id', '=', person_id)
      .execute()
  return waiting.length
}

async function rewriteAll(db: Kysely<Tables>): Promise<void> {
  for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(db)
  for (const table of ['observations', 'observation_texts'] as const)
    await sql`vacuum ${sql.table(table)}`.execute(db)
  // The write-ahead file that has the old rows is done with, and deleted once all is in its place.
  await sql`select pg_switch_wal()`.execute(db)
  await sql`checkpoint`.execute(db)
}
