// The rows of sources as they are taken back and restored, always in the transaction that changes the charter.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Takes a source back: it counts no more and is not read again; its rows stay for 30 days. False: there is none. */
export async function removeSource(
  trx: Kysely<Tables>,
  organization: string,
  source: string,
  nowMs: number,
): Promise<boolean> {
  const changed = await trx
    .updateTable('sources')
    .set({ removed_ms: nowMs, next_read_ms: null })
    .where('organization_id', '=', organization)
    .where('source_id', '=', source)
    .where('removed_ms', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Brings a source back with the reading that it had. False: it was swept, or was never taken back. */
export async function restoreSource(
  trx: Kysely<Tables>,
  organization: string,
  source: string,
  nowMs: number,
): Promise<boolean> {
  const changed = await trx
    .updateTable('sources')
    .set({
      removed_ms: null,
      // Read again soon, where it is read again at all.
      next_read_ms: sql<number | null>`case when every_ms is not null then ${nowMs}::int8 end`,
    })
    .where('organization_id', '=', organization)
    .where('source_id', '=', source)
    .where('removed_ms', 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
