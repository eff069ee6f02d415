// Cells of a table that hold JSON, opened so that a mapping can name what is inside them: `metadata.token_amount`.
import { accepted, limits, type Refusal, type Result, refused } from '@equalizer/core'
import type { Place } from '../reader.ts'
import { JsonRow, tooDeep } from '../reading/json-row.ts'
import { parseExact } from '../reading/jsonl.ts'
import type { Row } from '../reading/row.ts'

/** The column of the file in which a mapped column lies: itself, or the JSON column before its dot. */
export function fileColumn(column: string, json: readonly string[]): string {
  return json.find(name => column.startsWith(`${name}.`)) ?? column
}

/** The row with its JSON cells read; an empty cell holds nothing. Refused per cell: `evidence.bad_json`, `json_too_deep`. */
export function openCells(
  row: Row,
  json: readonly string[],
): { row: Row } | { column: string; refusal: Refusal } {
  if (json.length === 0) return { row }
  const cells = new Map<string, JsonRow>()
  for (const column of json) {
    const value = parsed(row.text(column))
    if (!value.ok) return { column, refusal: value.refusal }
    const { file, line } = row.place(column)
    cells.set(column, new JsonRow(value.value, { file, line, keys: [], path: null }))
  }
  return { row: new OpenedRow(row, cells) }
}

function parsed(text: string): Result<unknown> {
  if (text === '') return accepted(null)
  let value: unknown
  try {
    value = parseExact(text)
  } catch {
    return refused('evidence.bad_json', 'The cell is not JSON', { what: 'cell' })
  }
  if (!tooDeep(value)) return accepted(value)
  return refused('evidence.json_too_deep', `The cell nests deeper than ${limits.jsonDepth}`, {
    what: 'cell',
    limit: limits.jsonDepth,
  })
}

class OpenedRow implements Row {
  readonly #row: Row
  readonly #cells: ReadonlyMap<string, JsonRow>
  constructor(row: Row, cells: ReadonlyMap<string, JsonRow>) {
    this.#row = row
    this.#cells = cells
  }
  get line(): number | null {
    return this.#row.line
  }
  has(column: string): boolean {
    return this.text(column) !== ''
  }
  text(column: string): string {
    for (const [name, cell] of this.#cells) {
      if (column.startsWith(`${name}.`)) return cell.text(column.slice(name.length + 1))
    }
    return this.#row.text(column)
  }
  place(column?: string): Place {
    return this.#row.place(column)
  }
  reference(): string {
    return this.#row.reference()
  }
  canonical(): string {
    return this.#row.canonical()
  }
}
