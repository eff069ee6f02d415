// How an act would be decided if it were sent now: every step with who takes part in it and how long it lasts.
import type { Setting } from '../decision/course.ts'
import { isAtOnce, type Plan } from '../decision/open.ts'
import { weightIn } from '../group/membership.ts'
import { groupOf } from '../group/sides.ts'
import { stepsOf } from '../rule/steps.ts'
import type { Foreseen } from './kernel.ts'

export function foreseen(setting: Setting, plan: Plan): Foreseen {
  const { class: name, stage, isMove, direction } = plan
  const said = { class: name, stage, isMove, direction }
  return isAtOnce(setting, plan)
    ? { ...said, outcome: 'executed', steps: [] }
    : { ...said, outcome: 'opened', steps: ahead(setting, plan) }
}

/** A pause is no step of its own: it can come at any time. */
function ahead(setting: Setting, plan: Plan): Foreseen['steps'] {
  const { pause } = plan.rule
  const steps = stepsOf(plan.rule, ownApproval(setting, plan))
  return pause ? [...steps, { phase: 'paused', group: pause.group, ms: pause.lapsesMs }] : steps
}

/** One approval suffices, and the sender gives it. */
function ownApproval({ books, now }: Setting, { act, rule, groups }: Plan): boolean {
  const { group, process } = rule.decide
  const deciders = groupOf(groups, group)
  return (
    process.kind === 'some' && process.of === 1 && !!deciders && weightIn(books, deciders, act.by, now) > 0n
  )
}
