// The people that an organization knows by name, and adding one: a name beside the log, no membership yet.
import type { Answer } from '@equalizer/client'
import type { DoorPerson } from '@equalizer/client/contract'
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { sql } from 'kysely'
import type { Call, Desk } from '../desk.ts'
import { newPersonId, peopleNamed } from './persons.ts'

type List = 'GET /api/organizations/{organization}/members'

export async function listMembers(
  { store }: Desk,
  { organization, q, cursor, limit }: Call<List>['input'],
  you: string | null,
): Promise<Result<Answer<List>>> {
  const { db } = store
  const rows = await db
    .selectFrom('persons')
    .select('person_id')
    .where('organization_id', '=', organization)
    .$if(q !== undefined, query =>
      query.where(sql<boolean>`strpos(lower(name), ${(q ?? '').toLowerCase()}) > 0`),
    )
    .$if(cursor !== undefined, query => query.where('person_id', '>', cursor ?? ''))
    .orderBy('person_id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const person = await peopleNamed(
    db,
    organization,
    page.map(row => row.person_id),
    you,
  )
  const { members } = await db
    .selectFrom('standings')
    .select(at => at.fn.countAll<number>().as('members'))
    .where('organization_id', '=', organization)
    .where('key', '=', 'member')
    .where('to_seq', 'is', null)
    .where('amount', '>', '0')
    .executeTakeFirstOrThrow()
  return accepted({
    people: page.map(row => person(row.person_id)),
    next: rows.length > limit ? (page.at(-1)?.person_id ?? null) : null,
    members: Number(members),
  })
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
  await db
    .insertInto('persons')
    .values({
      organization_id: organization,
      person_id: id,
      name,
      user_id: null,
      created_ms: desk.clock.nowMs(),
    })
    .execute()
  return accepted({ id, name, you: false, member: false, roles: [] })
}
