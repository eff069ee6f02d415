// Carries out an erasure that the log holds: the key first, so that nothing sealed can be read any more, then everything else.
import { type Entry, personErasedBy } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Projections } from '../door/projections.ts'
import type { Tables } from '../store/tables.ts'
import { eraseAccount } from './erase-account.ts'
import { eraseFromCharters, eraseSuperseded } from './erase-charters.ts'
import { eraseFromAuthors, eraseFromOwnLog, eraseFromReports } from './erase-traces.ts'
import { namesOf } from './names.ts'

/** Done again it finds nothing left to do. */
async function erasePerson(
  db: Kysely<Tables>,
  organization: string,
  person: string,
  erasedMs: number,
): Promise<void> {
  const name = (await namesOf(db, organization, [person])).get(person) ?? null
  const account = await db
    .selectFrom('persons')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .executeTakeFirst()
  for (const table of ['person_keys', 'texts'] as const)
    await db
      .deleteFrom(table)
      .where('organization_id', '=', organization)
      .where('person_id', '=', person)
      .execute()
  // It holds a hash of each command as it was sent, in the person's own words.
  await db
    .deleteFrom('sent')
    .where('organization_id', '=', organization)
    .where('person', '=', person)
    .execute()
  await db
    .updateTable('persons')
    .set({ sealed_name: null, user_id: null })
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute()
  await eraseAccount(db, organization, { person, user: account?.user_id ?? null })
  const traced = { person, name }
  await eraseFromOwnLog(db, organization, traced)
  await eraseFromReports(db, organization, traced)
  await eraseFromAuthors(db, organization, traced)
  await eraseFromCharters(db, organization, traced)
  await noteLeftovers(db, organization, person, erasedMs)
}

/** `person`: empty for what went later, with another version of the charter. */
async function noteLeftovers(
  db: Kysely<Tables>,
  organization: string,
  person: string,
  erasedMs: number,
): Promise<void> {
  await db
    .insertInto('leftovers')
    .values({ organization_id: organization, person_id: person, erased_ms: erasedMs })
    .onConflict(at => at.doNothing())
    .execute()
}

export const erasedIn = (entries: readonly Entry[]): { person: string; atMs: number }[] =>
  entries.flatMap(({ events, atMs }) =>
    events.flatMap(event => {
      const person = personErasedBy(event)
      return person === null ? [] : [{ person, atMs }]
    }),
  )

/** New versions of the charter, with which what those before said of erased people goes. */
export const editsIn = (entries: readonly Entry[]): number =>
  entries.flatMap(({ events }) => events.filter(({ type }) => type === 'charter.edited')).length

/** In the transaction that stores the entry, after every other table: what those write of a name goes too. */
export const erasureRows: Projections = {
  async write(trx, organization, stored) {
    const erased = erasedIn(stored.map(({ entry }) => entry))
    const edits = editsIn(stored.map(({ entry }) => entry))
    if (edits > 0 && (await eraseSuperseded(trx, organization, edits)))
      await noteLeftovers(trx, organization, '', stored.at(-1)?.entry.atMs ?? 0)
    if (erased.length === 0) return
    // First, since a measuring that has read names already waits for it and then writes nothing.
    await trx
      .updateTable('organizations')
      .set({ revision: sql`revision + 1` })
      .where('organization_id', '=', organization)
      .execute()
    for (const { person, atMs } of erased) await erasePerson(trx, organization, person, atMs)
  },
}

/**
 * Erasures that the log knows and the tables do not, as after a restore of rows from before them: carried out before anybody can
 * read. Answers how many there were.
 */
export async function eraseAgain(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ organization_id: string; person: string; erased_ms: number }>`
    select s.organization_id, substr(s.stream, 8) as person, (s.state ->> 'erasedMs')::int8 as erased_ms
    from streams s where starts_with(s.stream, 'person/') and (
      exists (select 1 from person_keys k where k.organization_id = s.organization_id and k.person_id = substr(s.stream, 8))
      or exists (select 1 from texts t where t.organization_id = s.organization_id and t.person_id = substr(s.stream, 8))
      or exists (select 1 from persons p where p.organization_id = s.organization_id
        and p.person_id = substr(s.stream, 8) and (p.user_id is not null or p.sealed_name is not null)))`.execute(
    db,
  )
  for (const { organization_id, person, erased_ms } of rows)
    await db.transaction().execute(trx => erasePerson(trx, organization_id, person, Number(erased_ms)))
  return rows.length
}
