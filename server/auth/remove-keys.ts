// Takes away every key that was made for an organization, so that none opens a later one of the same id.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { readGrant } from './open-access.ts'

/** `user`: only those that this one made. */
export async function removeKeysOf(db: Kysely<Tables>, organization: string, user?: string): Promise<void> {
  const { rows } = await sql<{ id: string; metadata: string | null }>`
    select id, metadata from auth_key where strpos(metadata, ${organization}) > 0
      and (${user ?? null}::text is null or "referenceId" = ${user ?? null})`.execute(db)
  for (const { id, metadata } of rows) {
    if (readGrant(parsed(metadata))?.organization !== organization) continue
    await sql`delete from auth_key where id = ${id}`.execute(db)
  }
}

/** The library has written it as JSON, and once as JSON within JSON. */
function parsed(metadata: string | null): unknown {
  try {
    const once: unknown = JSON.parse(metadata ?? 'null')
    return typeof once === 'string' ? JSON.parse(once) : once
  } catch {
    return null
  }
}
