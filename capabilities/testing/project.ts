// Tables made anew from the entries of a log, as the server makes them, with every row held to its declaration.
import type { Capability, Entry, JsonObject, TableType } from '@equalizer/core'

export type Rows = ReadonlyMap<string, JsonObject>

/** Rows of each table, by their key. Throws for a row that is not what its table declares. */
export function project(capabilities: readonly Capability[], entries: readonly Entry[]): Map<string, Rows> {
  const tables = capabilities.flatMap(({ tables }) => tables)
  return new Map(tables.map(table => [table.name, rowsOf(table, entries)]))
}

function rowsOf(table: TableType, entries: readonly Entry[]): Rows {
  const rows = new Map<string, JsonObject>()
  for (const entry of entries) {
    for (const event of entry.events) {
      for (const change of table.rows(event, entry)) {
        if ('remove' in change) rows.delete(keyOf(table, change.remove))
        else rows.set(keyOf(table, change.set), checked(table, change.set))
      }
    }
  }
  return rows
}

function keyOf(table: TableType, row: JsonObject): string {
  return JSON.stringify(
    table.key.map(column => {
      const part = row[column]
      if (part === undefined || part === null)
        throw new Error(`${table.name}: a row without its key ${column}`)
      return part
    }),
  )
}

const fits: Record<TableType['columns'][string], (value: unknown) => boolean> = {
  text: value => typeof value === 'string',
  whole: value => typeof value === 'string' && /^-?\d+$/.test(value),
  flag: value => typeof value === 'boolean',
  json: () => true,
}

function checked(table: TableType, row: JsonObject): JsonObject {
  const declared = Object.keys(table.columns).sort().join()
  const has = Object.keys(row).sort().join()
  if (has !== declared) throw new Error(`${table.name} declares ${declared} and a row has ${has}`)
  for (const [column, kind] of Object.entries(table.columns)) {
    const value = row[column]
    if (value !== null && !fits[kind](value))
      throw new Error(`${table.name}.${column} is no ${kind}: ${value}`)
  }
  return row
}
