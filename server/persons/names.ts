// Names of people: kept sealed, opened here and nowhere else.
import { limits } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { open, seal } from './sealing.ts'

interface NameRow {
  readonly person_id: string
  readonly sealed_name: string | null
  readonly key: string | null
}

const place = (organization: string, person: string) => ({ organization, person, what: 'name' })

export function sealName(organization: string, person: string, key: string, name: string): string {
  return seal(key, place(organization, person), name)
}

function openName(organization: string, { person_id, sealed_name, key }: NameRow): string | null {
  return sealed_name === null || key === null ? null : open(key, place(organization, person_id), sealed_name)
}

/** Of those of them that are known here; null: erased. */
export async function namesOf(
  db: Kysely<Tables>,
  organization: string,
  persons: Iterable<string>,
): Promise<Map<string, string | null>> {
  const wanted = [...new Set(persons)]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<NameRow>`
    select p.person_id, p.sealed_name, k.key from persons p
    left join person_keys k on k.organization_id = p.organization_id and k.person_id = p.person_id
    where p.organization_id = ${organization} and p.person_id = any(${wanted}::text[])`.execute(db)
  return new Map(rows.map(row => [row.person_id, openName(organization, row)]))
}

const rowsAtOnce = 2_000

export interface Found {
  /** In the order of their ids. */
  readonly persons: readonly string[]
  /** Where to go on looking; null: all were looked at. */
  readonly next: string | null
}

/**
 * Whose name has this in it, large or small, from behind `after` on. Names are sealed, so that each one is opened: after
 * `limits.namesLooked` of them, or `atMost` found, the search stops and says where to go on.
 */
export async function findByName(
  db: Kysely<Tables>,
  organization: string,
  { text, after = '', atMost }: { readonly text: string; readonly after?: string; readonly atMost: number },
): Promise<Found> {
  const wanted = text.toLowerCase()
  const persons: string[] = []
  let last = after
  for (let looked = 0; looked < limits.namesLooked; looked += rowsAtOnce) {
    const { rows } = await sql<NameRow>`
      select p.person_id, p.sealed_name, k.key from persons p
      left join person_keys k on k.organization_id = p.organization_id and k.person_id = p.person_id
      where p.organization_id = ${organization} and p.person_id > ${last}
      order by p.person_id limit ${rowsAtOnce}`.execute(db)
    for (const row of rows) {
      last = row.person_id
      if (!openName(organization, row)?.toLowerCase().includes(wanted)) continue
      persons.push(row.person_id)
      if (persons.length === atMost) return { persons, next: last }
    }
    if (rows.length < rowsAtOnce) return { persons, next: null }
  }
  return { persons, next: last }
}
