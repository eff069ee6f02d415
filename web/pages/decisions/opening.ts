// What stood still at a decision's opening, as its first event says it: groups, the act with its alternatives, the rule.
import type { Decision } from '@equalizer/client/contract'
import { type GroupNames, groupNames, type Rule, type VoteRule } from '../../words/rule-words.ts'
import type { VotePhase } from './words.ts'

interface Opening {
  readonly groups?: Readonly<Record<string, { readonly id: string; readonly name: string }>>
}

const openingOf = ({ timeline }: Pick<Decision, 'timeline'>): Opening =>
  (timeline.find(({ event }) => event === 'decision.opened')?.data ?? {}) as Opening

/** Names of the groups as they were then. */
export function groupsOf(decision: Decision): GroupNames {
  return groupNames(Object.values(openingOf(decision).groups ?? {}).map(group => ({ group })))
}

export const ruleOf = (decision: Pick<Decision, 'rule'>): Rule => decision.rule as unknown as Rule

/** The rule that a vote of the decision goes by; null: there is none of that kind. */
export function voteRuleOf(decision: Pick<Decision, 'rule'>, phase: VotePhase): VoteRule | null {
  const { advise, pause, decide } = ruleOf(decision)
  if (phase === 'advice') return advise?.vote ?? null
  if (phase === 'ratify') return pause?.vote ?? null
  return decide.process.kind === 'vote' ? decide.process.vote : null
}
