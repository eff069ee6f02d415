// The stretches of the store's indexes that hold what is asked for, each already in order: a reading's kinds or actors.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { byIndex } from './by-index.ts'
import type { Filter } from './filter.ts'
import type { Sort } from './order.ts'

export interface Segment {
  /** The reading's place in the filter. */
  readonly import: number
  readonly importId: string
  readonly kind: string | null
  readonly actor: string | null
}

/** Beyond this many stretches, merging them costs more than looking through one. */
const actorSegments = 500

/** Orders whose index begins with the kind. */
const byKind: ReadonlySet<Sort> = new Set(['at', 'weight', 'kind'])

/** Kinds that a reading has, by leaping through the index from one to the next. */
async function kindsIn(
  db: Kysely<Tables>,
  organization: string,
  importIds: readonly string[],
): Promise<Map<string, string[]>> {
  const within = sql`FROM observations o WHERE o.organization_id = ${organization}`
  const first = sql`ORDER BY o.kind, coalesce(o.at_ms, -9000000000000000) LIMIT 1`
  const query = sql<{ import_id: string; kind: string }>`
    WITH RECURSIVE leap AS (
      SELECT i.import_id, (SELECT o.kind ${within} AND o.import_id = i.import_id ${first}) AS kind
      FROM json_to_recordset(${JSON.stringify(importIds.map(import_id => ({ import_id })))}::json) AS i(import_id text)
      UNION ALL
      SELECT leap.import_id,
        (SELECT o.kind ${within} AND o.import_id = leap.import_id AND o.kind > leap.kind ${first})
      FROM leap WHERE leap.kind IS NOT NULL
    )
    SELECT import_id, kind FROM leap WHERE kind IS NOT NULL`
  const { rows } = await byIndex(db, trx => query.execute(trx))
  const found = new Map<string, string[]>()
  for (const { import_id, kind } of rows) found.set(import_id, [...(found.get(import_id) ?? []), kind])
  return found
}

/** Whether a few actors are asked for in order of time, which an index holds for each. */
export function isByActor({ actors, sort, readings }: Filter): boolean {
  return actors !== null && sort === 'at' && actors.length * readings.length <= actorSegments
}

/** Together they hold every row that the filter lets through, and for `byActor` other kinds too. */
export async function segmentsOf(db: Kysely<Tables>, filter: Filter): Promise<Segment[]> {
  const { readings, kinds, actors, sort } = filter
  const of = (at: number, rest: Partial<Segment>): Segment => {
    return { import: at, importId: readings[at]?.importId ?? '', kind: null, actor: null, ...rest }
  }
  if (isByActor(filter)) {
    return readings.flatMap((_, at) => (actors ?? []).map(actor => of(at, { actor })))
  }
  if (!byKind.has(sort)) return readings.map((_, at) => of(at, {}))
  const open = readings.filter((_, at) => kinds[at] === null).map(reading => reading.importId)
  const there = open.length > 0 ? await kindsIn(db, filter.organization, open) : new Map<string, string[]>()
  return readings.flatMap((reading, at) =>
    [...(kinds[at] ?? there.get(reading.importId) ?? [])].map(kind => of(at, { kind })),
  )
}
