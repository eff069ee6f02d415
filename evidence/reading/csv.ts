// Reads a CSV source as batches of rows: header, missing and doubled columns, ragged rows, with the ledger kept.
import { limits, type Refusal } from '@equalizer/core'
import { type Place, type ReadContext, SourceRefused } from '../reader.ts'
import { type CsvRecord, createCsvSplitter } from './csv-records.ts'
import type { Row } from './row.ts'
import { damagedText, isDamaged, readText } from './text.ts'

export interface CsvOptions {
  /** One character; guessed from the first line (comma, semicolon, tab, |) when left out. */
  readonly delimiter?: string
  /** Whether the first record names the columns (default true), or how to tell from it. */
  readonly header?: boolean | ((first: readonly string[]) => boolean)
  /** Columns without which the source is refused. Without a header columns are called '1', '2' … */
  readonly needs?: readonly string[]
}

/** A row of a CSV file; `columns` is the same array for every row of the file. */
export interface CsvRow extends Row {
  readonly line: number
  readonly columns: readonly string[]
}

/**
 * Yields batches of rows. Counts each row as read and refuses broken ones (ragged, wrong bytes, too long) in the ledger;
 * what becomes of the others (used, passed over, refused) is the caller's to say. Throws `SourceRefused` when a needed
 * column is missing or doubled.
 */
export async function* readCsv(
  context: ReadContext,
  options: CsvOptions = {},
): AsyncGenerator<readonly CsvRow[]> {
  const { ledger } = context
  const file = context.source.path
  let table: CsvTable | null = null
  let splitter: ReturnType<typeof createCsvSplitter> | null = null
  let rows = 0
  const refuse = (line: number, refusal: Refusal): void => {
    ledger.read()
    ledger.refuse({ file, line, column: null }, refusal)
  }

  function batch(records: CsvRecord[]): CsvRow[] {
    const good: CsvRow[] = []
    let from = 0
    if (table === null) {
      const first = records[0]
      if (first === undefined) return good
      const headed = options.header ?? true
      const names = (typeof headed === 'function' ? headed(first.cells) : headed) ? first.cells : null
      table = { file, ...namedColumns(context, names, first.cells.length, options.needs ?? []) }
      from = names === null ? 0 : 1
    }
    const width = table.columns.length
    for (let at = from; at < records.length; at += 1) {
      const { line, cells } = records[at] as CsvRecord
      if (cells.length !== width) {
        const reason = `The row has ${cells.length} columns where the file has ${width}`
        refuse(line, {
          code: 'evidence.ragged_row',
          reason,
          facts: { columns: cells.length, expected: width },
        })
      } else if (cells.some(isDamaged)) {
        refuse(line, damagedText(context))
      } else {
        good.push(new Cells(table, line, cells))
      }
    }
    ledger.read(good.length)
    rows += records.length
    if (rows > limits.records) throw new SourceRefused(tooManyRecords)
    return good
  }

  for await (const text of readText(context)) {
    splitter ??= createCsvSplitter(options.delimiter ?? guessDelimiter(text), refuse)
    const good = batch(splitter.push(text))
    if (good.length > 0) yield good
  }
  const good = splitter === null ? [] : batch(splitter.end())
  if (good.length > 0) yield good
  if (table === null) {
    throw new SourceRefused({ code: 'evidence.empty', reason: 'The file holds no row at all', facts: {} })
  }
}

const tooManyRecords: Refusal = {
  code: 'evidence.too_many_records',
  reason: `The file has more than ${limits.records} records`,
  facts: { limit: limits.records },
}

interface CsvTable {
  readonly file: string
  readonly columns: readonly string[]
  readonly index: ReadonlyMap<string, number>
}

class Cells implements CsvRow {
  readonly #table: CsvTable
  readonly line: number
  readonly #cells: readonly string[]
  constructor(table: CsvTable, line: number, cells: readonly string[]) {
    this.#table = table
    this.line = line
    this.#cells = cells
  }
  get columns(): readonly string[] {
    return this.#table.columns
  }
  has(column: string): boolean {
    return this.text(column) !== ''
  }
  text(column: string): string {
    const at = this.#table.index.get(column)
    return at === undefined ? '' : (this.#cells[at] as string).trim()
  }
  place(column?: string): Place {
    return { file: this.#table.file, line: this.line, column: column ?? null }
  }
  reference(): string {
    return `${this.#table.file}:${this.line}`
  }
  canonical(): string {
    return JSON.stringify(this.#cells)
  }
}

function namedColumns(
  context: ReadContext,
  names: readonly string[] | null,
  width: number,
  needs: readonly string[],
): Pick<CsvTable, 'columns' | 'index'> {
  const columns: string[] = []
  const index = new Map<string, number>()
  const doubled = new Set<string>()
  for (let at = 0; at < width; at += 1) {
    const name = names?.[at]?.trim() || String(at + 1)
    columns.push(name)
    if (index.has(name)) doubled.add(name)
    else index.set(name, at)
  }
  const missing = needs.filter(name => !index.has(name))
  const twice = needs.filter(name => doubled.has(name))
  if (missing.length > 0) {
    throw new SourceRefused({
      code: 'evidence.missing_columns',
      reason: `The file has no column ${missing.map(shown).join(', ')}; it has ${columns.slice(0, 20).map(shown).join(', ')}`,
      facts: {
        what: 'csv',
        missing: missing.join(', '),
        has: columns.slice(0, 20).join(', '),
        columns: columns.length,
      },
    })
  }
  if (twice.length > 0) {
    throw new SourceRefused({
      code: 'evidence.doubled_columns',
      reason: `More than one column is called ${twice.map(shown).join(', ')}, so that it is open which one is meant`,
      facts: { doubled: twice.join(', ') },
    })
  }
  if (doubled.size > 0) {
    context.ledger.note(
      'note.doubled_columns',
      `More than one column is called ${[...doubled].map(shown).join(', ')}; the first is read.`,
      { doubled: [...doubled].join(', ') },
    )
  }
  return { columns, index }
}

function shown(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name)
}

/** The separator that occurs most in the first line outside of quotes; comma where none does. */
export function guessDelimiter(text: string): string {
  const end = text.search(/[\r\n]/)
  const line = text.slice(0, Math.min(end < 0 ? text.length : end, 64 * 1024)).replaceAll(/"[^"]*"/g, '')
  let best = ','
  let most = 0
  for (const candidate of [',', ';', '\t', '|']) {
    const count = line.split(candidate).length - 1
    if (count > most) {
      best = candidate
      most = count
    }
  }
  return best
}
