// The charter in force, and any earlier version of it.
import type { Charter } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface CurrentCharter {
  readonly version: number
  readonly charter: Charter
  /** False: the units were inferred from the evidence. */
  readonly given: boolean
}

/** `db` may be a transaction. Throws where the organization has no charter: every organization is made with one. */
export async function currentCharter(db: Kysely<Tables>, organization: string): Promise<CurrentCharter> {
  const found = await db
    .selectFrom('organizations as o')
    .innerJoin('charters as c', join =>
      join.onRef('c.organization_id', '=', 'o.organization_id').onRef('c.version', '=', 'o.charter_version'),
    )
    .select(['c.version', 'c.charter', 'c.given'])
    .where('o.organization_id', '=', organization)
    .executeTakeFirst()
  if (!found) throw new Error(`The organization ${organization} has no charter`)
  return found
}

/** null: there is no such version. */
export async function charterVersion(
  db: Kysely<Tables>,
  organization: string,
  version: number,
): Promise<CurrentCharter | null> {
  const found = await charterVersions(db, organization, [version])
  return found.get(version) ?? null
}

/** Those of them that there are. */
export async function charterVersions(
  db: Kysely<Tables>,
  organization: string,
  versions: readonly number[],
): Promise<ReadonlyMap<number, CurrentCharter>> {
  const rows = await db
    .selectFrom('charters')
    .select(['version', 'charter', 'given'])
    .where('organization_id', '=', organization)
    .where('version', 'in', versions)
    .execute()
  return new Map(rows.map(row => [row.version, row]))
}
