// The steps of a decision as a line: what is over, what is going on, what lies ahead, each with its time.
import type { Decision } from '@equalizer/client/contract'
import { isClosed } from './words.ts'

export interface CourseStep {
  readonly key: string
  /** `opened`, or a phase. */
  readonly phase: string
  readonly groupName: string | null
  readonly state: 'done' | 'now' | 'ahead' | 'stopped'
  /** Done: when it began. Now: when it ends. Ahead: about when it begins. Null: nobody knows. */
  readonly at: string | null
}

type Known = Pick<Decision, 'steps' | 'phase' | 'opened' | 'due' | 'closed' | 'timeline' | 'approvals'> & {
  /** Approvals that the rule asks for; 0: none. */
  readonly approvalsNeeded: number
}

interface Entered {
  readonly phase: string
  readonly at: string
}

/** Each phase once, where it was entered last: a vote goes on after its pause. */
function enteredIn({ timeline }: Known): Entered[] {
  const entered = new Map<string, Entered>()
  for (const { event, at, data } of timeline) {
    if (event !== 'decision.entered') continue
    const phase = String((data as { phase?: unknown }).phase)
    entered.delete(phase)
    entered.set(phase, { phase, at })
  }
  return [...entered.values()]
}

/**
 * Of the steps that the rule has: those that come after `phase`. An answer is due only after advice against it; where those
 * who propose have approved by proposing, nobody has to approve.
 */
function stepsAfter({ steps, approvals, approvalsNeeded }: Known, phase: string): Known['steps'] {
  const from = steps.findIndex(step => step.phase === phase)
  const approved = approvals.length >= approvalsNeeded
  return steps
    .slice(from + 1)
    .filter(step => step.phase !== 'answer' && !(step.phase === 'approvals' && approved))
}

/** Where it would go on after a pause: with what the pause halted. */
function stepsAhead(decision: Known, entered: readonly Entered[]): Known['steps'] {
  if (decision.phase !== 'paused')
    return decision.phase === 'blocked' ? [] : stepsAfter(decision, decision.phase)
  const halted = entered.findLast(({ phase }) => phase !== 'paused')?.phase ?? ''
  const again = decision.steps.filter(step => step.phase === halted)
  return [...again, ...stepsAfter(decision, halted)]
}

export function courseOf(decision: Known): CourseStep[] {
  const entered = enteredIn(decision)
  const nameOf = (phase: string) => decision.steps.find(step => step.phase === phase)?.groupName ?? null
  const opened: CourseStep = {
    key: 'opened',
    phase: 'opened',
    groupName: null,
    state: 'done',
    at: decision.opened,
  }
  const past = entered
    .filter(({ phase }) => phase !== decision.phase)
    .map(({ phase, at }): CourseStep => ({ key: phase, phase, groupName: nameOf(phase), state: 'done', at }))
  if (isClosed(decision.phase)) {
    const state = decision.phase === 'executed' ? 'done' : 'stopped'
    return [
      opened,
      ...past,
      { key: 'end', phase: decision.phase, groupName: null, state, at: decision.closed },
    ]
  }
  const { phase, due } = decision
  const now: CourseStep = { key: phase, phase, groupName: nameOf(phase), state: 'now', at: due }
  return [opened, ...past, now, ...aheadOf(decision, entered)]
}

/** Times add up only while nothing is halted or held up. */
function aheadOf(decision: Known, entered: readonly Entered[]): CourseStep[] {
  const counts = decision.due !== null && decision.phase !== 'blocked' && decision.phase !== 'paused'
  let atMs = Date.parse(decision.due ?? '')
  const moment = () => (counts ? new Date(atMs).toISOString() : null)
  const steps = stepsAhead(decision, entered).map(({ phase, groupName, ms }): CourseStep => {
    const at = moment()
    atMs += ms
    return { key: `${phase}-ahead`, phase, groupName, state: 'ahead', at }
  })
  return [...steps, { key: 'end', phase: 'executed', groupName: null, state: 'ahead', at: moment() }]
}
