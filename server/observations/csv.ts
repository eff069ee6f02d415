// The list as CSV (RFC 4180), piece by piece; no cell runs as a formula when a spreadsheet opens it.
import type { ObservationRow } from '@equalizer/client'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Filter } from './filter.ts'
import { rowsInPieces } from './row-pieces.ts'

const columns = [
  'source',
  'row',
  'kind',
  'actor',
  'name',
  'party',
  'party_name',
  'bot',
  'at',
  'weight',
  'asset',
  'about',
  'choice',
  'reference',
] as const

/** Full-width forms, tabs and line breaks in front count too (OWASP, "CSV Injection"). */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u
const number = /^-?\d+(\.\d+)?$/

export function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function line(row: ObservationRow): string {
  const { source, kind, actor, name, party, bot, at, weight, asset, about, choice, reference } = row
  const cells = [source, row.row, kind, actor, name, party?.id ?? null, party?.name ?? null, bot, at]
  return `${[...cells, weight, asset, about, choice, reference].map(csvCell).join(',')}\r\n`
}

/** Stops after `most` rows, or once the signal says that nobody reads on. */
export async function* observationsCsv(
  db: Kysely<Tables>,
  filter: Filter,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield `${columns.join(',')}\r\n`
  for await (const { rows } of rowsInPieces(db, filter, most, signal)) {
    if (rows.length > 0) yield rows.map(line).join('')
  }
}
