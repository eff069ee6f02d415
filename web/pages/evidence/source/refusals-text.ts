// Refused rows as CSV (RFC 4180) and as tab-separated text that spreadsheets take from the clipboard.
import { csvLine, tame } from '../../../export/csv.ts'
import type { AccountOf } from './account.tsx'

type Row = AccountOf['refusals'][number]

const head = ['file', 'line', 'column', 'code', 'reason']
const cellsOf = ({ file, line, column, code, reason }: Row): string[] =>
  [file, line, column, code, reason].map(value => (value === null ? '' : String(value)))

export function refusalsAsCsv(rows: readonly Row[]): string {
  return [head, ...rows.map(cellsOf)].map(csvLine).join('')
}

export function refusalsAsTabs(rows: readonly Row[]): string {
  const lines = [head, ...rows.map(cellsOf)]
  return lines.map(cells => cells.map(cell => tame(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}
