// Finds everything that passes, in no order, where it is little: then it is put in order here.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { byIndex } from './by-index.ts'
import type { Filter } from './filter.ts'
import { actorKey, type KeyValue, keysOf, type Place } from './order.ts'
import { everyCondition, type Looked, lookedAt, passesExactly } from './residual.ts'
import { segmentRows } from './scan.ts'
import type { Segment } from './segments.ts'

const actorsLookedUp = 500

/** null: there are more than `most`. In the filter's order, ascending or descending. */
export async function gather(db: Kysely<Tables>, filter: Filter, most: number): Promise<Place[] | null> {
  const { readings, actors, organization } = filter
  // With few actors their own index leads to their rows.
  const byActor = actors !== null && actors.length * readings.length <= actorsLookedUp
  const segments: Segment[] = readings.flatMap((reading, at) =>
    (byActor ? actors : [null]).map(actor => ({ import: at, importId: reading.importId, kind: null, actor })),
  )
  if (segments.length === 0) return []
  const keys = keysOf[filter.sort]
  const named = keys.map((key, at) => sql`${key.expression} AS ${sql.ref(`k${at}`)}`)
  const ofActor = byActor ? sql`${actorKey} = left(s.actor, 100) AND o.actor = s.actor` : sql`true`
  const query = sql<{ at: number; row: number; k0: KeyValue; k1: KeyValue } & Looked>`
    SELECT s.at, ${sql.join([sql`o."row"`, ...named, ...lookedAt(filter)])}
    FROM ${segmentRows(filter, segments, null)}
    JOIN observations o ON o.organization_id = ${organization} AND o.import_id = s.import_id AND ${ofActor}
    WHERE ${everyCondition(byActor ? { ...filter, actors: null } : filter)}
    LIMIT ${most + 1}`
  const { rows } = byActor ? await byIndex(db, trx => query.execute(trx)) : await query.execute(db)
  if (rows.length > most) return null
  return rows
    .filter(row => passesExactly(filter, row.at, row))
    .map(row => ({
      values: keys.map((_, at) => (at === 0 ? row.k0 : row.k1)),
      import: row.at,
      row: row.row,
    }))
}
