// Whose side a group is on: a rule names the group that hands control over and the one that receives it; every other
// group counts as one of them.
import type { Group } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'

export type Groups = Readonly<Record<string, Group>>

/** Own entries only, so that `constructor` is no group unless somebody made one. */
export function groupOf(groups: Groups, id: string): Group | undefined {
  return Object.hasOwn(groups, id) ? groups[id] : undefined
}

/** Who elects a council or is drawn from for a jury; null: the group stands for itself. */
export function madeFrom(group: Group): string | null {
  return group.kind === 'council' ? group.electedBy : group.kind === 'jury' ? group.pool : null
}

/**
 * Whether the edge stands behind a group: the edge itself, or a council or jury that comes from it, over any number of steps,
 * and nowhere the center. Everything else counts as the center, so that a group between the two never makes a stage look
 * higher than it is.
 */
export function isEdge(rule: Pick<Rule, 'center' | 'edge'>, groups: Groups, id: string): boolean {
  const seen = new Set<string>()
  let fromEdge = false
  for (let at = id; !seen.has(at); ) {
    if (isCenterItself(rule, groups, at)) return false
    if (at === rule.edge) fromEdge = true
    seen.add(at)
    const group = groupOf(groups, at)
    const next = group ? madeFrom(group) : null
    if (next === null) return fromEdge
    at = next
  }
  return false
}

/** Elected or drawn, and from the edge: a body that the edge can renew. */
export function isEdgeBody(rule: Pick<Rule, 'center' | 'edge'>, groups: Groups, id: string): boolean {
  const group = groupOf(groups, id)
  return group !== undefined && madeFrom(group) !== null && isEdge(rule, groups, id)
}

/** The same group, the same people by another name, or people who are all in the center's list. */
function isCenterItself(rule: Pick<Rule, 'center'>, groups: Groups, id: string): boolean {
  if (id === rule.center) return true
  const [center, group] = [groupOf(groups, rule.center), groupOf(groups, id)]
  if (!center || !group) return false
  if (center.kind === 'listed' && group.kind === 'listed') {
    const members = new Set(center.members)
    return group.members.every(member => members.has(member))
  }
  return sameHolders(center, group)
}

function sameHolders(a: Group, b: Group): boolean {
  if (a.kind === 'role' && b.kind === 'role') return a.role === b.role
  if (a.kind === 'balance' && b.kind === 'balance')
    return a.asset === b.asset && BigInt(b.atLeast) >= BigInt(a.atLeast)
  if (a.kind === 'score' && b.kind === 'score')
    return a.score === b.score && BigInt(b.atLeast) >= BigInt(a.atLeast)
  return a.kind === 'everyone' && b.kind === 'everyone'
}
