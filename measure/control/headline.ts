// The one sentence above the desk: what matters most in the whole organization, and nothing else.
import type { Report, UnitReport } from '../report/report.ts'
import { capital, counted, nameList, stageName, words } from './words.ts'

const inStep = 10

function gap(unit: UnitReport): number {
  return unit.declared === null || unit.measured.high === null
    ? 0
    : unit.declared - (unit.measured.score ?? unit.measured.high)
}

/** Why the unit is low, as a clause: "one signatory can still override", "two parties decide". */
function because(unit: UnitReport): string {
  const binding = unit.surfaces.find(surface => surface.id === unit.binding)
  if (!binding) return 'nobody can say who decides.'
  const names = unit.explanation.actors
  if (binding.quota.rule === 'override') {
    return `${nameList(
      binding.holders.map(holder => holder.name),
      2,
    )} can still override everything.`
  }
  if (unit.state === 'unproven') return 'too much of it has no known holder.'
  if (binding.K === 1) return `${names[0] ?? 'one party'} alone can decide.`
  return `${counted(binding.K ?? 0, 'party', 'parties')} can decide.`
}

/** The unit with the least proven score; else the one with the least upper bound; null when nothing is measured. */
export function weakestUnit(units: readonly UnitReport[]): UnitReport | null {
  const proven = units.filter(unit => unit.state === 'proven')
  const pool = proven.length > 0 ? proven : units.filter(unit => unit.measured.high !== null)
  const value = (unit: UnitReport) => (proven.length > 0 ? unit.measured.score : unit.measured.high) ?? 100
  return pool.reduce<UnitReport | null>((least, unit) => {
    if (!least) return unit
    const lower = value(unit) - value(least) || gap(least) - gap(unit)
    return lower < 0 ? unit : least
  }, null)
}

/** Where a unit stands, as far as it is known: `stands at 30 of 100`, `is somewhere from 0 to 100`. */
function standing({ measured: { score, low, high }, state }: UnitReport): string {
  if (state === 'proven') return `stands at ${Math.round(score ?? 0)} of 100`
  if (low === null) return `stands at ${Math.round(high ?? 100)} of 100 at the most`
  return `is somewhere from ${Math.round(low)} to ${Math.round(high ?? 100)} of 100`
}

/** How many units nothing is known of, and how many not enough: ` One unit is unproven.`, or nothing. */
function notKnown(units: readonly UnitReport[]): string {
  const unseen = units.filter(unit => unit.state === 'unknown').length
  const unproven = units.filter(unit => unit.state === 'unproven').length
  const first = unseen > 0 ? ` ${capital(counted(unseen, 'unit'))} cannot be seen yet.` : ''
  const second =
    unproven > 0 ? ` ${capital(counted(unproven, 'unit'))} ${unproven === 1 ? 'is' : 'are'} unproven.` : ''
  return first + second
}

function leadOf(steady: number, all: number): string {
  const promise = 'in step with what was promised.'
  if (all === 1) return `The one unit is ${steady === 1 ? '' : 'not '}${promise}`
  if (steady === all) return `All ${words(all)} units are ${promise}`
  return `${capital(words(steady))} of ${words(all)} units ${steady === 1 ? 'is' : 'are'} ${promise}`
}

export function headline(units: readonly UnitReport[]): Report['headline'] {
  const measured = units.filter(unit => unit.state !== 'unknown')
  const weakest = weakestUnit(units)
  if (units.length === 0 || !weakest) {
    const rest =
      units.length > 0 ? 'No evidence says who decides in any unit.' : 'There is no unit to measure.'
    return { lead: 'Nothing is measured yet.', alarm: '', rest }
  }
  const dark = notKnown(units)
  const declared = measured.filter(unit => unit.declared !== null)
  if (declared.length === 0) {
    const stands = `${weakest.name} ${standing(weakest)}:`
    const lone = weakest.state === 'proven' && weakest.measured.score === 0
    return {
      lead: '',
      alarm: lone ? stands : '',
      rest: `${lone ? '' : `${stands} `}${because(weakest)}${dark}`,
    }
  }
  const steady = declared.filter(unit => unit.state === 'proven' && gap(unit) <= inStep)
  const lead = leadOf(steady.length, units.length)
  const worst = declared.reduce((most, unit) => (gap(unit) > gap(most) ? unit : most))
  if (gap(worst) <= inStep) return { lead, alarm: '', rest: dark.trim() }
  const name = capital(worst.name)
  const score = worst.measured.score ?? worst.measured.high ?? 0
  const alarm =
    (worst.declared as number) >= 25 && score < 12.5
      ? `${name} is ${stageName(worst.declared as number)} in name only:`
      : `${name} is promised at ${Math.round(worst.declared as number)} and measured at ${Math.round(score)}:`
  return { lead, alarm, rest: because(worst) + dark }
}
