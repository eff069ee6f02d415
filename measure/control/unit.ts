// A unit's report: its measured position, its past, and why.
import type { HistoryPoint, UnitReport } from '../report/report.ts'
import { explain } from './explain.ts'
import { measureUnit, necessaryOf, type UnitSpec } from './minimum.ts'
import type { Rulebook } from './rulebook.ts'
import type { AssessedSurface } from './surface.ts'

/** The unit's past: at each date the least of the necessary surfaces, by the same rule as today. */
function unitHistory(surfaces: readonly AssessedSurface[], today: HistoryPoint): HistoryPoint[] {
  const necessary = necessaryOf(surfaces)
  const dated = necessary.filter(surface => surface.dated)
  const undated = necessary.length - dated.length
  const dates = [...new Set(dated.flatMap(({ report }) => report.history.map(point => point.date)))].sort()
  const points = dates
    .filter(date => date < today.date)
    .map(date => {
      const at = dated.flatMap(({ report }) => report.history.find(point => point.date === date) ?? [])
      const scored = at.filter(point => point.score !== null)
      const high = scored.length > 0 ? Math.min(...scored.map(point => point.high as number)) : null
      if (high === 0) return { date, score: 0, low: 0, high }
      // What stood then in the surfaces without dates or evidence is not known: only the bound is.
      const whole = undated === 0 && scored.length === dated.length
      const low = whole && scored.length > 0 ? Math.min(...scored.map(point => point.score as number)) : null
      return { date, score: low, low, high }
    })
  return [...points, today]
}

export function assessUnit(
  spec: UnitSpec,
  surfaces: readonly AssessedSurface[],
  asOf: string,
  book: Rulebook,
): UnitReport {
  const measure = measureUnit(surfaces, book)
  return {
    ...spec,
    measured: measure.measured,
    state: measure.state,
    coverage: measure.coverage,
    binding: measure.binding?.report.id ?? null,
    surfaces: surfaces.map(surface => surface.report),
    explanation: explain(spec, surfaces, measure, book),
    history: measure.state === 'unknown' ? [] : unitHistory(surfaces, { date: asOf, ...measure.measured }),
  }
}
