// The desk while a day passes by: the figures of that day, before its words are there.
import type { DeskUnit } from '../../desk/desk-unit.ts'
import type { PastDay } from './use-past.ts'

/** Units that have no figures of that day are unknown, which is not 0. Targets and words stay, and are shown pale. */
export function passing<Unit extends DeskUnit>(units: readonly Unit[], day: PastDay): Unit[] {
  const then = new Map(day.units.map(unit => [unit.id, unit]))
  return units.map(unit => {
    const { score = null, high = null, declared = null } = then.get(unit.id) ?? {}
    const measured = { score, low: score, high }
    const state = high === null ? 'unknown' : unit.state === 'unknown' ? 'unproven' : unit.state
    // What was declared is not worked out later: the fader stays where it is.
    const stands = day.isReconstructed ? unit.declared : declared
    return { ...unit, declared: stands, measured, state }
  })
}
