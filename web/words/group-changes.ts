// What a change of a group or of a unit's gates comes to, before and after, in sentences.
import { text } from '../messages/text.ts'
import { count } from './format.ts'
import { groupWords } from './group-words.ts'
import { plainText } from './plain-text.ts'
import { asSentence, type Group, type GroupNames, spanWords } from './rule-words.ts'

export interface Names {
  readonly person: (id: string) => string
  readonly group: GroupNames
}

/** null: of another form. */
export function groupIn(value: unknown): Group | null {
  const group = value as Group | null | undefined
  return group && typeof group === 'object' && Object.hasOwn(text.moving.groups.kinds, group.kind)
    ? group
    : null
}

/** Who is in it, and what their votes weigh. */
function whoWords(group: Group, nameOf: GroupNames): string {
  const { weights } = text.moving.groups
  const term = group.kind === 'council' ? [text.ruleChanges.term(spanWords(group.termMs))] : []
  return `${[groupWords(group, nameOf), ...term].join(', ')} (${weights[group.weight?.by ?? 'person']})`
}

const namedAtMost = 20

function listed(ids: readonly string[], names: Names): string {
  const shown = ids.slice(0, namedAtMost).map(names.person)
  const left = ids.length - shown.length
  return left > 0 ? `${shown.join(', ')} +${count(left)}` : shown.join(', ')
}

function membersChange(before: Group, now: Group, names: Names): string[] {
  if (before.kind !== 'listed' || now.kind !== 'listed') return []
  const words = text.ruleChanges
  const come = now.members.filter(id => !before.members.includes(id))
  const gone = before.members.filter(id => !now.members.includes(id))
  return [
    ...(come.length > 0 ? [words.joined(listed(come, names))] : []),
    ...(gone.length > 0 ? [words.left(listed(gone, names))] : []),
  ]
}

/** `before` undefined: not known here; null: there was none. */
export function groupChanges(before: Group | null | undefined, now: Group | null, names: Names): string[] {
  const words = text.ruleChanges
  const who = (group: Group) => whoWords(group, names.group)
  if (now === null) return before ? [words.groupWas(who(before))] : []
  const members = now.kind === 'listed' ? now.members : []
  const list = members.length > 0 ? [words.joined(listed(members, names))] : []
  if (before === undefined) return [words.groupNow(who(now)), ...list]
  if (before === null) return [words.groupNew(who(now)), ...list]
  const [was, is] = [who(before), who(now)]
  const lines = [
    ...(before.name === now.name ? [] : [words.groupName(plainText(before.name), plainText(now.name))]),
    ...(was === is ? [] : [words.group(was, is)]),
    ...membersChange(before, now, names),
  ]
  return lines.length > 0 ? lines : [words.same]
}

/** Each as one line; null: what it was is not known here. */
export function gateChanges(before: string | null, now: string): string[] {
  const words = text.ruleChanges
  if (before === null) return [words.gatesNow(asSentence(now))]
  return before === now ? [words.same] : [words.gates(asSentence(before), asSentence(now))]
}
