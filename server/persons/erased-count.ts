// How many people were erased: whoever read names asks before and after, and keeps nothing of what they read where it is not the same.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

export async function erasedCount(db: Kysely<Tables>, organization: string): Promise<number> {
  const { erased } = await db
    .selectFrom('persons')
    .select(at => at.fn.countAll<number>().as('erased'))
    .where('organization_id', '=', organization)
    .where('sealed_name', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(erased)
}
