// A unit's report: its measured position, its past, and why.
import type { HistoryPoint, Measured, UnitReport } from '../report/report.ts'
import { dayOfDate } from './days.ts'
import { explain } from './explain.ts'
import { leastOfPositions, measureUnit, necessaryOf, type UnitSpec } from './minimum.ts'
import type { Rulebook } from './rulebook.ts'
import { isKnownOn } from './standing.ts'
import type { AssessedSurface } from './surface.ts'

const unknown: Measured = { score: null, low: null, high: null }
const standing = { days: null }

/** The unit's past: at each date the least of the necessary surfaces, by the same rule as today. */
function unitHistory(surfaces: readonly AssessedSurface[], today: HistoryPoint): HistoryPoint[] {
  const necessary = necessaryOf(surfaces).map(surface => ({
    surface,
    past: new Map(surface.report.history.map(point => [point.date, point])),
  }))
  const dates = [...new Set(necessary.flatMap(({ past }) => [...past.keys()]))].sort()
  const points = dates
    .filter(date => date < today.date)
    .map(date => {
      const positions = necessary.flatMap(({ surface, past }) => {
        const position = past.get(date) ?? unknown
        // Nobody who could override was listed yet, and the list was known: no gap.
        const none = surface.rule.rule === 'override' && position.score === null
        return none && isKnownOn(dayOfDate(date), standing, surface.standsFrom) ? [] : [position]
      })
      return { date, ...leastOfPositions(positions) }
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
