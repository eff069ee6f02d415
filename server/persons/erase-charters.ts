// What the charter said of somebody who was erased: it goes out of the versions that are not in force any more, with the sealed
// documents that the log names. The version in force is changed by an act, like any other change of it.
import { erasureStream } from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import { fetchStreams } from '../door/fetch.ts'
import { madeName } from '../door/made-table.ts'
import type { Tables } from '../store/tables.ts'
import { handleOf, inJson, type Traced } from './erase-traces.ts'

const changes = sql.table(madeName({ name: 'charter_changes' }))

interface VersionRow {
  readonly version: number
  readonly inForce: boolean
  readonly charter: { readonly people?: readonly CharterPerson[] }
  readonly facts: Readonly<Record<string, unknown>>
}
interface CharterPerson {
  readonly name?: string
  readonly identities?: readonly string[]
}

export async function eraseFromCharters(
  db: Kysely<Tables>,
  organization: string,
  traced: Traced,
): Promise<void> {
  const marks = [handleOf(traced.person), ...(traced.name === null ? [] : [traced.name])].map(inJson)
  const { rows } = await sql<VersionRow>`
    select c.version, c.version = o.charter_version as "inForce", c.charter, c.facts
    from charters c join organizations o using (organization_id)
    where organization_id = ${organization} and exists (select 1 from unnest(${marks}::text[]) as mark
      where strpos(c.charter::text, mark) > 0 or strpos(c.facts::text, mark) > 0)`.execute(db)
  for (const { version, inForce, charter, facts } of rows) {
    const people = inForce ? charter.people : charter.people?.flatMap(person => withoutThem(person, traced))
    await db
      .updateTable('charters')
      .set({
        charter: JSON.stringify({ ...charter, ...(people ? { people } : {}) }),
        facts: JSON.stringify(withoutName(facts, traced)),
      })
      .where('organization_id', '=', organization)
      .where('version', '=', version)
      .execute()
  }
  const versions = rows.map(({ version }) => version)
  await sql`insert into outgoing_documents (organization_id, cid)
    select distinct organization_id, document from ${changes}
    where organization_id = ${organization} and version::int8 = any(${versions}::int8[])
    on conflict do nothing`.execute(db)
  await findUnused(db, organization, marks)
  await eraseOutgoing(db, organization)
}

/** Charters that were proposed or brought and never came into force say of them what one in force does. */
async function findUnused(db: Kysely<Tables>, organization: string, marks: readonly string[]): Promise<void> {
  const within = (text: unknown) => sql`position(convert_to(${text}, 'UTF8') in bytes) > 0`
  await sql`insert into outgoing_documents (organization_id, cid)
    select organization_id, cid from (
      select organization_id, cid, decode(base64, 'base64') as bytes from documents
      where organization_id = ${organization}) kept
    where ${within('"salt"')} and ${within('"charter"')} and (${sql.join(marks.map(within), sql` or `)})
    on conflict do nothing`.execute(db)
}

/** Somebody else who was taken for one with them keeps the rest; where their name is not known any more, the whole goes. */
function withoutThem(person: CharterPerson, traced: Traced): CharterPerson[] {
  const { name, identities = [] } = person
  const handle = handleOf(traced.person)
  if (name === traced.name) return []
  if (!identities.includes(handle)) return [person]
  return traced.name === null ? [] : [{ ...person, identities: identities.filter(one => one !== handle) }]
}

function withoutName(facts: VersionRow['facts'], { name, person }: Traced): VersionRow['facts'] {
  const instead = (value: unknown): unknown =>
    name !== null && value === name ? person : Array.isArray(value) ? value.map(instead) : value
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, instead(value)]))
}

/** The log keeps their CIDs, which say nothing without the salt in them. One that is in force goes when another takes its place. */
async function eraseOutgoing(db: Kysely<Tables>, organization: string): Promise<boolean> {
  const gone = sql`select cid from outgoing_documents where organization_id = ${organization} and cid not in (
    select document from ${changes} join organizations using (organization_id)
    where organization_id = ${organization} and version::int8 = charter_version)`
  const { numAffectedRows = 0n } = await sql`delete from documents
    where organization_id = ${organization} and cid in (${gone})`.execute(db)
  await sql`delete from outgoing_documents where organization_id = ${organization} and cid in (${gone})`.execute(
    db,
  )
  return numAffectedRows > 0n
}

/**
 * Where others are in force now, `versions` of them: what those before still said of people who were erased, told by their ids.
 * Answers whether there was anything.
 */
export async function eraseSuperseded(
  db: Kysely<Tables>,
  organization: string,
  versions: number,
): Promise<boolean> {
  const went = await eraseOutgoing(db, organization)
  const { rows } = await sql<{ text: string }>`
    select c.charter::text as text from charters c join organizations o using (organization_id)
    where organization_id = ${organization} and c.version < o.charter_version
      and c.version >= o.charter_version - ${versions}::int8
      and strpos(c.charter::text, ${'"person:p-'}) > 0`.execute(db)
  const named = rows.flatMap(({ text }) => [...text.matchAll(handles)].map(([, person]) => person as string))
  const streams = [...new Set(named)].map(erasureStream)
  if (streams.length === 0) return went
  const erased = await fetchStreams(db, organization, streams)
  for (const stream of erased.keys())
    await eraseFromCharters(db, organization, { person: stream.slice(erasureStream('').length), name: null })
  return went || erased.size > 0
}

const handles = /"person:(p-[a-z0-9]{4,40})"/g
