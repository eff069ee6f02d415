// The list as CSV (RFC 4180), piece by piece; no cell runs as a formula when a spreadsheet opens it.
import type { ObservationRow } from '@equalizer/client'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Filter } from './filter.ts'
import type { Place } from './order.ts'
import { rowsAt } from './rows.ts'
import { scan } from './scan.ts'
import { segmentsOf } from './segments.ts'

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

const rowsAtOnce = 2_000

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
  const segments = await segmentsOf(db, filter)
  let place: Place | null = null
  for (let written = 0; written < most && !signal.aborted; ) {
    const looked = await scan(db, filter, segments, place, rowsAtOnce)
    const passing = looked.filter(row => row.passes).slice(0, most - written)
    const rows = await rowsAt(db, filter.organization, filter.readings, passing)
    if (rows.length > 0) yield rows.map(line).join('')
    written += passing.length
    place = looked.at(-1) ?? null
    if (looked.length < rowsAtOnce) return
  }
}
