// What the newest measuring says of a unit, as the gates of a move ask for it.
import type { Measured } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** null: never measured. */
export async function fetchMeasured(
  db: Kysely<Tables>,
  organization: string,
  unit: string,
): Promise<Measured | null> {
  const row = await db
    .selectFrom('unit_reports')
    .select(['score', 'report'])
    .where('organization_id', '=', organization)
    .where('unit_id', '=', unit)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { score: row.score, proven: row.report.state === 'proven' } : null
}
