// The first rows of a table as they stand in it, whatever its format, for a person to look at.
import type { Source } from '@equalizer/core'
import { holderColumns, isHolderRow } from '../holders/columns.ts'
import { type CsvRow, readCsv } from '../reading/csv.ts'
import { readJson } from '../reading/json.ts'
import type { JsonRow } from '../reading/json-row.ts'
import { readJsonl } from '../reading/jsonl.ts'
import type { Peek } from '../reading/peek.ts'
import { bounded, first } from './bounded.ts'

export interface FirstRows {
  readonly columns: readonly string[]
  /** In the order of `columns`. */
  readonly rows: readonly (readonly string[])[]
}

const columnsShown = 200
const charsShown = 200

/** Throws `SourceRefused` as reading would. */
export async function firstRows(source: Source, path: string, seen: Peek, most: number): Promise<FirstRows> {
  const context = bounded(source, path)
  try {
    if (seen.format === 'csv') {
      const { delimiter, header = headed(seen) } = source.mapping ?? {}
      const options = delimiter === undefined ? { header } : { header, delimiter }
      const rows = await first(readCsv(context, options), most, context)
      return shown(rows[0]?.columns ?? seen.columns, rows)
    }
    const records = source.mapping?.records ?? seen.records ?? undefined
    const rows = await first(
      seen.format === 'jsonl' ? readJsonl(context) : readJson(context, records),
      most,
      context,
    )
    return shown(propertiesOf(rows), rows)
  } finally {
    context.stop()
  }
}

/** Lists of holders often come without a header. */
function headed({ cells, columns }: Peek): boolean {
  return holderColumns(columns) !== null || !isHolderRow(cells[0] ?? [])
}

function shown(all: readonly string[], rows: readonly (CsvRow | JsonRow)[]): FirstRows {
  const columns = [...new Set(all)].slice(0, columnsShown)
  return { columns, rows: rows.map(row => columns.map(column => cut(row.text(column)))) }
}

function cut(text: string): string {
  return text.length > charsShown ? `${text.slice(0, charsShown - 1)}…` : text
}

/** Properties of the records in the order of their first appearance, those of nested objects by their dotted names. */
function propertiesOf(rows: readonly JsonRow[]): string[] {
  const names = new Set<string>()
  for (const { value } of rows) {
    if (!isPlain(value)) {
      names.add('$value')
      continue
    }
    for (const [name, inner] of Object.entries(value)) {
      if (!isPlain(inner)) names.add(name)
      else for (const below of Object.keys(inner)) names.add(`${name}.${below}`)
    }
    if (names.size > columnsShown) break
  }
  return [...names]
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
