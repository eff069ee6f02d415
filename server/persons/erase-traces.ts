// Where else a name stands in the open, and takes the id's place for it: who changed the charter, what earlier versions of it
// say of people, and what was measured of the decisions made here.
import { type Kysely, sql } from 'kysely'
import { madeName } from '../door/made-table.ts'
import type { Tables } from '../store/tables.ts'

export interface Traced {
  readonly person: string
  /** As it was until now; null: it was erased before, and only what goes by the id is found. */
  readonly name: string | null
}

/** The handle by which evidence of the own log names a person. */
const handleOf = (person: string): string => `person:${person}`

/** As they stand in JSON, quotes included. */
const inJson = (text: string): string => JSON.stringify(text)

export async function eraseTraces(db: Kysely<Tables>, organization: string, traced: Traced): Promise<void> {
  await inOwnLog(db, organization, traced)
  await inAuthors(db, organization, traced)
  if (traced.name !== null) await inReports(db, organization, traced.person, traced.name)
  await inEarlierCharters(db, organization, traced)
}

/** The evidence that the log gave, and what was made of it at the newest measuring. */
async function inOwnLog(db: Kysely<Tables>, organization: string, { person, name }: Traced): Promise<void> {
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
  // What is being read right now may still know the name: the log is read once more.
  await sql`update sources set next_read_ms = 0 where organization_id = ${organization} and origin = 'log'`.execute(
    db,
  )
}

/** Versions that the log says are theirs, and those from before the log that bear the name. */
async function inAuthors(db: Kysely<Tables>, organization: string, { person, name }: Traced): Promise<void> {
  const changes = sql.table(madeName({ name: 'charter_changes' }))
  await sql`update charters set "by" = ${person} where organization_id = ${organization} and (
    "by" = ${name} and version <= coalesce((select min(version::int8) from ${changes} where organization_id = ${organization}), version)
    or version in (select version::int8 from ${changes} where organization_id = ${organization} and by_person = ${person}))`.execute(
    db,
  )
}

/** A name that cannot be part of another word; a short one is replaced only where it stands alone. */
const isSafeWithin = (name: string): boolean => name.length >= 5 && /\s/.test(name.trim())

/** Of recorded days: the figures stay, the name does not. */
async function inReports(
  db: Kysely<Tables>,
  organization: string,
  person: string,
  name: string,
): Promise<void> {
  const whole = isSafeWithin(name) ? inJson(name).slice(1, -1) : inJson(name)
  const instead = isSafeWithin(name) ? person : inJson(person)
  for (const table of ['reports', 'unit_reports'] as const)
    await sql`update ${sql.table(table)} set report = replace(report::text, ${whole}, ${instead})::json
      where organization_id = ${organization} and strpos(report::text, ${whole}) > 0`.execute(db)
}

interface VersionRow {
  readonly version: number
  readonly charter: { readonly people?: readonly CharterPerson[] }
  readonly facts: Readonly<Record<string, unknown>>
}
interface CharterPerson {
  readonly name?: string
  readonly identities?: readonly string[]
}

/**
 * Versions of the charter that are not in force any more: what they say of this person goes, and the sealed document with it.
 * The one in force is changed by an act, like any other change of it.
 */
async function inEarlierCharters(db: Kysely<Tables>, organization: string, traced: Traced): Promise<void> {
  const marks = [handleOf(traced.person), ...(traced.name === null ? [] : [traced.name])].map(inJson)
  const { rows } = await sql<VersionRow>`
    select c.version, c.charter, c.facts from charters c join organizations o using (organization_id)
    where organization_id = ${organization} and c.version < o.charter_version and (
      exists (select 1 from unnest(${marks}::text[]) as mark where strpos(c.charter::text, mark) > 0
        or strpos(c.facts::text, mark) > 0))`.execute(db)
  const isThem = ({ name, identities = [] }: CharterPerson) =>
    (traced.name !== null && name === traced.name) || identities.includes(handleOf(traced.person))
  for (const { version, charter, facts } of rows) {
    const people = (charter.people ?? []).filter(person => !isThem(person))
    const told = traced.name === null ? facts : withoutName(facts, traced.name, traced.person)
    await db
      .updateTable('charters')
      .set({ charter: JSON.stringify({ ...charter, people }), facts: JSON.stringify(told) })
      .where('organization_id', '=', organization)
      .where('version', '=', version)
      .execute()
  }
  await removeDocuments(
    db,
    organization,
    rows.map(({ version }) => version),
  )
}

function withoutName(facts: VersionRow['facts'], name: string, person: string): VersionRow['facts'] {
  const instead = (value: unknown): unknown =>
    value === name ? person : Array.isArray(value) ? value.map(instead) : value
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, instead(value)]))
}

/** The log keeps their CIDs, which say nothing without the salt in them. */
async function removeDocuments(
  db: Kysely<Tables>,
  organization: string,
  versions: readonly number[],
): Promise<void> {
  if (versions.length === 0) return
  const changes = sql.table(madeName({ name: 'charter_changes' }))
  await sql`delete from documents where organization_id = ${organization} and cid in (
      select document from ${changes} where organization_id = ${organization}
        and version::int8 = any(${[...versions]}::int8[]))
    and cid not in (select document from ${changes} join organizations using (organization_id)
      where organization_id = ${organization} and version::int8 = charter_version)`.execute(db)
}
