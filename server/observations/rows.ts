// The rows of a page as the interface gives them, with whose handle is whose.
import type { ObservationRow } from '@equalizer/client'
import type { Selectable } from 'kysely'
import { type Kysely, sql } from 'kysely'
import type { ObservationsTable, Tables } from '../store/tables.ts'
import { decimalText } from './decimal-text.ts'
import type { Place } from './order.ts'
import type { Reading } from './readings.ts'

interface Known {
  readonly party: { readonly id: string; readonly name: string } | null
  readonly bot: boolean
}

type Stored = Pick<
  Selectable<ObservationsTable>,
  | 'kind'
  | 'actor'
  | 'actor_name'
  | 'at_ms'
  | 'weight'
  | 'asset'
  | 'decimals'
  | 'about'
  | 'choice'
  | 'reference'
>

/** In the order of the places; one that is gone meanwhile is left out. */
export async function rowsAt(
  db: Kysely<Tables>,
  organization: string,
  readings: readonly Reading[],
  places: readonly Place[],
): Promise<ObservationRow[]> {
  if (places.length === 0) return []
  const wanted = places.map((place, number) => {
    return { number, at: place.import, import_id: readings[place.import]?.importId, row: place.row }
  })
  const { rows } = await sql<Stored & { number: number; at: number; row: number }>`
    SELECT p.number, p.at, o."row", o.kind, o.actor, o.actor_name, o.at_ms, o.weight, o.asset, o.decimals, o.about,
      o.choice, o.reference
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS p(number int, at int, import_id text, "row" int8)
    JOIN observations o
      ON o.organization_id = ${organization} AND o.import_id = p.import_id AND o."row" = p."row"
    ORDER BY p.number`.execute(db)
  const actors = new Set(rows.flatMap(row => (row.actor === null ? [] : [row.actor])))
  const known = await knownActors(db, organization, [...actors])
  return rows.map(row => observationRow(readings[row.at]?.source ?? '', row.row, row, known))
}

export function observationRow(
  source: string,
  row: number,
  stored: Stored,
  known: ReadonlyMap<string, Known>,
): ObservationRow {
  const who = stored.actor === null ? undefined : known.get(stored.actor)
  return {
    source,
    row,
    kind: stored.kind,
    actor: stored.actor,
    name: stored.actor_name,
    party: who?.party ?? null,
    bot: who?.bot ?? false,
    at: stored.at_ms === null ? null : new Date(stored.at_ms).toISOString(),
    weight: decimalText(stored.weight, stored.decimals),
    asset: stored.asset,
    about: stored.about,
    choice: stored.choice,
    reference: stored.reference,
  }
}

/** As of the newest measuring; whoever it did not see yet is missing. */
export async function knownActors(
  db: Kysely<Tables>,
  organization: string,
  actors: readonly string[],
): Promise<Map<string, Known>> {
  if (actors.length === 0) return new Map()
  const rows = await db
    .selectFrom('actors as a')
    .leftJoin('parties as p', join =>
      join.onRef('p.organization_id', '=', 'a.organization_id').onRef('p.party_key', '=', 'a.party_key'),
    )
    .select(['a.actor', 'a.party_id', 'a.bot_rule', 'p.name'])
    .where('a.organization_id', '=', organization)
    .where(
      'a.actor_key',
      'in',
      sql<string>`(SELECT md5(v) FROM json_array_elements_text(${JSON.stringify(actors)}::json) AS v)`,
    )
    .execute()
  return new Map(
    rows.map(row => {
      const party = row.party_id === null ? null : { id: row.party_id, name: row.name ?? row.party_id }
      return [row.actor, { party, bot: row.bot_rule !== null }]
    }),
  )
}
