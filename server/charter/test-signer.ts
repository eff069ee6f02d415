// For tests: who signs a change, known to the server and steward of the organization in question.
import { sql } from 'kysely'
import type { Desk } from '../desk.ts'
import type { Signer } from './change.ts'

export const testUser = { id: 'test-steward', name: 'Test' }

/** The account of whoever calls handlers in tests. */
export async function testAccount({ store }: Pick<Desk, 'store'>): Promise<void> {
  await sql`insert into auth_user (id, name, email, "emailVerified", steward)
    values (${testUser.id}, ${testUser.name}, 'test@example.org', true, false) on conflict do nothing`.execute(
    store.db,
  )
}

/** A steward by this name; the account and the membership are made where they are missing. */
export async function testSigner(
  { store }: Pick<Desk, 'store'>,
  organization: string,
  by = testUser.name,
): Promise<Signer> {
  await testAccount({ store })
  await store.db
    .insertInto('members')
    .values({ organization_id: organization, user_id: testUser.id, role: 'steward' })
    .onConflict(at => at.doNothing())
    .execute()
  return { user: testUser, by }
}
