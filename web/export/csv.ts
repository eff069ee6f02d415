// Rows as CSV (RFC 4180), guarded against spreadsheets that would run a cell as a formula.

export type Cell = string | number | boolean | null

export interface CsvTable {
  readonly columns: readonly string[]
  /** All at once, or page by page as they come from the server. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly (readonly Cell[])[]>
  /** How many rows there will be, where that is known; what progress is told by. */
  readonly total?: number
}

/** A formula's start, after white space and in full-width forms too (OWASP, "CSV Injection"). */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** A text that looks like a formula gets an apostrophe in front (CWE-1236). */
export const tame = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** Figures stay figures, also negative ones. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = tame(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
