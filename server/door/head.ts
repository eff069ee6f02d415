// Where an organization's log stands: how many entries it has and when the newest was written.
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

export interface Head {
  readonly size: number
  readonly lastMs: number
}

/** null: nothing was ever written. */
export async function readHead(db: Kysely<Tables>, organization: string): Promise<Head | null> {
  const row = await db
    .selectFrom('log_heads')
    .select(['size', 'last_ms'])
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row ? { size: row.size, lastMs: row.last_ms } : null
}
