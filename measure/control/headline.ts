// The one sentence above the desk: what matters most in the whole organization, and nothing else.
import type { Report, UnitReport } from '../report/report.ts'
import type { Said } from '../report/said.ts'
import { say } from './say.ts'

const inStep = 10

function gap(unit: UnitReport): number {
  return unit.declared === null || unit.measured.high === null
    ? 0
    : unit.declared - (unit.measured.score ?? unit.measured.high)
}

/** Why the unit is low, as a clause: "one signatory can still override", "two parties decide". */
function because(unit: UnitReport): Said {
  const binding = unit.surfaces.find(surface => surface.id === unit.binding)
  if (!binding) return { code: 'because.nobody_known', facts: {} }
  if (binding.quota.rule === 'override') {
    return { code: 'because.override', facts: { names: binding.holders.map(holder => holder.name) } }
  }
  if (unit.state === 'unproven') return { code: 'because.weight_unknown', facts: {} }
  const [name = null] = unit.explanation.actors
  if (binding.K === 1) return { code: 'because.one', facts: { name } }
  return { code: 'because.parties', facts: { parties: binding.K ?? 0 } }
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
function standing({ name: unit, measured: { score, low, high }, state }: UnitReport): Said {
  if (state === 'proven') return { code: 'headline.stands', facts: { unit, at: score ?? 0 } }
  if (low === null) return { code: 'headline.stands_at_most', facts: { unit, at: high ?? 100 } }
  return { code: 'headline.between', facts: { unit, low, high: high ?? 100 } }
}

/** How many units nothing is known of, and how many not enough: `One unit is unproven.`, or nothing. */
function notKnown(units: readonly UnitReport[]): Said[] {
  const unseen = units.filter(unit => unit.state === 'unknown').length
  const unproven = units.filter(unit => unit.state === 'unproven').length
  const said: Said[] = []
  if (unseen > 0) said.push({ code: 'units.unseen', facts: { units: unseen } })
  if (unproven > 0) said.push({ code: 'units.unproven', facts: { units: unproven } })
  return said
}

/** What is promised and not there: in name only, where it is promised to others and one party has it. */
function alarmOf(unit: UnitReport): Said {
  const declared = unit.declared as number
  const measured = unit.measured.score ?? unit.measured.high ?? 0
  return declared >= 25 && measured < 12.5
    ? { code: 'headline.name_only', facts: { unit: unit.name, declared } }
    : { code: 'headline.promised', facts: { unit: unit.name, declared, measured } }
}

type HeadlineSaid = NonNullable<Report['headline']['said']>

function headlineSaid(units: readonly UnitReport[]): HeadlineSaid {
  const weakest = weakestUnit(units)
  if (!weakest) {
    const code = units.length > 0 ? 'headline.no_evidence' : 'headline.no_unit'
    return {
      lead: { code: 'headline.nothing_measured', facts: {} },
      alarm: null,
      rest: [{ code, facts: {} }],
    }
  }
  const dark = notKnown(units)
  const declared = units.filter(unit => unit.state !== 'unknown' && unit.declared !== null)
  if (declared.length === 0) {
    const stands = standing(weakest)
    const lone = weakest.state === 'proven' && weakest.measured.score === 0
    const rest = [because(weakest), ...dark]
    return lone ? { lead: null, alarm: stands, rest } : { lead: null, alarm: null, rest: [stands, ...rest] }
  }
  const steady = declared.filter(unit => unit.state === 'proven' && gap(unit) <= inStep)
  const lead: Said = { code: 'headline.in_step', facts: { units: steady.length, of: units.length } }
  const worst = declared.reduce((most, unit) => (gap(unit) > gap(most) ? unit : most))
  if (gap(worst) <= inStep) return { lead, alarm: null, rest: dark }
  return { lead, alarm: alarmOf(worst), rest: [because(worst), ...dark] }
}

export function headline(units: readonly UnitReport[]): Report['headline'] {
  const said = headlineSaid(units)
  const words = (one: Said | null) => (one ? say(one) : '')
  return { lead: words(said.lead), alarm: words(said.alarm), rest: say(...said.rest), said }
}
