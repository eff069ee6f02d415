// Rows in the text format of COPY, as Postgres documents it ("File Formats: Text Format").

export type Cell = string | number | bigint | boolean | null
export type Row = readonly Cell[]

// Postgres cannot hold U+0000 in text; it becomes the sign for what cannot be shown. The rest has an escape.
const special = /[\\\t\n\r\0]/
const specials = /[\\\t\n\r\0]/g
const written: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\uFFFD',
}

function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (typeof cell !== 'string') return String(cell)
  return special.test(cell) ? cell.replace(specials, found => written[found] ?? found) : cell
}

/** One row as a line, its end included. */
export function rowText(row: Row): string {
  let line = ''
  for (let at = 0; at < row.length; at++) {
    if (at > 0) line += '\t'
    line += cellText(row[at] ?? null)
  }
  return `${line}\n`
}
