// Finds everything that passes, in no order, where it is little: then it is put in order here. Or only counts it.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Among } from './among.ts'
import { byIndex } from './by-index.ts'
import type { Filter } from './filter.ts'
import { actorKey, type KeyValue, keysOf, type Place } from './order.ts'
import { everyCondition, type Looked, lookedAt, passesExactly } from './residual.ts'
import { inSegment, segmentRows } from './scan.ts'
import type { Segment } from './segments.ts'
import type { Total } from './total.ts'

const actorsLookedUp = 500

export interface Gathered {
  readonly places: readonly Place[]
  /** Whether these are all; else as many were looked at as may be. */
  readonly whole: boolean
}

type Row = { at: number; row: number; k0: KeyValue; k1: KeyValue } & Looked

/** Where a row stands, and what it is judged by. */
function columnsFor(filter: Filter, looked: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const named = keysOf[filter.sort].map((key, at) => sql`${key.expression} AS ${sql.ref(`k${at}`)}`)
  return sql.join([sql`s.at`, sql`o."row"`, ...named, ...looked])
}

function placeOf({ sort }: Filter, row: Row): Place {
  const values = keysOf[sort].map((_, at) => (at === 0 ? row.k0 : row.k1))
  return { values, import: row.at, row: row.row }
}

/** Of at most so many rows that the database lets through, those that pass. */
export async function gather(db: Kysely<Tables>, filter: Filter, most: number): Promise<Gathered> {
  const rows = await select<Row>(db, filter, columnsFor(filter, lookedAt(filter)), most + 1)
  const passing = rows.filter(row => passesExactly(filter, row.at, row))
  return { places: passing.map(row => placeOf(filter, row)), whole: rows.length <= most }
}

/** The same, from the stretches of some days, which the index by date holds for each kind. */
export async function gatherOfDays(
  db: Kysely<Tables>,
  filter: Filter,
  segments: readonly Segment[],
  most: number,
): Promise<Gathered> {
  const query = sql<Row>`
    SELECT ${columnsFor(filter, lookedAt(filter))}
    FROM ${segmentRows(filter, segments, null)}
    JOIN observations o ON ${inSegment({ ...filter, sort: 'at' }, segments, null)}
    LIMIT ${most + 1}`
  const { rows } = await byIndex(db, trx => query.execute(trx))
  const passing = rows.filter(row => passesExactly(filter, row.at, row))
  return { places: passing.map(row => placeOf(filter, row)), whole: rows.length <= most }
}

/** Of the rows among which they are, all that pass. */
export async function gatherAmong(db: Kysely<Tables>, filter: Filter, among: Among): Promise<Place[]> {
  // What is certain need not be looked at again, which would cost more than finding the row.
  const judged: Filter = among.certain ? { ...filter, text: null, counted: null } : filter
  const places: Place[] = []
  for (const [at, reading] of filter.readings.entries()) {
    const rows = among.rows[at] ?? []
    if (rows.length === 0) continue
    const segment = { import: at, importId: reading.importId, kind: null, actor: null }
    const query = sql<Row>`
      SELECT ${columnsFor(filter, lookedAt(judged))} ${fromAmong(judged, segment, rows)}`
    const found = await byIndex(db, trx => query.execute(trx))
    for (const row of found.rows) if (passesExactly(judged, at, row)) places.push(placeOf(filter, row))
  }
  return places
}

/** How many of them, which are certain, the other conditions let through. */
export async function countAmong(db: Kysely<Tables>, filter: Filter, among: Among): Promise<number> {
  const judged: Filter = { ...filter, text: null, counted: null }
  let count = 0
  for (const [at, { importId }] of filter.readings.entries()) {
    const rows = among.rows[at] ?? []
    if (rows.length === 0) continue
    const segment = { import: at, importId, kind: null, actor: null }
    const query = sql<{ count: number }>`SELECT count(*) AS count ${fromAmong(judged, segment, rows)}`
    const counted = await byIndex(db, trx => query.execute(trx))
    count += counted.rows[0]?.count ?? 0
  }
  return count
}

function fromAmong(judged: Filter, segment: Segment, rows: readonly number[]): RawBuilder<unknown> {
  return sql`FROM ${segmentRows(judged, [segment], null)}
    JOIN observations o ON o.organization_id = ${judged.organization} AND o.import_id = ${segment.importId}
      AND o."row" = ANY (ARRAY(SELECT json_array_elements_text(${JSON.stringify(rows)}::json)::int8))
    WHERE ${everyCondition(judged)}`
}

/** For filters that the database decides alone, without a text. */
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
