// Whether a list of classes and the groups that it names can be the rules of a unit.
import { no } from '../decision/no.ts'
import { groupsBehind, type Part, partsOf } from '../group/naming.ts'
import { type Groups, groupOf, madeFrom } from '../group/sides.ts'
import { limits } from '../limits.ts'
import { canonical } from '../log/canonical.ts'
import type { Refusal } from '../refusal.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import { isIdle } from './flows.ts'

/** Null: they can. Codes `rule.*` and `group.*`. */
export function classesProblem(classes: readonly DecisionClass[], groups: Groups): Refusal | null {
  const ids = new Set<string>()
  for (const [at, one] of classes.entries()) {
    if (ids.has(one.id)) return no('rule.class_twice', 'Two classes have one id', { class: one.id })
    ids.add(one.id)
    // It would count in the slider and decide nothing.
    if (isIdle(classes, at))
      return no('rule.class_idle', 'No act can ever be of this class', { class: one.id })
    const problem = partsProblem(one, groups) ?? sizeProblem(one, groups)
    if (problem) return problem
  }
  const last = classes.at(-1)
  if (last?.filter.acts.includes('*') && last.filter.where.length === 0) return null
  return no('rule.no_catch_all', 'The last class has to take every act', { class: last?.id ?? null })
}

/** A jury is drawn for one decision, so that it cannot stand for what lasts. */
const standing: ReadonlySet<Part> = new Set(['center', 'edge', 'propose', 'change'])

function partsProblem({ id, rule }: DecisionClass, groups: Groups): Refusal | null {
  for (const part of partsOf(rule)) {
    const group = groupOf(groups, part.id)
    const facts = { class: id, group: part.id, part: part.part }
    if (!group) return no('group.unknown', 'A rule names a group that is not there', facts)
    if (group.kind === 'jury' && standing.has(part.part)) {
      return no('group.jury_cannot', 'A jury is drawn for each decision and can only take part in one', facts)
    }
  }
  if (rule.change === null || rule.change.group === rule.edge) return null
  const facts = { class: id, group: rule.change.group, edge: rule.edge }
  return no('rule.change_not_edge', 'Only the edge can keep the changing of a rule to itself', facts)
}

/** A decision keeps its rule and the groups behind it: where they fill an entry, none could ever be opened. */
function sizeProblem({ id, rule }: DecisionClass, groups: Groups): Refusal | null {
  const bytes = new TextEncoder().encode(canonical({ rule, groups: groupsBehind(rule, groups) })).length
  if (bytes <= limits.ruleBytes) return null
  const facts = { class: id, bytes, atMost: limits.ruleBytes }
  return no('rule.too_large', 'The rule and the lists of people that it names are too large', facts)
}

/** Whether all groups have what they are made from, and the line of that ends. */
export function groupsProblem(groups: Groups): Refusal | null {
  const all = Object.values(groups)
  if (all.length > limits.groups) {
    return no('group.too_many', 'An organization has only so many groups', { atMost: limits.groups })
  }
  for (const group of all) {
    const seen = new Set([group.id])
    for (let id = madeFrom(group); id !== null; ) {
      const from = groupOf(groups, id)
      const facts = { group: group.id, from: id }
      if (!from) return no('group.unknown', 'A group comes from one that is not there', facts)
      if (from.kind === 'jury')
        return no('group.from_jury', 'Nobody can be elected by or drawn from a jury', facts)
      if (seen.has(id)) return no('group.circle', 'Groups cannot come from each other in a circle', facts)
      seen.add(id)
      id = madeFrom(from)
    }
  }
  return null
}
