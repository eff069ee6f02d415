// How many rows the filter lets through, counted as far as that is quick.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Filter } from './filter.ts'
import { actorKey } from './order.ts'
import type { Reading } from './readings.ts'
import { between } from './residual.ts'
import { segmentRows } from './scan.ts'
import { isByActor, type Segment } from './segments.ts'

export interface Total {
  readonly total: number
  readonly exact: boolean
}

/** Of rows of whole readings that are counted one by one; the rest is known from their import. */
const countedOneByOne = 200_000

/** As the reading counted it; null: it did not count kinds. */
export function countIn(reading: Reading, kinds: ReadonlySet<string> | null): number | null {
  if (kinds === null) return reading.observations
  const counts = reading.kinds
  return counts && [...kinds].reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
}

/** For filters that the segments decide alone. */
export async function totalOf(
  db: Kysely<Tables>,
  filter: Filter,
  segments: readonly Segment[],
): Promise<Total> {
  const { readings, kinds, fromMs, toMs } = filter
  if (fromMs === null && toMs === null && !filter.actors) {
    const known = readings.map((reading, at) => countIn(reading, kinds[at] ?? null))
    if (known.every(count => count !== null)) {
      return { total: known.reduce((sum, count) => sum + count, 0), exact: true }
    }
  }
  const parts = [
    sql`o.organization_id = ${filter.organization}`,
    sql`o.import_id = s.import_id`,
    ...between(filter),
  ]
  if (isByActor(filter)) parts.push(sql`${actorKey} = left(s.actor, 100)`, sql`o.actor = s.actor`)
  else if (segments[0]?.kind) parts.push(sql`o.kind = s.kind`)
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM (
      SELECT 1 FROM ${segmentRows(filter, segments, null)}
      JOIN observations o ON ${sql.join(parts, sql` AND `)}
      LIMIT ${countedOneByOne + 1}
    ) AS found`.execute(db)
  const total = rows[0]?.total ?? 0
  return { total: Math.min(total, countedOneByOne), exact: total <= countedOneByOne }
}
