// Who a person's id belongs to: kept beside the log, sealed under the person's own key, where it can be erased.
import { randomBytes } from 'node:crypto'
import type { DoorPerson } from '@equalizer/client/contract'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { madeKeysOf } from './keys.ts'
import { namesOf, sealName } from './names.ts'

/** Random, so that it says nothing of whoever it is. */
export const newPersonId = (): string =>
  `p-${BigInt(`0x${randomBytes(12).toString('hex')}`)
    .toString(36)
    .padStart(19, '0')}`

export interface NewPerson {
  readonly id: string
  readonly name: string
  /** The account by which they enter; null: none yet. */
  readonly user: string | null
}

/** Ids that are new. An account that is somebody's already stays theirs. */
export async function addPersons(
  db: Kysely<Tables>,
  organization: string,
  persons: readonly NewPerson[],
  nowMs: number,
): Promise<void> {
  if (persons.length === 0) return
  const keys = await madeKeysOf(
    db,
    organization,
    persons.map(({ id }) => id),
  )
  const rows = persons.map(({ id, name, user }) => ({
    organization_id: organization,
    person_id: id,
    sealed_name: sealName(organization, id, keys.get(id) ?? '', name),
    user_id: user,
    created_ms: nowMs,
  }))
  await db
    .insertInto('persons')
    .values(rows)
    .onConflict(at => at.doNothing())
    .execute()
}

/** The id of each of these users in an organization, made where there is none yet. */
export async function personsOf(
  db: Kysely<Tables>,
  organization: string,
  users: readonly string[],
  nowMs: number,
): Promise<Map<string, string>> {
  const found = await knownOf(db, organization, users)
  const lacking = users.filter(user => !found.has(user))
  if (lacking.length === 0) return found
  const named = await sql<{ id: string; name: string }>`
    select id, name from auth_user where id = any(${lacking}::text[])`.execute(db)
  const made = named.rows.map(({ id, name }) => ({ id: newPersonId(), name, user: id }))
  await addPersons(db, organization, made, nowMs)
  return knownOf(db, organization, users)
}

async function knownOf(
  db: Kysely<Tables>,
  organization: string,
  users: readonly string[],
): Promise<Map<string, string>> {
  if (users.length === 0) return new Map()
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
  const named = await namesOf(db, organization, wanted)
  const standings = new Map<string, string[]>()
  if (wanted.length > 0) {
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
