// Units named on the command line, checked against those that a report has.
import type { Report, UnitReport } from '@equalizer/measure'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'

/** What has an id and a name: a unit of a charter, or of a report. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** The unit of an id; refuses (`cli.usage`) with the ids that there are. */
export function namedOf<Unit extends Named>(units: readonly Unit[], id: string): Unit {
  const unit = units.find(one => one.id === id)
  if (unit) return unit
  const close = units.find(
    one => one.id.startsWith(id) || harmless(one.name).toLowerCase() === id.toLowerCase(),
  )
  const all = units.map(one => one.id).join(', ')
  const known = close ? `Did you mean ${close.id}?` : all === '' ? 'There are no units.' : `There are ${all}.`
  throw new Stop({ code: 'cli.usage', reason: `There is no unit ${JSON.stringify(harmless(id))}. ${known}` })
}

export const unitOf = (report: Report, id: string): UnitReport => namedOf(report.units, id)

/** In the report's order; all of them where none is named. */
export function unitsOf(report: Report, ids: readonly string[] | undefined): readonly UnitReport[] {
  if (!ids || ids.length === 0) return report.units
  const asked = new Set(ids.map(id => unitOf(report, id)))
  return report.units.filter(unit => asked.has(unit))
}
