// The rows of people, as of the newest measuring: written by their difference, in batches.
import { sql, type Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { keysOf } from './keys-of.ts'
import type { FromMeasuring, Suggested } from './thread-messages.ts'

export type PeopleChange = Extract<FromMeasuring, { is: 'people' }>

/** All rows that go must go before any comes: write the changes that only take away first. */
export async function writePeople(
  store: Store,
  trx: Transaction<Tables>,
  organization: string,
  { actors, actorsGone, parties, partiesGone }: PeopleChange,
): Promise<void> {
  if (actorsGone.length > 0) {
    await trx
      .deleteFrom('actors')
      .where('organization_id', '=', organization)
      .where(sql<boolean>`actor_key = any(${keysOf(actorsGone)})`)
      .execute()
  }
  if (partiesGone.length > 0) {
    await trx
      .deleteFrom('parties')
      .where('organization_id', '=', organization)
      .where(sql<boolean>`party_key = any(${keysOf(partiesGone)})`)
      .execute()
  }
  if (actors.length > 0) {
    const columns = ['organization_id', 'actor', 'name', 'party_id', 'bot_rule', 'observations'] as const
    await store.copy(
      'actors',
      columns,
      actors.map(row => [organization, ...row]),
      trx,
    )
  }
  if (parties.length > 0) {
    const columns = ['organization_id', 'party_id', 'name', 'members', 'observations', 'reasons'] as const
    await store.copy(
      'parties',
      columns,
      parties.map(row => [organization, ...row]),
      trx,
    )
  }
}

export async function writeSuggestions(
  trx: Transaction<Tables>,
  organization: string,
  suggestions: readonly Suggested[],
): Promise<void> {
  await trx.deleteFrom('suggestions').where('organization_id', '=', organization).execute()
  if (suggestions.length === 0) return
  await trx
    .insertInto('suggestions')
    .values(
      suggestions.map(({ actors, reason }, number) => ({
        organization_id: organization,
        number,
        actors: JSON.stringify(actors),
        reason,
      })),
    )
    .execute()
}
