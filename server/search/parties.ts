// Parties by a part of their name, or of a handle or name of one of theirs.
import type { Found } from '@equalizer/client'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Findable } from './find.ts'

/** Parties that are ranked; of more, the ones with most observations. */
const considered = 300

/** Letters beyond English stand for any one here, since the database folds only those; ranking looks again. */
function patternOf(text: string): string {
  const plain = text.trim().replace(/[\\%_]/g, found => `\\${found}`)
  return `%${plain.replace(/[^\0-\x7f]/gu, '_')}%`
}

export async function partiesLike(
  db: Kysely<Tables>,
  organization: string,
  text: string,
): Promise<Findable<Found>[]> {
  const pattern = patternOf(text)
  const { rows } = await sql<{ party_id: string; name: string; names: string[] | null }>`
    WITH hit AS (
      SELECT party_key, min(actor) AS actor, min(name) AS name FROM actors
      WHERE organization_id = ${organization} AND party_key IS NOT NULL
        AND (actor ILIKE ${pattern} OR name ILIKE ${pattern})
      GROUP BY party_key
    )
    SELECT p.party_id, p.name, json_build_array(hit.actor, hit.name) AS names
    FROM parties p LEFT JOIN hit ON hit.party_key = p.party_key
    WHERE p.organization_id = ${organization} AND (hit.party_key IS NOT NULL OR p.name ILIKE ${pattern})
    ORDER BY p.observations DESC, p.party_key LIMIT ${considered}`.execute(db)
  return rows.map(({ party_id, name, names }) => {
    const handle = names?.[0] ?? ''
    const value: Found = { what: 'party', id: party_id, name, detail: handle, unit: null }
    return { names: [name, ...(names ?? []).filter(one => one !== null)].map(withoutScheme), value }
  })
}

/** `github:ada` is found as well by its beginning "ada". */
function withoutScheme(name: string): string {
  return /^[a-z][a-z0-9_-]*:(.+)$/s.exec(name)?.[1] ?? name
}
