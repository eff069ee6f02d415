// Who decides a move: derived from the rules that it changes, never taken from a class. docs/stages.md gives the reasons.

import { type Groups, isEdge, isEdgeBody } from '../group/sides.ts'
import { canonical } from '../log/canonical.ts'
import { accepted, type Result, refused } from '../refusal.ts'
import type { Process, Rule } from '../rule/rule.ts'
import { majority } from '../stage/preset.ts'
import type { VoteRule } from '../voting/vote-rule.ts'
import { stricter, stricterVote } from './stricter.ts'
import type { Touch } from './touch.ts'

/** The touch whose class governs the move comes first: the highest stage, then the most consequential. */
export function strictestFirst(touches: readonly Touch[]): Touch[] {
  return [...touches].sort((a, b) => b.fromStage - a.fromStage || b.from.consequence - a.from.consequence)
}

/**
 * The rule by which the move as a whole is decided. Classes whose changes are for the same people to decide go together, by the
 * strictest of their rules. Else those who gain and those who lose must both agree: the edge votes and the center may veto. Where
 * the classes do not even have center and edge in common, they move one at a time: `rule.touches_unlike`.
 */
export function ruleOfMove(touches: readonly Touch[], groups: Groups): Result<Rule> {
  const sorted = strictestFirst(touches)
  const [first] = sorted
  if (!first) throw new RangeError('A move that touches nothing has no rule')
  const delayMs = Math.max(...sorted.map(({ from }) => from.rule.delayMs))
  const derived: Rule[] = []
  for (const touch of sorted) {
    const rule = derive(touch, groups)
    if (!rule.ok) return rule
    derived.push(rule.value)
  }
  if (new Set(derived.map(authority)).size === 1) return accepted({ ...derived.reduce(stricter), delayMs })
  const sides = new Set(sorted.map(({ from: { rule } }) => canonical([rule.center, rule.edge])))
  if (sides.size > 1) {
    const reason = 'These changes are for different groups to decide: move the classes one at a time'
    return refused('rule.touches_unlike', reason, { classes: sorted.map(({ from }) => from.id).join(', ') })
  }
  return accepted({
    ...bothAgree(
      sorted.map(({ from }) => from.rule),
      groups,
    ),
    delayMs,
  })
}

/** Who makes it happen and who can stop it; two rules with the same answer differ in degree only. */
function authority({ decide, veto, pause }: Rule): string {
  return canonical([decide.group, veto?.group ?? null, pause?.group ?? null])
}

function derive(touch: Touch, groups: Groups): Result<Rule> {
  const { rule } = touch.from
  switch (touch.direction) {
    case 'sideways':
      return accepted(touch.fromStage < 2 ? rule : asChanged(rule, groups))
    case 'back':
      return accepted(
        touch.fromStage === 1 ? adviser(rule) : { ...byEdge(rule, groups), pause: edgePause(touch) },
      )
    case 'mixed':
      return accepted(bothAgree([rule], groups))
    case 'forward':
      return forward(touch, groups)
  }
}

/** By those who give control up. */
function forward(touch: Touch, groups: Groups): Result<Rule> {
  const { from, to, fromStage } = touch
  if (fromStage < 2) return accepted(from.rule)
  if (fromStage === 2) return letGo(touch, groups)
  const { pause } = from.rule
  const { change } = to.rule
  const edge = byEdge(from.rule, groups)
  const own = edge.decide.process as Extract<Process, { kind: 'vote' }>
  // Whoever binds themselves to a supermajority does so by one, and with no less of a quorum than before.
  const vote = change ? stricterVote(change.vote, { ...own.vote, method: change.vote.method }) : own.vote
  const windowMs = Math.max(own.windowMs, change?.windowMs ?? 0)
  const veto = pause && { group: pause.group, needs: pause.needs, windowMs }
  return accepted({
    ...edge,
    decide: { group: from.rule.edge, process: { kind: 'vote', windowMs, vote } },
    veto,
  })
}

