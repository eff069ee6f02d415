// How many rows the filter lets through, counted as far as that is quick.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Filter } from './filter.ts'
import { actorKey } from './order.ts'
import { between } from './residual.ts'
import { segmentRows } from './scan.ts'
import { isByActor, type Segment } from './segments.ts'

export interface Total {
  readonly total: number
  readonly exact: boolean
}

/** Of rows of whole readings that are counted one by one; the rest is known from their import. */
const countedOneByOne = 200_000

/** For filters that the segments decide alone. */
export async function totalOf(
  db: Kysely<Tables>,
  filter: Filter,
  segments: readonly Segment[],
): Promise<Total> {
  const { readings, kinds, fromMs, toMs } = filter
  const whole = fromMs === null && toMs === null && kinds.every(one => one === null) && !filter.actors
  if (whole) return { total: readings.reduce((sum, reading) => sum + reading.observations, 0), exact: true }
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
