// The readings that count now: one for each source that has one and was not taken back.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface Reading {
  readonly source: string
  readonly importId: string
  readonly observations: number
  /** Of each kind, as the reading counted them; null: it did not. */
  readonly kinds: ReadonlyMap<string, number> | null
}

type KindCounts = { kind: string; observations: number }[]

function kindsOf(counts: KindCounts | null, observations: number): Reading['kinds'] {
  const all = counts?.reduce((sum, one) => sum + one.observations, 0)
  return counts && all === observations ? new Map(counts.map(one => [one.kind, one.observations])) : null
}

/** In the order of the sources' ids. */
export async function currentReadings(db: Kysely<Tables>, organization: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom('sources as s')
    .innerJoin('imports as i', join =>
      join.onRef('i.organization_id', '=', 's.organization_id').onRef('i.import_id', '=', 's.current_import'),
    )
    .select(['s.source_id', 'i.import_id', 'i.observations'])
    .select(sql<KindCounts | null>`i.account -> 'kinds'`.as('kinds'))
    .where('s.organization_id', '=', organization)
    .where('s.removed_ms', 'is', null)
    .orderBy('s.source_id')
    .execute()
  return rows.map(row => ({
    source: row.source_id,
    importId: row.import_id,
    observations: row.observations,
    kinds: kindsOf(row.kinds, row.observations),
  }))
}
