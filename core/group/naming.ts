// Which groups a rule names and as what, and what those groups come from.
import type { Group } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'
import { type Groups, groupOf, madeFrom } from './sides.ts'

/** `center` and `edge` say whose side others are on; the other parts can do something. */
export type Part =
  | 'center'
  | 'edge'
  | 'propose'
  | 'advise'
  | 'decide'
  | 'veto'
  | 'pause'
  | 'ratify'
  | 'change'

/** Every group that the rule names, in its parts. */
export function partsOf(rule: Rule): { readonly part: Part; readonly id: string }[] {
  const parts: { part: Part; id: string | undefined }[] = [
    { part: 'center', id: rule.center },
    { part: 'edge', id: rule.edge },
    { part: 'propose', id: rule.propose },
    { part: 'advise', id: rule.advise?.group },
    { part: 'decide', id: rule.decide.group },
    { part: 'veto', id: rule.veto?.group },
    { part: 'pause', id: rule.pause?.group },
    { part: 'ratify', id: rule.pause?.ratifiedBy },
    { part: 'change', id: rule.change?.group },
  ]
  return parts.flatMap(({ part, id }) => (id === undefined ? [] : [{ part, id }]))
}

/** The groups of a rule and all that they are elected by or drawn from, to be kept with a decision. */
export function groupsBehind(rule: Rule, groups: Groups): Record<string, Group> {
  const found: Record<string, Group> = {}
  for (const { id } of partsOf(rule)) {
    for (const group of lineOf(groups, id)) found[group.id] = group
  }
  return found
}

/** A group, what it is made from, what that is made from ...; ends where it would go round. */
export function lineOf(groups: Groups, id: string): Group[] {
  const line: Group[] = []
  for (let at: string | null = id; at !== null; ) {
    const group = groupOf(groups, at)
    if (!group || line.includes(group)) break
    line.push(group)
    at = madeFrom(group)
  }
  return line
}
