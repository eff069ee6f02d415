// What a change of rules, groups or gates comes to, before and after, in sentences: of an entry, or of a decision about one.
import { text } from '../messages/text.ts'
import { gatesWords, type Told } from './facts.ts'
import { gateChanges, groupChanges, groupIn, type Names } from './group-changes.ts'
import { classChanges, classesIn } from './rule-changes.ts'
import { type GroupNames, groupNames } from './rule-words.ts'

/** As they are called in the founding itself. */
function foundedNames(groups: unknown, other: GroupNames): GroupNames {
  const own = groups && typeof groups === 'object' ? Object.values(groups) : []
  const named = groupNames(own.flatMap(group => (groupIn(group) ? [{ group }] : [])))
  return id => (named(id) === id ? other(id) : named(id))
}

/** `before`: the part that changes, as it stood; null: not known here. Another event says nothing. */
export function moveChanges(
  { type, data }: Told,
  before: Readonly<Record<string, unknown>> | null,
  names: Names,
): string[] {
  const override = data.override ? [text.ruleChanges.override] : []
  const was = before?.group === null ? null : (groupIn(before?.group) ?? undefined)
  switch (type) {
    case 'rules.founded':
      return classChanges(null, classesIn(data) ?? [], foundedNames(data.groups, names.group))
    case 'rules.changed':
      return [...classChanges(classesIn(before), classesIn(data) ?? [], names.group), ...override]
    case 'rules.group_set':
      return [...groupChanges(was, groupIn(data.group), names), ...override]
    case 'rules.group_removed':
      return [...groupChanges(was, null, names), ...override]
    case 'rules.gates_set': {
      const now = gatesWords(data.gates)
      return now === null ? [] : gateChanges(gatesWords(before?.gates), now)
    }
    default:
      return []
  }
}