/** From Shared: whoever could stop the edge decides by a majority among them; where there are two such groups, the other may veto. */
function letGo({ from: { rule } }: Touch, groups: Groups): Result<Rule> {
  const holders = [
    ...(rule.veto ? [rule.veto.group] : []),
    ...(rule.pause && !isEdgeBody(rule, groups, rule.pause.group) ? [rule.pause.group] : []),
    ...(rule.pause && !isEdge(rule, groups, rule.pause.ratifiedBy) ? [rule.pause.ratifiedBy] : []),
    ...(isEdge(rule, groups, rule.propose) ? [] : [rule.propose]),
  ]
  const [decider = rule.center, other, more] = [...new Set(holders)]
  if (more !== undefined) {
    const facts = { groups: [...new Set(holders)].join(', ') }
    return refused('rule.too_many_hold', 'More than two groups could stop the edge: let one go first', facts)
  }
  const windowMs = timeToVote(rule.decide.process)
  const veto = other === undefined ? null : { group: other, windowMs, needs: 1 }
  const vote = { windowMs, vote: { ...majority('1/2'), earlyClose: true } }
  return accepted({ ...byVote(rule, { group: decider, ...vote }), veto })
}

/**
 * The class's own process, but for the vote, where the rule has one for changing it. Where any one of the edge may act alone, the
 * edge as a whole votes all the same: else any one could bind all the others.
 */
function asChanged(rule: Rule, groups: Groups): Rule {
  const { change, veto, pause } = rule
  if (change === null) {
    return rule.decide.process.kind === 'some' ? { ...byEdge(rule, groups), veto, pause } : rule
  }
  const process = { kind: 'vote', windowMs: change.windowMs, vote: change.vote } as const
  return { ...rule, decide: { group: change.group, process } }
}

/**
 * The edge as a whole votes: as the rule says about changing it, else as it has the edge vote on acts, else by a plain majority.
 */
function byEdge(rule: Rule, groups: Groups): Rule {
  if (rule.change) return byVote(rule, rule.change)
  const { process } = rule.decide
  const own = isEdge(rule, groups, rule.decide.group) && process.kind === 'vote' ? process.vote : null
  const vote = own ?? rule.advise?.vote ?? majority('1/5')
  return byVote(rule, { group: rule.edge, windowMs: timeToVote(process), vote })
}

/** A window in which one of them approves, or nobody objects, says nothing about the time that a vote of all takes. */
function timeToVote({ kind, windowMs }: Process): number {
  return kind === 'vote' ? windowMs : Math.max(windowMs, leastVoteMs)
}
const leastVoteMs = 86_400_000

/** What was asked for advice decides whether it is asked no more. */
function adviser(rule: Rule): Rule {
  const { advise } = rule
  return byVote(
    rule,
    advise ?? { group: rule.edge, windowMs: timeToVote(rule.decide.process), vote: majority('1/5') },
  )
}

/** A council that may pause is the edge's own; it keeps its part when the edge is about to lose something. */
const edgePause = ({ fromStage, from }: Touch) => (fromStage === 3 ? from.rule.pause : null)

/** By the strictest vote of the edges, and then the center may veto. */
function bothAgree(rules: readonly Rule[], groups: Groups): Rule {
  const rule = rules.map(one => byEdge(one, groups)).reduce(stricter)
  const windows = rules.map(({ veto, decide }) => veto?.windowMs ?? timeToVote(decide.process))
  return { ...rule, veto: { group: rule.center, windowMs: Math.max(...windows), needs: 1 } }
}

interface Voting {
  readonly group: string
  readonly windowMs: number
  readonly vote: VoteRule
}

/** The old rule with nothing left of it but one vote. */
function byVote(rule: Rule, { group, windowMs, vote }: Voting): Rule {
  const process = { kind: 'vote', windowMs, vote } as const
  return { ...rule, advise: null, decide: { group, process }, veto: null, pause: null }
}
