// The report as CSV (RFC 4180): a row for each surface with its unit's columns, safe to open in a spreadsheet.
import type { Report, SurfaceReport, UnitReport } from '@equalizer/measure'

type Cell = string | number | boolean | null

const namesInCell = 10

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP's page on CSV injection says:
 * = + - @ tab and carriage return, their full-width forms, and a line feed. Numbers of ours stay numbers.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const unitColumns: readonly (readonly [string, (unit: UnitReport) => Cell])[] = [
  ['unit', unit => unit.id],
  ['unit_name', unit => unit.name],
  ['unit_declared', unit => unit.declared],
  ['unit_score', unit => unit.measured.score],
  ['unit_low', unit => unit.measured.low],
  ['unit_high', unit => unit.measured.high],
  ['unit_state', unit => unit.state],
  ['unit_coverage', unit => unit.coverage],
  ['unit_binding_surface', unit => unit.binding],
]

const surfaceColumns: readonly (readonly [string, (surface: SurfaceReport) => Cell])[] = [
  ['surface', surface => surface.id],
  ['surface_name', surface => surface.name],
  ['necessary', surface => surface.necessary],
  ['quota', quotaCell],
  ['window', surface => surface.window],
  ['K', surface => surface.K],
  ['K_b', surface => surface.K_b],
  ['N2', surface => surface.N2],
  ['score', surface => surface.score],
  ['low', surface => surface.low],
  ['high', surface => surface.high],
  ['coverage', surface => surface.coverage],
  ['parties', surface => surface.parties],
  ['observations', surface => surface.observations],
  // A decimal of any length: as text it keeps every digit, and no digit begins a formula.
  ['total', surface => surface.total],
  ['asset', surface => surface.asset],
  ['last_date', surface => surface.lastDate],
  ['deciding', decidingCell],
]

function quotaCell({ quota }: SurfaceReport): Cell {
  if (quota.rule === 'share') return `more than ${quota.numerator}/${quota.denominator}`
  return quota.rule === 'threshold' ? `${quota.required} of ${quota.of}` : 'any one'
}

function decidingCell({ holders }: SurfaceReport): Cell {
  const names = holders.filter(holder => holder.decides).map(holder => holder.name)
  return names.slice(0, namesInCell).join('; ')
}

/** Rows end with CRLF; a unit without surfaces has one row with empty cells. `units`: only these, in the report's order. */
export function reportCsv(report: Report, units: readonly UnitReport[]): string {
  const head = ['organization', 'as_of', 'rulebook', ...unitColumns.map(([name]) => name)]
  const rows: Cell[][] = [[...head, ...surfaceColumns.map(([name]) => name)]]
  for (const unit of units) {
    const own = [report.organization.id, report.asOf, report.rulebook.version]
    const first: Cell[] = [...own, ...unitColumns.map(([, cell]) => cell(unit))]
    for (const surface of unit.surfaces)
      rows.push([...first, ...surfaceColumns.map(([, cell]) => cell(surface))])
    if (unit.surfaces.length === 0) rows.push([...first, ...surfaceColumns.map(() => null)])
  }
  return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('')
}
