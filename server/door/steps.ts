// The steps that a rule asks for, in order, with who takes part in each and how long it lasts.
import type { Phase, Rule } from '@equalizer/core'

export interface Step {
  readonly phase: Phase
  /** Id of the group; null: nobody, it only waits. */
  readonly group: string | null
  /** Milliseconds; 0: at once. */
  readonly ms: number
}

export function stepsOf(rule: Rule): Step[] {
  const { advise, decide, veto, delayMs } = rule
  const { process } = decide
  const phase = process.kind === 'some' ? 'approvals' : process.kind
  return [
    ...(advise ? [{ phase: 'advice', group: advise.group, ms: advise.windowMs } as const] : []),
    ...(advise ? [{ phase: 'answer', group: decide.group, ms: advise.answerMs } as const] : []),
    { phase, group: decide.group, ms: process.windowMs },
    ...(veto ? [{ phase: 'veto', group: veto.group, ms: veto.windowMs } as const] : []),
    ...(delayMs > 0 ? [{ phase: 'delay', group: null, ms: delayMs } as const] : []),
  ]
}
