// Where else a name stands in the open, and takes the id's place for it: what was measured of the decisions made here, of
// recorded days, and who changed the charter.
import { type Kysely, sql } from 'kysely'
import { madeName } from '../door/made-table.ts'
import type { Tables } from '../store/tables.ts'

export interface Traced {
  readonly person: string
  /** As it was until now; null: it was erased before, and only what goes by the id is found. */
  readonly name: string | null
}

/** The handle by which evidence of the own log names a person. */
export const handleOf = (person: string): string => `person:${person}`

/** As they stand in JSON, quotes included. */
export const inJson = (text: string): string => JSON.stringify(text)

/** The evidence that the log gave, and what was made of it at the newest measuring. */
export async function eraseFromOwnLog(
  db: Kysely<Tables>,
  organization: string,
  { person, name }: Traced,
): Promise<void> {
  const handle = handleOf(person)
  const imports = sql`select import_id from imports i join sources s using (organization_id, source_id)
    where organization_id = ${organization} and s.origin = 'log'`
  await sql`update observations set actor_name = null
    where organization_id = ${organization} and actor = ${handle} and actor_name is not null
      and import_id in (${imports})`.execute(db)
  if (name !== null) {
    const small = name.toLowerCase()
    await sql`update observation_texts set search = replace(search, ${small}, '')
      where organization_id = ${organization} and strpos(search, ${small}) > 0
        and import_id in (${imports})`.execute(db)
    await sql`update parties set name = ${handle} where organization_id = ${organization} and name = ${name}
      and party_id in (select party_id from actors where organization_id = ${organization} and actor = ${handle})`.execute(
      db,
    )
  }
  await sql`update actors set name = null where organization_id = ${organization} and actor = ${handle}`.execute(
    db,
  )
  // Guesses and reasons why somebody is one with somebody else say the name beside the id; they are made anew with the next measuring.
  await sql`delete from suggestions where organization_id = ${organization}
    and strpos(actors::text, ${inJson(handle)}) > 0`.execute(db)
  await sql`update parties set reasons = '[]' where organization_id = ${organization} and reasons::text <> '[]'
    and party_id in (select party_id from actors where organization_id = ${organization} and actor = ${handle})`.execute(
    db,
  )
  // What is being read right now may still know the name: the log is read once more.
  await sql`update sources set next_read_ms = 0 where organization_id = ${organization} and origin = 'log'`.execute(
    db,
  )
}

/** Of recorded days: the figures stay, the name does not. */
export async function eraseFromReports(
  db: Kysely<Tables>,
  organization: string,
  { person, name }: Traced,
): Promise<void> {
  if (name === null) return
  const holds = sql`organization_id = ${organization} and strpos(report::text, ${inJson(name).slice(1, -1)}) > 0`
  const instead = withoutName(name, person)
  for (const [table, key] of [
    ['reports', sql`day`],
    ['unit_reports', sql`json_build_array(day, unit_id)::text`],
  ] as const) {
    const found = await sql<{ key: string; report: unknown }>`
      select ${key} as key, report from ${sql.table(table)} where ${holds}`.execute(db)
    for (const row of found.rows)
      await sql`update ${sql.table(table)} set report = ${JSON.stringify(instead(row.report))}::json
        where ${holds} and ${key} = ${row.key}`.execute(db)
  }
}

/** Text by text, so that what is left is JSON whatever the name is. */
function withoutName(name: string, person: string): (value: unknown) => unknown {
  // Within a sentence only where it is told from words and from longer names.
  const within = name.length >= 5 && /\s/.test(name.trim()) ? wordsOf(name) : null
  const inText = (text: string) => (text === name ? person : within ? text.replace(within, person) : text)
  const instead = (value: unknown): unknown => {
    if (typeof value === 'string') return inText(value)
    if (Array.isArray(value)) return value.map(instead)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [inText(key), instead(one)]))
  }
  return instead
}

function wordsOf(name: string): RegExp {
  const literally = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'gu')
}

/** Versions of the charter that the log says are theirs, and those from before the log that bear the name. */
export async function eraseFromAuthors(
  db: Kysely<Tables>,
  organization: string,
  { person, name }: Traced,
): Promise<void> {
  const changes = sql.table(madeName({ name: 'charter_changes' }))
  await sql`update charters set "by" = ${person} where organization_id = ${organization} and (
    "by" = ${name} and version <= coalesce((select min(version::int8) from ${changes} where organization_id = ${organization}), version)
    or version in (select version::int8 from ${changes} where organization_id = ${organization} and by_person = ${person}))`.execute(
    db,
  )
}
