// The minimum rule: a unit stands where the least of its necessary surfaces stands; unknown is kept apart from low.
import type { Measured, UnitReport } from '../report/report.ts'
import type { Rulebook } from './rulebook.ts'
import type { AssessedSurface } from './surface.ts'

export interface UnitSpec {
  readonly id: string
  readonly name: string
  readonly declared: number | null
  readonly target: { readonly position: number; readonly by: string | null } | null
}

export interface UnitMeasure {
  readonly measured: Measured
  readonly state: UnitReport['state']
  readonly coverage: number
  readonly binding: AssessedSurface | null
}

const unmeasured: Measured = { score: null, low: null, high: null }

/** Those that count: that nobody is listed as able to override is no gap in the evidence, once the list is known. */
export function necessaryOf(surfaces: readonly AssessedSurface[]): readonly AssessedSurface[] {
  return surfaces.filter(
    ({ report, rule, withheld }) =>
      report.necessary && !(rule.rule === 'override' && report.score === null && !withheld),
  )
}

/**
 * Where the necessary surfaces leave the unit on one day. Whoever has no score may be anything, so that only the bound
 * of the others is known; where that is 0 the unit is at 0 whatever else is unknown.
 */
export function leastOfPositions(positions: readonly Measured[]): Measured {
  const seen = positions.filter(({ score }) => score !== null)
  if (seen.length === 0) return unmeasured
  const least = (pick: keyof Measured) => Math.min(...seen.map(position => position[pick] as number))
  const high = least('high')
  if (high === 0) return { score: 0, low: 0, high: 0 }
  const whole = seen.length === positions.length
  return whole ? { score: least('score'), low: least('low'), high } : { score: null, low: null, high }
}

/** The minimum rule, with how much of it is known and which surface it comes from. */
export function measureUnit(surfaces: readonly AssessedSurface[], book: Rulebook): UnitMeasure {
  const necessary = necessaryOf(surfaces)
  const seen = necessary.filter(({ report }) => report.score !== null)
  if (seen.length === 0) return { measured: unmeasured, state: 'unknown', coverage: 0, binding: null }
  const binding = seen.reduce((least, next) => {
    const [a, b] = [least.report, next.report]
    const lower = (b.score as number) - (a.score as number) || (b.high as number) - (a.high as number)
    return lower < 0 ? next : least
  })
  const covered = seen.reduce((sum, { report }) => sum + (report.coverage ?? 0), 0) / necessary.length
  const coverage = Math.round(covered * 10_000) / 10_000
  const measured = leastOfPositions(necessary.map(({ report }) => report))
  if (measured.high === 0) return { measured, state: 'proven', coverage, binding }
  // However well the others are known: they prove nothing about the surface that the score comes from.
  const known = Math.min(coverage, binding.report.coverage ?? 0)
  const state = measured.score !== null && known >= book.minimumCoverage ? 'proven' : 'unproven'
  return { measured, state, coverage, binding }
}
