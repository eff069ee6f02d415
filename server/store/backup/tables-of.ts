// Every table of a database with the columns that are written to it; what the database makes itself is left out, and so is
// what is made of the log alone: a server that opens the database makes it anew.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

export interface TableShape {
  readonly table: string
  readonly columns: readonly string[]
}

export async function tablesOf(db: Kysely<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT c.table_name::text AS "table", c.column_name::text AS "column"
    FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND c.table_name NOT LIKE 'kysely\_migration%'
      AND c.table_name NOT LIKE 'made\_%' AND c.table_name <> 'capability_tables'
    ORDER BY c.table_name COLLATE "C", c.ordinal_position`.execute(db)
  const shapes = new Map<string, string[]>()
  for (const { table, column } of rows) shapes.set(table, [...(shapes.get(table) ?? []), column])
  return [...shapes].map(([table, columns]) => ({ table, columns }))
}

/** Whether any of them holds a row. */
export async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const { table } of await tablesOf(db)) {
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}
