// How an act would be decided if it were sent now: every step with who takes part in it and how long it lasts.
import type { Setting } from '../decision/course.ts'
import type { Phase } from '../decision/decision.ts'
import { isAtOnce, type Plan } from '../decision/open.ts'
import { weightIn } from '../group/membership.ts'
import { groupOf } from '../group/sides.ts'
import type { Foreseen } from './kernel.ts'

type Step = Foreseen['steps'][number]

export function foreseen(setting: Setting, plan: Plan): Foreseen {
  const { class: name, stage, isMove, direction } = plan
  const said = { class: name, stage, isMove, direction }
  return isAtOnce(setting, plan)
    ? { ...said, outcome: 'executed', steps: [] }
    : { ...said, outcome: 'opened', steps: stepsOf(setting, plan) }
}

function stepsOf(setting: Setting, plan: Plan): Step[] {
  const { advise, decide, veto, pause, delayMs } = plan.rule
  const steps: Step[] = []
  const add = (phase: Phase, group: string | null, ms: number) => steps.push({ phase, group, ms })
  if (advise) {
    add('advice', advise.group, advise.windowMs)
    add('answer', decide.group, advise.answerMs)
  }
  const { process } = decide
  if (process.kind === 'vote') add('vote', decide.group, process.windowMs)
  else if (process.kind === 'consent') add('consent', decide.group, process.windowMs)
  else if (!ownApproval(setting, plan)) add('approvals', decide.group, process.windowMs)
  if (veto) add('veto', veto.group, veto.windowMs)
  if (delayMs > 0) add('delay', null, delayMs)
  if (pause) add('paused', pause.group, pause.lapsesMs)
  return steps
}

/** One approval suffices, and the sender gives it. */
function ownApproval({ books, now }: Setting, { act, rule, groups }: Plan): boolean {
  const { group, process } = rule.decide
  const deciders = groupOf(groups, group)
  return (
    process.kind === 'some' && process.of === 1 && !!deciders && weightIn(books, deciders, act.by, now) > 0n
  )
}
