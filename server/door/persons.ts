// Who a person's id belongs to: kept beside the log, where it can be erased.
import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Random, so that it says nothing of whoever it is. */
export const newPersonId = (): string => `p-${BigInt(`0x${randomBytes(12).toString('hex')}`).toString(36).padStart(19, '0')}`

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
