// The id of a new organization: from its name, and nobody else's.
import { idFrom } from '@equalizer/core'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** Room for a number behind it; ids have 63 characters at most. */
const charsAtMost = 56

export async function freeOrganizationId(db: Kysely<Tables>, name: string): Promise<string> {
  const base = idFrom(name, 'organization').slice(0, charsAtMost)
  const rows = await db
    .selectFrom('organizations')
    .select('organization_id')
    .where('organization_id', 'like', `${base.replaceAll('_', '\\_')}%`)
    .execute()
  const taken = new Set(rows.map(row => row.organization_id))
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}
