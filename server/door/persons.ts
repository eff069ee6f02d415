// Who a person's id belongs to: kept beside the log, where it can be erased.
import { randomBytes } from 'node:crypto'
import type { DoorPerson } from '@equalizer/client/contract'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Random, so that it says nothing of whoever it is. */
export const newPersonId = (): string =>
  `p-${BigInt(`0x${randomBytes(12).toString('hex')}`)
    .toString(36)
    .padStart(19, '0')}`

/** The id of each of these users in an organization, made where there is none yet. */
export async function personsOf(
  db: Kysely<Tables>,
  organization: string,
  users: readonly string[],
  nowMs: number,
): Promise<Map<string, string>> {
  if (users.length === 0) return new Map()
  const named = await sql<{ id: string; name: string }>`
    select id, name from auth_user where id = any(${[...users]}::text[])`.execute(db)
  const rows = named.rows.map(({ id, name }) => ({
    organization_id: organization,
    person_id: newPersonId(),
    name,
    user_id: id,
    created_ms: nowMs,
  }))
  if (rows.length > 0) {
    await db
      .insertInto('persons')
      .values(rows)
      .onConflict(at => at.doNothing())
      .execute()
  }
  const found = await db
    .selectFrom('persons')
    .select(['person_id', 'user_id'])
    .where('organization_id', '=', organization)
    .where('user_id', 'in', [...users])
    .execute()
  return new Map(found.flatMap(row => (row.user_id === null ? [] : [[row.user_id, row.person_id]])))
}

/** Of the caller: their own id here, made at their first use of the door. */
export async function personOf(
  db: Kysely<Tables>,
  organization: string,
  user: string,
  nowMs: number,
): Promise<string> {
  const found = await db
    .selectFrom('persons')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .executeTakeFirst()
  if (found) return found.person_id
  const made = (await personsOf(db, organization, [user], nowMs)).get(user)
  if (made === undefined) throw new Error(`The user ${user} has no name to make a person of`)
  return made
}

/** As a reader may know people: by name, unless it was erased. Unknown ids are answered without a name. */
export async function peopleNamed(
  db: Kysely<Tables>,
  organization: string,
  ids: Iterable<string>,
  you: string | null,
): Promise<(id: string) => DoorPerson> {
  const wanted = [...new Set(ids)]
  const named = new Map<string, string | null>()
  const standings = new Map<string, string[]>()
  if (wanted.length > 0) {
    const rows = await sql<{ person_id: string; name: string | null }>`
      select person_id, name from persons
      where organization_id = ${organization} and person_id = any(${wanted}::text[])`.execute(db)
    for (const row of rows.rows) named.set(row.person_id, row.name)
    const held = await sql<{ person: string; key: string }>`
      select person, key from standings where organization_id = ${organization} and person = any(${wanted}::text[])
        and to_seq is null and amount > 0 and (key = 'member' or key like 'role:%') order by key`.execute(db)
    for (const row of held.rows) standings.set(row.person, [...(standings.get(row.person) ?? []), row.key])
  }
  return id => {
    const keys = standings.get(id) ?? []
    return {
      id,
      name: named.get(id) ?? null,
      you: id === you,
      member: keys.includes('member'),
      roles: keys.filter(key => key.startsWith('role:')).map(key => key.slice('role:'.length)),
    }
  }
}
