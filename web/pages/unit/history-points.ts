// A unit's course: month by month as it is measured from the evidence, day by day where days were recorded.
import type { Answer } from '@equalizer/client'
import type { HistoryPoint } from '@equalizer/measure'

type Days = Answer<'GET /api/organizations/{organization}/days'>

/** Recorded days are as they were seen then; months before them come from today's evidence. Oldest first. */
export function historyPoints(
  months: readonly HistoryPoint[],
  days: Days | undefined,
  unit: string,
  asOf: string,
): readonly HistoryPoint[] {
  const recorded = (days?.recorded ?? []).flatMap(({ day, units }) => {
    const found = units.find(one => one.id === unit)
    if (!found || day > asOf) return []
    return [{ date: day, score: found.score, low: found.score, high: found.high }]
  })
  const first = recorded[0]?.date
  if (first === undefined) return months
  return [...months.filter(point => point.date < first), ...recorded]
}
