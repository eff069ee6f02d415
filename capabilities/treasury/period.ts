// Calendar periods in UTC, by which budgets and regular allocations go.
import type { periods, spans } from './words.ts'

export type Period = (typeof periods)[number]
export type Span = (typeof spans)[number]

/** `2026-03`, `2026-Q1`, `2026`; of the whole time: `total`. `atMs`: UTC milliseconds. */
export function periodOf(atMs: number, span: Span): string {
  if (span === 'total') return 'total'
  const at = new Date(atMs)
  const year = String(at.getUTCFullYear())
  if (span === 'year') return year
  const month = at.getUTCMonth()
  if (span === 'quarter') return `${year}-Q${Math.floor(month / 3) + 1}`
  return `${year}-${String(month + 1).padStart(2, '0')}`
}
