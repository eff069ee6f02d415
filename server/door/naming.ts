// The names that decisions are shown with: of people, units, classes and groups, as they are today.
import { type DecisionState, organizationUnit, rulesIn, unitRules } from '@equalizer/core'
import type { Kysely } from 'kysely'
import { currentCharter } from '../charter/current.ts'
import { peopleNamed } from '../persons/persons.ts'
import type { Tables } from '../store/tables.ts'
import { fetchCalled, type Told } from './called.ts'
import type { Naming } from './decision-line.ts'
import { fetchStreams } from './fetch.ts'
import { peopleMentioned } from './named.ts'

/** Everybody who stands in a decision. */
function peopleIn(state: DecisionState): string[] {
  const said = [...state.declines, ...state.objections, ...state.vetoes, ...state.pauses, ...state.approvals]
  const single = [state.answer, state.closing].flatMap(one => (one ? [one.person] : []))
  return [state.act.by, ...peopleMentioned(state), ...single, ...said.map(({ person }) => person)]
}

export async function namingOf(
  db: Kysely<Tables>,
  organization: string,
  states: readonly DecisionState[],
  you: string | null,
  more: readonly string[] = [],
  told: readonly Told[] = [],
): Promise<Naming> {
  const { charter } = await currentCharter(db, organization)
  const rules = rulesIn((await fetchStreams(db, organization, ['rules'])).get('rules'))
  const person = await peopleNamed(db, organization, [...states.flatMap(peopleIn), ...more], you)
  const acts = states.map(({ act }) => ({ type: act.type, data: act.payload }))
  const called = await fetchCalled(db, organization, [...acts, ...told])
  const units = new Map(charter.units.map(unit => [unit.id, unit.name]))
  return {
    person,
    called,
    unit: id => (id === organizationUnit ? charter.organization.name : (units.get(id) ?? id)),
    class: (unit, id) => {
      if (!rules) return id
      const own = unitRules(rules, unit).classes
      const classes = own.length > 0 ? own : unitRules(rules, organizationUnit).classes
      return classes.find(one => one.id === id)?.name ?? id
    },
    group: id => rules?.groups[id]?.name ?? id,
  }
}
