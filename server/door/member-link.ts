// A one-time link by which somebody who was admitted enters as themselves. It is never made for who is in already, so
// that nobody slips in beside them.
import { randomUUID } from 'node:crypto'
import { accepted, erasureStream, type Result, refused } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Auth } from '../auth/link.ts'
import type { Desk } from '../desk.ts'
import { emailOf } from '../persons/email.ts'
import { removeLinks } from '../persons/erase-account.ts'
import { namesOf } from '../persons/names.ts'
import type { Tables } from '../store/tables.ts'
import { moment } from './decision-line.ts'
import { fetchStreams } from './fetch.ts'

const hourMs = 3_600_000

/** Codes: `members.unknown`, `person.erased`, `members.not_admitted`, `members.has_entered`. The link is a path of this server. */
export async function linkFor(
  desk: Desk,
  auth: Auth,
  organization: string,
  person: string,
): Promise<Result<{ link: string; expires: string }>> {
  const { db } = desk.store
  const row = await db
    .selectFrom('persons')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (!row) return refused('members.unknown', 'Nobody of this id is known here.', { person })
  if ((await fetchStreams(db, organization, [erasureStream(person)])).size > 0) return erased(person)
  if (!(await isMember(db, organization, person)))
    return refused('members.not_admitted', 'They are no member yet: send charter.admit first.', { person })
  if (row.user_id !== null && (await isIn(db, row.user_id)))
    return refused('members.has_entered', 'They have entered and need no link.', { person })
  const email = emailOf(person)
  const name = (await namesOf(db, organization, [person])).get(person) ?? person
  if (row.user_id === null && !(await makeUser(desk, organization, person, { email, name })))
    return erased(person)
  const token = await auth.newLink({ email, name })
  if (await takenBack(db, organization, person)) return erased(person)
  return accepted({ link: `/enter#${token}`, expires: moment(desk.clock.nowMs() + hourMs) })
}

const erased = (person: string) =>
  refused('person.erased', 'They were erased here, and nobody enters under that id any more.', { person })

/** An erasure that went on meanwhile did not see the link, in which their name is. */
async function takenBack(db: Kysely<Tables>, organization: string, person: string): Promise<boolean> {
  return db.transaction().execute(async trx => {
    // Waits for an erasure that is under way.
    const row = await trx
      .selectFrom('persons')
      .select('sealed_name')
      .where('organization_id', '=', organization)
      .where('person_id', '=', person)
      .forUpdate()
      .executeTakeFirst()
    if (row && row.sealed_name !== null) return false
    await removeLinks(trx, emailOf(person))
    return true
  })
}

async function isMember(db: Kysely<Tables>, organization: string, person: string): Promise<boolean> {
  const standing = await db
    .selectFrom('standings')
    .select('person')
    .where('organization_id', '=', organization)
    .where('key', '=', 'member')
    .where('person', '=', person)
    .where('to_seq', 'is', null)
    .where('amount', '>', '0')
    .executeTakeFirst()
  return standing !== undefined
}

async function isIn(db: Kysely<Tables>, user: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from auth_session where "userId" = ${user} and "expiresAt" > now() limit 1`.execute(db)
  return rows.length > 0
}

/**
 * The account that the link opens, and what it may see: a member takes part, whoever is steward by the log manages. Answers
 * false, and makes none, where they were erased meanwhile.
 */
async function makeUser(
  { store }: Desk,
  organization: string,
  person: string,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<boolean> {
  return store.db.transaction().execute(async trx => {
    const id = randomUUID()
    const { numUpdatedRows } = await trx
      .updateTable('persons')
      .set({ user_id: id })
      .where('organization_id', '=', organization)
      .where('person_id', '=', person)
      .where('sealed_name', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await sql`insert into auth_user (id, name, email, "emailVerified", steward)
      values (${id}, ${name}, ${email}, false, false)`.execute(trx)
    const steward = await trx
      .selectFrom('standings')
      .select('person')
      .where('organization_id', '=', organization)
      .where('key', '=', 'role:steward')
      .where('person', '=', person)
      .where('to_seq', 'is', null)
      .where('amount', '>', '0')
      .executeTakeFirst()
    await trx
      .insertInto('members')
      .values({ organization_id: organization, user_id: id, role: steward ? 'steward' : 'member' })
      .onConflict(at => at.doNothing())
      .execute()
    return true
  })
}
