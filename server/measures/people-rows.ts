// The rows of people, as of the newest measuring: written by their difference, in batches.
import { sql, type Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import type { FromMeasuring, Suggested } from './thread-messages.ts'

export type PeopleChange = Extract<FromMeasuring, { is: 'people' }>

/** Rows that changed and rows that are gone are removed first; then those that changed come anew. */
export async function writePeople(
  store: Store,
  trx: Transaction<Tables>,
  organization: string,
  { actors, actorsGone, parties, partiesGone }: PeopleChange,
): Promise<void> {
  const oldActors = JSON.stringify([...actorsGone, ...actors.map(([actor]) => actor)])
  const oldParties = JSON.stringify([...partiesGone, ...parties.map(([party]) => party)])
  if (oldActors !== '[]') {
    await sql`delete from actors where organization_id = ${organization}
      and actor_key in (select md5(value) from json_array_elements_text(${oldActors}::json))`.execute(trx)
  }
  if (oldParties !== '[]') {
    await sql`delete from parties where organization_id = ${organization}
      and party_key in (select md5(value) from json_array_elements_text(${oldParties}::json))`.execute(trx)
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
