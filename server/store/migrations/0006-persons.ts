// What belongs to a person moves under that person's own key: names that stood in the open are sealed, page by page.
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { sealName } from '../../persons/names.ts'
import { newKey } from '../../persons/sealing.ts'

/*
 * `persons` is made anew and the old table dropped, since a column that is dropped stays in the rows that were written with
 * it: the names would lie in the database's files on and on.
 */
const before = [
  sql`create table person_keys (
    organization_id text not null, person_id text not null, key text not null,
    primary key (organization_id, person_id))`,
  sql`create table texts (
    organization_id text not null, cid text not null, person_id text not null, sealed text not null,
    primary key (organization_id, cid))`,
  sql`create index texts_person on texts (organization_id, person_id)`,
  sql`create table leftovers (
    organization_id text not null, person_id text not null, erased_ms int8 not null,
    primary key (organization_id, person_id))`,
  sql`create table outgoing_documents (
    organization_id text not null, cid text not null, primary key (organization_id, cid))`,
  sql`create table persons_sealed (
    organization_id text not null, person_id text not null, sealed_name text, user_id text, created_ms int8 not null,
    primary key (organization_id, person_id))`,
]
const after = [
  // The names that stood in the open are cleared out of the database's files when it is opened.
  sql`insert into leftovers (organization_id, person_id, erased_ms) select '', '', 0 from persons limit 1`,
  sql`drop table persons`,
  sql`alter table persons_sealed rename to persons`,
  sql`alter index persons_sealed_pkey rename to persons_pkey`,
  sql`create unique index persons_user on persons (organization_id, user_id) where user_id is not null`,
]

const rowsAtOnce = 1_000

interface PersonRow {
  readonly organization_id: string
  readonly person_id: string
  readonly name: string | null
  readonly user_id: string | null
  readonly created_ms: number
}

async function sealPage<Tables>(db: Kysely<Tables>, rows: readonly PersonRow[]): Promise<void> {
  const sealed = rows.map(({ name, ...row }) => {
    const key = newKey()
    const { organization_id, person_id } = row
    const sealed_name = name === null ? null : sealName(organization_id, person_id, key, name)
    return { ...row, key, sealed_name }
  })
  await sql`insert into persons_sealed (organization_id, person_id, sealed_name, user_id, created_ms)
    select * from json_to_recordset(${JSON.stringify(sealed)}::json) as page(organization_id text, person_id text,
      sealed_name text, user_id text, created_ms int8)`.execute(db)
  const kept = sealed.filter(({ sealed_name }) => sealed_name !== null)
  await sql`insert into person_keys (organization_id, person_id, key)
    select * from json_to_recordset(${JSON.stringify(kept)}::json) as page(organization_id text, person_id text,
      key text)`.execute(db)
}

export const persons: Migration = {
  async up(db) {
    for (const statement of before) await statement.execute(db)
    for (let last = ['', '']; ; ) {
      const { rows } = await sql<PersonRow>`
        select organization_id, person_id, name, user_id, created_ms from persons
        where (organization_id, person_id) > (${last[0]}, ${last[1]})
        order by organization_id, person_id limit ${rowsAtOnce}`.execute(db)
      await sealPage(db, rows)
      const end = rows.at(-1)
      if (end === undefined || rows.length < rowsAtOnce) break
      last = [end.organization_id, end.person_id]
    }
    for (const statement of after) await statement.execute(db)
  },
}
