// The steps that a rule asks for, in order, with who takes part in each and how long it lasts.
import type { Phase } from '../decision/decision.ts'
import type { Rule } from './rule.ts'

export interface Step {
  readonly phase: Phase
  /** Id of the group; null: nobody, it only waits. */
  readonly group: string | null
  /** Milliseconds. */
  readonly ms: number
}

/** `isApproved`: as many as the rule asks have approved already, so that nobody is waited for. */
export function stepsOf({ advise, decide, veto, delayMs }: Rule, isApproved = false): Step[] {
  const { process } = decide
  const steps: Step[] = []
  const add = (phase: Phase, group: string | null, ms: number) => steps.push({ phase, group, ms })
  if (advise) {
    add('advice', advise.group, advise.windowMs)
    add('answer', decide.group, advise.answerMs)
  }
  if (process.kind !== 'some') add(process.kind, decide.group, process.windowMs)
  else if (!isApproved) add('approvals', decide.group, process.windowMs)
  if (veto) add('veto', veto.group, veto.windowMs)
  if (delayMs > 0) add('delay', null, delayMs)
  return steps
}
