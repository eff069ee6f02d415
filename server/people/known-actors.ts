// Whether handles are known, and by what name: from the newest measuring, or because the charter lists them.
import { accepted, type Charter, type Result, refused } from '@equalizer/core'
import { canonical } from '@equalizer/measure'
import { type Kysely, sql } from 'kysely'
import { keysOf } from '../measures/keys-of.ts'
import type { Tables } from '../store/tables.ts'

export interface KnownActor {
  readonly actor: string
  readonly name: string | null
  readonly party: string | null
  readonly observations: number
}

/** By handle. */
export async function actorsNamed(
  db: Kysely<Tables>,
  organization: string,
  actors: readonly string[],
): Promise<ReadonlyMap<string, KnownActor>> {
  if (actors.length === 0) return new Map()
  const rows = await db
    .selectFrom('actors')
    .select(['actor', 'name', 'party_id as party', 'observations'])
    .where('organization_id', '=', organization)
    .where(sql<boolean>`actor_key = any(${keysOf(actors)})`)
    .execute()
  const wanted = new Set(actors)
  return new Map(rows.filter(({ actor }) => wanted.has(actor)).map(row => [row.actor, row]))
}

/** Code: `people.unknown_actor` (facts: actor), for the first that nobody has seen and nobody lists. */
export function allKnown(
  charter: Charter,
  seen: ReadonlyMap<string, KnownActor>,
  actors: readonly string[],
): Result<null> {
  const listed = new Set(charter.people.flatMap(({ identities }) => identities.map(canonical)))
  const strange = actors.find(actor => !seen.has(actor) && !listed.has(canonical(actor)))
  if (strange === undefined) return accepted(null)
  return refused('people.unknown_actor', `No evidence names ${strange}`, { actor: strange })
}

/** The name that most observations go with; else the handle without its scheme. */
export function bestName(seen: ReadonlyMap<string, KnownActor>, actors: readonly string[]): string {
  const named = actors
    .flatMap(actor => seen.get(actor) ?? [])
    .filter(({ name }) => name !== null && name.trim() !== '')
    .sort((a, b) => b.observations - a.observations || (a.actor < b.actor ? -1 : 1))
  const [first = ''] = actors
  return named[0]?.name ?? first.slice(first.indexOf(':') + 1)
}

/** What a sentence calls each handle. */
export function shownNames(seen: ReadonlyMap<string, KnownActor>, actors: readonly string[]): string[] {
  return [...new Set(actors.map(actor => bestName(seen, [actor])))]
}
