// The people that an organization knows by name, and adding one: a name beside the log, no membership yet.
import type { Answer } from '@equalizer/client'
import type { DoorPerson } from '@equalizer/client/contract'
import { accepted, limits, type Result, refused } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Call, Desk } from '../desk.ts'
import { type Found, findByName } from '../persons/names.ts'
import { addPersons, newPersonId, peopleNamed } from '../persons/persons.ts'
import type { Tables } from '../store/tables.ts'

type List = 'GET /api/organizations/{organization}/members'

export async function listMembers(
  { store }: Desk,
  { organization, q, cursor, limit }: Call<List>['input'],
  you: string | null,
): Promise<Result<Answer<List>>> {
  const { db } = store
  const { persons, next } =
    q === undefined
      ? await everybody(db, organization, cursor, limit)
      : await findByName(db, organization, { text: q, atMost: limit, ...(cursor ? { after: cursor } : {}) })
  const person = await peopleNamed(db, organization, persons, you)
  const { members } = await db
    .selectFrom('standings')
    .select(at => at.fn.countAll<number>().as('members'))
    .where('organization_id', '=', organization)
    .where('key', '=', 'member')
    .where('to_seq', 'is', null)
    .where('amount', '>', '0')
    .executeTakeFirstOrThrow()
  return accepted({
    people: persons.map(person),
    next,
    members: Number(members),
  })
}

async function everybody(
  db: Kysely<Tables>,
  organization: string,
  cursor: string | undefined,
  limit: number,
): Promise<Found> {
  const rows = await db
    .selectFrom('persons')
    .select('person_id')
    .where('organization_id', '=', organization)
    .$if(cursor !== undefined, query => query.where('person_id', '>', cursor ?? ''))
    .orderBy('person_id')
    .limit(limit + 1)
    .execute()
  const persons = rows.slice(0, limit).map(row => row.person_id)
  return { persons, next: rows.length > limit ? (persons.at(-1) ?? null) : null }
}

export async function addPerson(desk: Desk, organization: string, name: string): Promise<Result<DoorPerson>> {
  const { db } = desk.store
  const { known } = await db
    .selectFrom('persons')
    .select(at => at.fn.countAll<number>().as('known'))
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow()
  if (Number(known) >= limits.personsKept)
    return refused('members.too_many', 'No more people can be known here.', { known: Number(known) })
  const id = newPersonId()
  await addPersons(db, organization, [{ id, name, user: null }], desk.clock.nowMs())
  return accepted({ id, name, you: false, member: false, roles: [] })
}
