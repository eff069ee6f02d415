// What the door is measured against: one row of the log's own bytes, stored by itself without checks, states or tables.
import type { Store } from '@equalizer/server'
import { organization } from './door-desk.ts'

interface Plain {
  organization_id: string
  seq: number
  at_ms: number
  by_person: string | null
  kind: string
  entry: string
}

/** Inserts the newest entry's bytes once more, each time as a row and a commit of its own. */
export async function plainInserts(store: Store): Promise<() => Promise<unknown>> {
  await store.db.schema.dropTable('plain').ifExists().execute()
  await store.db.schema
    .createTable('plain')
    .addColumn('organization_id', 'text', column => column.notNull())
    .addColumn('seq', 'int8', column => column.notNull())
    .addColumn('at_ms', 'int8', column => column.notNull())
    .addColumn('by_person', 'text')
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('entry', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('plain_pkey', ['organization_id', 'seq'])
    .execute()
  const row = await store.db
    .selectFrom('entries')
    .select(['organization_id', 'at_ms', 'by_person', 'kind', 'entry'])
    .where('organization_id', '=', organization)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const db = store.db.withTables<{ plain: Plain }>()
  let seq = 0
  return () =>
    db
      .insertInto('plain')
      .values({ ...row, seq: seq++ })
      .execute()
}

/** Both back ends are as they come: the log on the disk before a commit is answered. */
export async function assertDurable({ db }: Store): Promise<void> {
  const rows = await db
    .withTables<{ pg_settings: { name: string; setting: string } }>()
    .selectFrom('pg_settings')
    .select(['name', 'setting'])
    .where('name', 'in', ['fsync', 'synchronous_commit'])
    .execute()
  if (rows.length === 2 && rows.every(row => row.setting === 'on')) return
  throw new Error(`This database does not wait for the disk: ${JSON.stringify(rows)}`)
}
