// The way in of somebody who is erased: the account that was made for them goes with its sessions, keys and links; one that has
// more to do on this server (its steward's, a member's of another organization) is only cut off from this organization.
import { type Kysely, sql } from 'kysely'
import { removeKeysOf } from '../auth/remove-keys.ts'
import type { Tables } from '../store/tables.ts'
import { emailOf } from './email.ts'

/** `user`: the account; null: they never entered, and at most a link waits. */
export async function eraseAccount(
  db: Kysely<Tables>,
  organization: string,
  { person, user }: { readonly person: string; readonly user: string | null },
): Promise<void> {
  await removeLinks(db, emailOf(person))
  if (user === null) return
  await db
    .deleteFrom('members')
    .where('organization_id', '=', organization)
    .where('user_id', '=', user)
    .execute()
  await removeKeysOf(db, organization, user)
  if (await isElsewhere(db, user)) return
  const { rows } = await sql<{ email: string }>`
    delete from auth_user where id = ${user} returning email`.execute(db)
  for (const { email } of rows) await removeLinks(db, email)
  await sql`delete from auth_session where "userId" = ${user}`.execute(db)
  await sql`delete from auth_account where "userId" = ${user}`.execute(db)
  await sql`delete from auth_key where "referenceId" = ${user}`.execute(db)
}

async function isElsewhere(db: Kysely<Tables>, user: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth_user where id = ${user} and steward
    union all select 1 from members where user_id = ${user}
    union all select 1 from persons where user_id = ${user} limit 1`.execute(db)
  return rows.length > 0
}

/** A link that waits holds the address and the name of whoever it is for. */
export async function removeLinks(db: Kysely<Tables>, email: string): Promise<void> {
  await sql`delete from auth_verification where strpos(value, ${JSON.stringify(email)}) > 0`.execute(db)
}
