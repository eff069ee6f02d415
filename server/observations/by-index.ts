// Queries that one index answers: the planner is told so, since it cannot know before it has counted the rows.
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

const off = ['seqscan', 'bitmapscan', 'sort', 'incremental_sort', 'hashjoin', 'mergejoin']
  .map(way => `set_config('enable_${way}', 'off', true)`)
  .join(', ')

/** Sorting and scanning still happen where nothing else is possible. */
export function byIndex<T>(
  db: Kysely<Tables>,
  run: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async trx => {
    await sql`SELECT ${sql.raw(off)}`.execute(trx)
    return run(trx)
  })
}
