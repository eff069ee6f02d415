// Finds everything that passes, in no order, where it is little: then it is put in order here. Or only counts it.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { byIndex } from './by-index.ts'
import type { Filter } from './filter.ts'
import { actorKey, type KeyValue, keysOf, type Place } from './order.ts'
import { everyCondition, type Looked, lookedAt, passesExactly } from './residual.ts'
import { segmentRows } from './scan.ts'
import type { Segment } from './segments.ts'
import type { Total } from './total.ts'

const actorsLookedUp = 500

export interface Gathered {
  readonly places: readonly Place[]
  /** Whether these are all; else as many were looked at as may be. */
  readonly whole: boolean
}

/** Of at most so many rows that the database lets through, those that pass. */
export async function gather(db: Kysely<Tables>, filter: Filter, most: number): Promise<Gathered> {
  const keys = keysOf[filter.sort]
  const named = keys.map((key, at) => sql`${key.expression} AS ${sql.ref(`k${at}`)}`)
  const columns = sql.join([sql`s.at`, sql`o."row"`, ...named, ...lookedAt(filter)])
  type Row = { at: number; row: number; k0: KeyValue; k1: KeyValue } & Looked
  const rows = await select<Row>(db, filter, columns, most + 1)
  const places = rows
    .filter(row => passesExactly(filter, row.at, row))
    .map(row => ({
      values: keys.map((_, at) => (at === 0 ? row.k0 : row.k1)),
      import: row.at,
      row: row.row,
    }))
  return { places, whole: rows.length <= most }
}

/** For filters that the database decides alone. */
export async function countPassing(db: Kysely<Tables>, filter: Filter, most: number): Promise<Total> {
  const [counted] = await select<{ total: number }>(db, filter, null, most + 1)
  const total = counted?.total ?? 0
  return { total: Math.min(total, most), exact: total <= most }
}

/** `columns` of at most so many rows; null: their number. */
async function select<Row>(
  db: Kysely<Tables>,
  filter: Filter,
  columns: RawBuilder<unknown> | null,
  most: number,
): Promise<readonly Row[]> {
  const { readings, actors, organization } = filter
  if (readings.length === 0 || actors?.length === 0) return []
  // With few actors their own index leads to their rows.
  const byActor = actors !== null && actors.length * readings.length <= actorsLookedUp
  const segments: Segment[] = readings.flatMap((reading, at) =>
    (byActor ? actors : [null]).map(actor => ({ import: at, importId: reading.importId, kind: null, actor })),
  )
  const ofActor = byActor ? sql`${actorKey} = left(s.actor, 100) AND o.actor = s.actor` : sql`true`
  const rows = sql`
    SELECT ${columns ?? sql`1`}
    FROM ${segmentRows(filter, segments, null)}
    JOIN observations o ON o.organization_id = ${organization} AND o.import_id = s.import_id AND ${ofActor}
    WHERE ${everyCondition(byActor ? { ...filter, actors: null } : filter)}
    LIMIT ${most}`
  const query = columns ? sql<Row>`${rows}` : sql<Row>`SELECT count(*) AS total FROM (${rows}) AS passing`
  const answer = byActor ? await byIndex(db, trx => query.execute(trx)) : await query.execute(db)
  return answer.rows
}
