// The stage of a rule, computed from who can make an act happen and who can stop it; never typed in. docs/stages.md
// gives the reason of every clause.
import { type Groups, isEdge, isEdgeBody } from '../group/sides.ts'
import type { Rule } from '../rule/rule.ts'
import { shareOf, type VoteRule } from '../voting/vote-rule.ts'
import type { Stage } from './stage.ts'

/** Why a rule stands where it stands and no higher. */
export type StageReason =
  | 'center_decides'
  | 'edge_advises'
  | 'edge_decides'
  | 'anyone_vetoes'
  | 'center_proposes'
  | 'center_pauses'
  | 'pause_not_ratified_by_edge'
  | 'council_pauses'
  | 'change_not_reserved'
  | 'change_without_supermajority'
  | 'edge_alone_changes'

export interface Staged {
  readonly stage: Stage
  readonly because: readonly StageReason[]
}

export function stageOf(rule: Rule, groups: Groups): Staged {
  if (!isEdge(rule, groups, rule.decide.group)) return centerDecides(rule, groups)
  const stops = edgeStoppedBy(rule, groups)
  if (stops.length > 0) return { stage: 2, because: ['edge_decides', ...stops] }
  if (rule.pause !== null) return { stage: 3, because: ['edge_decides', 'council_pauses'] }
  const missing = notReserved(rule)
  return missing === null
    ? { stage: 4, because: ['edge_decides', 'edge_alone_changes'] }
    : { stage: 3, because: ['edge_decides', missing] }
}

function centerDecides(rule: Rule, groups: Groups): Staged {
  return rule.advise !== null && isEdge(rule, groups, rule.advise.group)
    ? { stage: 1, because: ['center_decides', 'edge_advises'] }
    : { stage: 0, because: ['center_decides'] }
}

/** How somebody can keep from happening what the edge wants; each of these alone holds a rule at Shared. */
function edgeStoppedBy(rule: Rule, groups: Groups): StageReason[] {
  const stops: StageReason[] = []
  if (rule.veto !== null) stops.push('anyone_vetoes')
  if (!isEdge(rule, groups, rule.propose)) stops.push('center_proposes')
  if (rule.pause !== null) {
    if (!isEdgeBody(rule, groups, rule.pause.group)) stops.push('center_pauses')
    if (!isEdge(rule, groups, rule.pause.ratifiedBy)) stops.push('pause_not_ratified_by_edge')
  }
  return stops
}

function notReserved(rule: Rule): StageReason | null {
  if (rule.change === null || rule.change.group !== rule.edge) return 'change_not_reserved'
  return isSupermajority(rule.change.vote) ? null : 'change_without_supermajority'
}

/** One voice a voter for or against, two thirds of what is counted, and a quorum, so that a handful cannot change the rule. */
export function isSupermajority({ method, threshold, quorum }: VoteRule): boolean {
  const [needs, takes] = [shareOf(threshold), shareOf(quorum)]
  return method === 'single-choice' && needs.numerator * 3n >= needs.denominator * 2n && takes.numerator > 0n
}
