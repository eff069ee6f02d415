// A party about to be split: which of its handles go, which stay, and what they are called.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { textKey } from '../store/text-key.ts'
import type { KnownActor } from './known-actors.ts'

export interface Splitting {
  readonly actors: readonly string[]
  readonly rest: readonly string[]
  readonly seen: ReadonlyMap<string, KnownActor>
  /** The party's name. */
  readonly name: string
}

/** Each pair of handles that must not be one stands in the charter, which has to stay one that can be read. */
const pairsAtMost = 2_000

/**
 * Codes: `people.unknown_party`, `people.unknown_actor` (it is not one of the party's), `people.nothing_left`,
 * `people.too_many_handles`.
 */
export async function splitting(
  db: Kysely<Tables>,
  organization: string,
  party: string,
  actors: readonly string[],
): Promise<Result<Splitting>> {
  const found = await db
    .selectFrom('parties')
    .select('name')
    .where('organization_id', '=', organization)
    .where('party_key', '=', textKey(party))
    .where('party_id', '=', party)
    .executeTakeFirst()
  if (!found) return refused('people.unknown_party', `There is no party ${party}`, { party })
  const members = await db
    .selectFrom('actors')
    .select(['actor', 'name', 'party_id as party', 'observations'])
    .where('organization_id', '=', organization)
    .where('party_key', '=', textKey(party))
    .where('party_id', '=', party)
    .orderBy('actor')
    .limit(limits.actors)
    .execute()
  const seen = new Map(members.map(member => [member.actor, member]))
  const strange = actors.find(actor => !seen.has(actor))
  if (strange !== undefined) {
    return refused('people.unknown_actor', `${strange} is not one of ${found.name}`, { actor: strange })
  }
  const going = new Set(actors)
  const rest = members.map(({ actor }) => actor).filter(actor => !going.has(actor))
  if (rest.length === 0) {
    return refused('people.nothing_left', `These are all the handles of ${found.name}`, { party })
  }
  if (rest.length * actors.length > pairsAtMost) {
    const reason = `${found.name} has too many handles to keep each of these apart from each; take away the employer they share instead`
    return refused('people.too_many_handles', reason, { handles: members.length })
  }
  return accepted({ actors, rest, seen, name: found.name })
}
