// Reads a stretch of the list in order: the segments' rows merged, from a place on, a bounded number at a time.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { byIndex } from './by-index.ts'
import type { Filter } from './filter.ts'
import { actorKey, type KeyValue, keysOf, type Place, typed } from './order.ts'
import { between, type Looked, lookedAt, passesExactly, residual } from './residual.ts'
import type { Segment } from './segments.ts'

export interface Scanned extends Place {
  /** Whether the filter lets it through. */
  readonly passes: boolean
  /** Whether the database let it through, which may be too generous. */
  readonly likely: boolean
}

const afterAll = Number.MAX_SAFE_INTEGER

function boundOf(at: number, from: Place | null): number {
  if (!from) return 0
  return at === from.import ? from.row : at > from.import ? 0 : afterAll
}

/** Segments as rows, with where each goes on, so that rows equal to the place by their keys come once. */
export function segmentRows(filter: Filter, segments: readonly Segment[], from: Place | null) {
  const rows = segments.map(({ import: at, importId, kind, actor }) => {
    const kinds = filter.kinds[at] ? [...filter.kinds[at]] : null
    return { at, import_id: importId, kind, actor, kinds, bound: boundOf(at, from) }
  })
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)
    AS s(at int, import_id text, kind text, actor text, kinds text[], bound int8)`
}

function startingAfter(filter: Filter, from: Place | null): RawBuilder<unknown>[] {
  if (!from) return []
  const keys = keysOf[filter.sort]
  const left = sql.join([...keys.map(key => key.expression), sql`o."row"`])
  const right = sql.join([...keys.map((key, at) => typed(from.values[at] ?? 0, key.type)), sql`s.bound`])
  return [filter.order === 'asc' ? sql`(${left}) > (${right})` : sql`(${left}) < (${right})`]
}

/** Whether `o` is in one of the segments, which are all of one sort, behind the place. */
export function inSegment(
  filter: Filter,
  segments: readonly Segment[],
  from: Place | null,
): RawBuilder<unknown> {
  const parts = [sql`o.organization_id = ${filter.organization}`, sql`o.import_id = s.import_id`]
  if (segments[0]?.kind) parts.push(sql`o.kind = s.kind`)
  if (segments[0]?.actor) parts.push(sql`${actorKey} = left(s.actor, 100)`, sql`o.actor = s.actor`)
  if (filter.sort === 'at') parts.push(...between(filter))
  return sql.join([...parts, ...startingAfter(filter, from)], sql` AND `)
}

/** More than these are not planned one by one. */
const mergedSegments = 24

/** Whether the kinds' stretches can be read side by side, each only as far as it is needed. */
function isMerged({ sort }: Filter, segments: readonly Segment[]): boolean {
  return sort !== 'kind' && !!segments[0]?.kind && segments.length <= mergedSegments
}

function readingsOf(segments: readonly Segment[]): Segment[][] {
  const of = new Map<number, Segment[]>()
  for (const segment of segments) of.set(segment.import, [...(of.get(segment.import) ?? []), segment])
  return [...of.values()]
}

/** As constants, by which the planner sees that the index has the order. */
function oneSegment(segment: Segment, from: Place | null): RawBuilder<unknown> {
  const { import: at, importId, kind } = segment
  const bound = boundOf(at, from)
  return sql`(SELECT ${sql.lit(at)}::int AS at, ${importId}::text AS import_id, ${kind}::text AS kind,
    ${bound}::int8 AS bound) AS s`
}

/** Of a reading and a row, whether text and surface let it through, where that is known. */
export type Passing = (at: number, row: number) => boolean

type Row = { at: number; row: number; passes: boolean; k0: KeyValue; k1: KeyValue } & Looked

/**
 * The next `most` rows in order, whether or not they pass: what does not pass was looked at all the same, and the next
 * call goes on behind it.
 */
export async function scan(
  db: Kysely<Tables>,
  filter: Filter,
  segments: readonly Segment[],
  from: Place | null,
  most: number,
  passing: Passing | null = null,
): Promise<Scanned[]> {
  if (segments.length === 0) return []
  // What is known to pass need not be judged, which takes its texts and files.
  const judged = passing ? { ...filter, text: null, counted: null } : filter
  const keys = keysOf[filter.sort]
  const way = sql.raw(filter.order === 'asc' ? 'ASC' : 'DESC')
  const names = keys.map((_, at) => sql.ref(`k${at}`))
  const named = keys.map((key, at) => sql`${key.expression} AS ${names[at]}`)
  const columns = sql.join([sql`o."row"`, ...named, sql`${residual(judged)} AS passes`, ...lookedAt(judged)])
  const inOrder = sql.join([...keys.map(key => sql`${key.expression} ${way}`), sql`o."row" ${way}`])
  const stretch = sql`WHERE ${inSegment(filter, segments, from)} ORDER BY ${inOrder} LIMIT ${most}`
  const merged = sql.join(names.map(name => sql`o.${name} ${way}`))
  const stretches = isMerged(filter, segments)
    ? sql`${sql.join(
        readingsOf(segments).map(of => {
          const each = of.map(one => {
            return sql`(SELECT s.at, ${columns} FROM ${oneSegment(one, from)}, observations o ${stretch})`
          })
          const together = sql.join(each, sql` UNION ALL `)
          return sql`(SELECT * FROM (${together}) AS o ORDER BY ${merged}, o."row" ${way} LIMIT ${most})`
        }),
        sql` UNION ALL `,
      )}`
    : sql`SELECT s.at, o.* FROM ${segmentRows(filter, segments, from)}
        CROSS JOIN LATERAL (SELECT ${columns} FROM observations o ${stretch}) o`
  // Of one reading they come in this order anyhow, so that no more is read than is taken.
  const byReading = readingsOf(segments).length > 1 ? sql`, o.at ${way}` : sql``
  const query = sql<Row>`
    SELECT * FROM (${stretches}) AS o ORDER BY ${merged}${byReading}, o."row" ${way} LIMIT ${most}`
  const { rows } = await byIndex(db, trx => query.execute(trx))
  return rows.map(row => ({
    values: keys.map((_, at) => (at === 0 ? row.k0 : row.k1)),
    import: row.at,
    row: row.row,
    likely: row.passes,
    passes: row.passes && (passing ? passing(row.at, row.row) : passesExactly(filter, row.at, row)),
  }))
}
