// The key of each person, under which everything that belongs to them is kept.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { newKey } from './sealing.ts'

/** Those of them that have one; whoever was erased has none. */
export async function keysOf(
  db: Kysely<Tables>,
  organization: string,
  persons: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(persons)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; key: string }>`
    select person_id, key from person_keys
    where organization_id = ${organization} and person_id = any(${wanted}::text[])`.execute(db)
  return new Map(rows.map(row => [row.person_id, row.key]))
}

/** Of each of them, made where there is none yet: not for somebody who was erased. */
export async function madeKeysOf(
  db: Kysely<Tables>,
  organization: string,
  persons: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(persons)]
  const found = await keysOf(db, organization, wanted)
  const lacking = wanted.filter(person => !found.has(person))
  if (lacking.length === 0) return found
  await db
    .insertInto('person_keys')
    .values(lacking.map(person_id => ({ organization_id: organization, person_id, key: newKey() })))
    // Another server may have made one meanwhile: that one counts.
    .onConflict(at => at.doNothing())
    .execute()
  return keysOf(db, organization, wanted)
}
