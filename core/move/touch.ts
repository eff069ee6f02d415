// What a move does to a class: the stage rises, falls or stays, and whether the people on the edge stay the same.
import { type Groups, groupOf } from '../group/sides.ts'
import { canonical } from '../log/canonical.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'
import type { Stage } from '../stage/stage.ts'
import { stageOf } from '../stage/stage-of.ts'
import type { Flow } from './flows.ts'

/**
 * forward: the stage rises for the same edge. back: it falls, or those who have a part on the edge are replaced, or hurried in
 * their advice. mixed: it rises, but for another edge; or at Shared, where the center shares control with the edge, that edge is
 * another one. sideways: anything else.
 */
export type Direction = 'forward' | 'back' | 'sideways' | 'mixed'

export interface Touch {
  readonly unit: string
  readonly from: DecisionClass
  readonly to: DecisionClass
  readonly fromStage: Stage
  readonly toStage: Stage
  readonly direction: Direction
}

export interface Before {
  readonly unit: string
  readonly groups: Groups
}

export function touchOf({ unit, groups }: Before, { from, to }: Flow, after: Groups): Touch {
  const fromStage = stageOf(from.rule, groups).stage
  const toStage = stageOf(to.rule, after).stage
  const replaced = edgeReplaced(from.rule, to.rule, groups, after)
  return { unit, from, to, fromStage, toStage, direction: directionOf(fromStage, toStage, replaced) }
}

function directionOf(from: Stage, to: Stage, replaced: boolean): Direction {
  if (to < from) return 'back'
  // At Team the edge has nothing to lose.
  if (to === from) return !replaced || from === 0 ? 'sideways' : from === 2 ? 'mixed' : 'back'
  // From Community on the edge votes on a rise, and so on its own replacement.
  return replaced && (from === 1 || from === 2) ? 'mixed' : 'forward'
}

/** Whether those who had a part on the edge may not be those who have it afterwards. */
function edgeReplaced(from: Rule, to: Rule, before: Groups, after: Groups): boolean {
  if (from.edge !== to.edge || takesAway(groupOf(before, from.edge), groupOf(after, to.edge))) return true
  const [was, is] = [from.advise?.group, to.advise?.group]
  if (was === undefined || is === undefined) return false
  return was !== is || takesAway(groupOf(before, was), groupOf(after, is)) || hastened(from, to)
}

/** Who is given less time to advise is asked less. */
function hastened({ advise: from }: Rule, { advise: to }: Rule): boolean {
  return from !== null && to !== null && to.windowMs < from.windowMs
}

/** Adding people to a list takes nothing from those who are on it; any other change of who belongs may. */
function takesAway(was: Group | undefined, is: Group | undefined): boolean {
  if (!was || !is) return was !== is
  if (was.kind === 'listed' && is.kind === 'listed') {
    const stay = new Set(is.members)
    return canonical(was.weight) !== canonical(is.weight) || !was.members.every(person => stay.has(person))
  }
  return canonical({ ...was, name: '' }) !== canonical({ ...is, name: '' })
}

/** Whether anything but the filter differs: whom acts go to is what flows say. */
export function differs({ from, to }: Flow): boolean {
  const said = ({ filter: _, ...rest }: DecisionClass) => canonical(rest)
  return said(from) !== said(to)
}
