// The capabilities' own tables: made as each declares them, filled from the log alone, and made anew when a declaration
// changes.
import { type Capability, type ColumnKind, canonical, type Entry, type TableType } from '@equalizer/core'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import type { Happened } from './happened.ts'
import { madeName, madeTable } from './made-table.ts'

const sqlType: Readonly<Record<ColumnKind, RawBuilder<unknown>>> = {
  text: sql`text`,
  whole: sql`numeric`,
  flag: sql`boolean`,
  json: sql`json`,
}

const columnList = (names: readonly string[]) => sql.join(names.map(name => sql.id(name)))

async function makeTable(db: Kysely<Tables>, table: TableType): Promise<void> {
  await sql`drop table if exists ${madeTable(table)}`.execute(db)
  const columns = Object.entries(table.columns).map(([name, kind]) => sql`${sql.id(name)} ${sqlType[kind]}`)
  await sql`create table ${madeTable(table)} (organization_id text not null, ${sql.join(columns)},
    primary key (organization_id, ${columnList(table.key)}))`.execute(db)
  for (const [number, index] of (table.indexes ?? []).entries()) {
    const name = sql.id(`${madeName(table)}_by_${number + 1}`)
    await sql`create index ${name} on ${madeTable(table)} (organization_id, ${columnList(index)})`.execute(db)
  }
}

/** Makes what is new or declared otherwise than this database has it, and fills it from every log. At the start. */
export async function openCapabilityTables(store: Store, capabilities: readonly Capability[]): Promise<void> {
  const tables = capabilities.flatMap(capability => capability.tables)
  const known = await store.db.selectFrom('capability_tables').selectAll().execute()
  const shapes = new Map(known.map(row => [row.name, row.shape]))
  const stale = tables.filter(table => shapes.get(table.name) !== shapeOf(table))
  if (stale.length === 0) return
  await store.db.transaction().execute(async trx => {
    for (const table of stale) await makeTable(trx, table)
    await refill(trx, stale)
    for (const table of stale) {
      await trx
        .insertInto('capability_tables')
        .values({ name: table.name, shape: shapeOf(table) })
        .onConflict(at => at.column('name').doUpdateSet({ shape: shapeOf(table) }))
        .execute()
    }
  })
}

function shapeOf({ name, columns, key, indexes }: TableType): string {
  return canonical({ name, columns: Object.entries(columns), key, indexes: indexes ?? [] })
}

const pageOfEntries = 1_000

async function refill(trx: Transaction<Tables>, tables: readonly TableType[]): Promise<void> {
  const heads = await trx.selectFrom('log_heads').select('organization_id').execute()
  for (const { organization_id } of heads) {
    for (let from = 0; ; from += pageOfEntries) {
      const rows = await trx
        .selectFrom('entries')
        .select('entry')
        .where('organization_id', '=', organization_id)
        .where('seq', '>=', from)
        .where('seq', '<', from + pageOfEntries)
        .orderBy('seq')
        .execute()
      if (rows.length === 0) break
      const happened = rows.flatMap(row => {
        const { seq, atMs, events } = JSON.parse(row.entry) as Entry
        return events.map(event => ({ event, seq, atMs }))
      })
      for (const table of tables) await writeTable(trx, organization_id, table, happened)
    }
  }
}

export async function capabilityRows(
  trx: Transaction<Tables>,
  organization: string,
  capabilities: readonly Capability[],
  happened: readonly Happened[],
): Promise<void> {
  for (const { tables } of capabilities) {
    for (const table of tables) await writeTable(trx, organization, table, happened)
  }
}

/** The last word on each key counts: a batch writes every row once. */
async function writeTable(
  trx: Transaction<Tables>,
  organization: string,
  table: TableType,
  happened: readonly Happened[],
): Promise<void> {
  const last = new Map<string, { row: Record<string, unknown>; kept: boolean }>()
  for (const { event, seq, atMs } of happened) {
    for (const change of table.rows(event, { seq, atMs })) {
      const row = 'set' in change ? change.set : change.remove
      last.set(JSON.stringify(table.key.map(column => row[column])), { row, kept: 'set' in change })
    }
  }
  if (last.size === 0) return
  const all = [...last.values()]
  const set = all.filter(({ kept }) => kept).map(({ row }) => row)
  const removed = all.filter(({ kept }) => !kept).map(({ row }) => row)
  if (removed.length > 0) await removeRows(trx, organization, table, removed)
  if (set.length > 0) await setRows(trx, organization, table, set)
}

const given = (table: TableType, rows: readonly unknown[]) => {
  const columns = Object.entries(table.columns).map(([name, kind]) => sql`${sql.id(name)} ${sqlType[kind]}`)
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as given(${sql.join(columns)})`
}

async function setRows(
  trx: Transaction<Tables>,
  organization: string,
  table: TableType,
  rows: readonly unknown[],
): Promise<void> {
  const columns = Object.keys(table.columns)
  const others = columns.filter(name => !table.key.includes(name))
  const update =
    others.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(others.map(name => sql`${sql.id(name)} = ${sql.id('excluded', name)}`))}`
  await sql`insert into ${madeTable(table)} (organization_id, ${columnList(columns)})
    select ${organization}, ${columnList(columns)} from ${given(table, rows)}
    on conflict (organization_id, ${columnList(table.key)}) ${update}`.execute(trx)
}

async function removeRows(
  trx: Transaction<Tables>,
  organization: string,
  table: TableType,
  rows: readonly unknown[],
): Promise<void> {
  const same = table.key.map(name => sql`${sql.id(madeName(table), name)} = ${sql.id('given', name)}`)
  await sql`delete from ${madeTable(table)} using ${given(table, rows)}
    where ${sql.id(madeName(table), 'organization_id')} = ${organization} and ${sql.join(same, sql` and `)}`.execute(
    trx,
  )
}
