// `--fail-under`: the least score that a pipeline accepts, for every unit or for one.
import type { Report, UnitReport } from '@equalizer/measure'
import { InvalidArgumentError } from 'commander'
import { harmless } from '../terminal/text.ts'

export interface Threshold {
  /** null: every unit. */
  readonly unit: string | null
  readonly least: number
}

/** `30` or `finance=30`; repeated flags add up. */
export function threshold(text: string, before: readonly Threshold[] = []): Threshold[] {
  const match = /^(?:([a-z0-9][a-z0-9_-]*)=)?(\d{1,3}(?:\.\d{1,6})?)$/.exec(text)
  const least = Number(match?.[2])
  if (!match || least > 100) throw new InvalidArgumentError('It is a number from 0 to 100, or unit=number.')
  return [...before, { unit: match[1] ?? null, least }]
}

/**
 * What is not met, a sentence each. A number alone holds for every unit that has evidence or declares a position, so that
 * leaving evidence away does not pass; a unit without a score meets nothing.
 */
export function notMet(report: Report, thresholds: readonly Threshold[]): string[] {
  return thresholds.flatMap(({ unit, least }) => {
    const asked = report.units.filter(({ id, state, declared }) =>
      unit === null ? state !== 'unknown' || declared !== null : id === unit,
    )
    if (asked.length === 0) return [`No unit has evidence, so that nothing shows ${least} or more.`]
    return asked
      .filter(one => (one.measured.score ?? Number.NEGATIVE_INFINITY) < least)
      .map(one => words(one, least))
  })
}

function words(unit: UnitReport, least: number): string {
  const { score } = unit.measured
  const name = harmless(unit.name)
  if (score === null) return `${name} has no score; at least ${least} is asked.`
  return `${name} stands at ${Math.floor(score * 10) / 10}; at least ${least} is asked.`
}
