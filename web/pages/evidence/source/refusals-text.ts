// Refused rows as CSV (RFC 4180) and as tab-separated text that spreadsheets take from the clipboard.
import type { AccountOf } from './account.tsx'

type Row = AccountOf['refusals'][number]

const head = ['file', 'line', 'column', 'code', 'reason']
const cellsOf = ({ file, line, column, code, reason }: Row): string[] =>
  [file, line, column, code, reason].map(value => (value === null ? '' : String(value)))

/** A cell that a spreadsheet would run as a formula is shown as the text that it is (CWE-1236). */
const tame = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export function refusalsAsCsv(rows: readonly Row[]): string {
  const lines = [head, ...rows.map(cellsOf)].map(cells => cells.map(cell => quoted(tame(cell))).join(','))
  return `${lines.join('\r\n')}\r\n`
}

export function refusalsAsTabs(rows: readonly Row[]): string {
  const lines = [head, ...rows.map(cellsOf)]
  return lines.map(cells => cells.map(cell => tame(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}
