// The desk while a day passes by: the figures that were recorded, before the words of that day are there.
import type { DeskUnit } from '../../desk/desk-unit.ts'
import type { RecordedDay } from './days.ts'

/** Units that were not recorded yet are unknown, which is not 0. */
export function passing<Unit extends DeskUnit>(units: readonly Unit[], day: RecordedDay): Unit[] {
  const recorded = new Map(day.units.map(unit => [unit.id, unit]))
  return units.map(unit => {
    const then = recorded.get(unit.id)
    const measured = { score: then?.score ?? null, low: then?.score ?? null, high: then?.high ?? null }
    const state = measured.high === null ? 'unknown' : unit.state === 'unknown' ? 'unproven' : unit.state
    return { ...unit, declared: then?.declared ?? null, target: null, measured, state }
  })
}
