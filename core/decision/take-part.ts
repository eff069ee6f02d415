// Everything that can be asked of a decision that is there: brought up to its time first, then asked.
import type { Command, Tick } from '../kernel/command.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { catchUp, closeEarly } from './advance.ts'
import { answer, cancel, retry } from './answer.ts'
import { castBallot } from './ballot.ts'
import { type Course, isOpen, resume, type Setting, streamOf } from './course.ts'
import type { DecisionState } from './decision.ts'
import { approve, decline, object, pause, veto } from './heads.ts'
import { no } from './no.ts'

export type TakingPart = Extract<Command, { decision: string }>

/** What one person asks of a decision, as of the deadlines of the time it is asked at. A refusal means nothing happened. */
export function takePart(setting: Setting, command: TakingPart, by: string): Result<Course> {
  const found = decisionIn(setting, command.decision)
  if (!found.ok) return found
  const course = resume(setting, found.value)
  catchUp(course)
  const problem = isOpen(course.state) ? asked(course, command, by) : over(found.value, course.state)
  return problem ? { ok: false, refusal: problem } : accepted(course)
}

/** What the clock brings; refused with `decision.not_due` where that is nothing. */
export function advance(setting: Setting, { decision }: Tick): Result<Course> {
  const found = decisionIn(setting, decision)
  if (!found.ok) return found
  const course = resume(setting, found.value)
  if (!isOpen(course.state)) return { ok: false, refusal: closed(course.state) }
  catchUp(course)
  closeEarly(course)
  if (course.events.length > 0) return accepted(course)
  const facts = { decision, dueMs: course.state.dueMs, atMs: setting.now.atMs }
  return { ok: false, refusal: no('decision.not_due', 'Nothing is due on this decision', facts) }
}

function decisionIn({ books }: Setting, id: string): Result<DecisionState> {
  const state = books.stream(streamOf(id)) as DecisionState | null
  if (state) return accepted(state)
  return { ok: false, refusal: no('decision.unknown', 'There is no such decision', { decision: id }) }
}

function closed({ id, phase, closedMs }: DecisionState): Refusal {
  return no('decision.closed', 'The decision is over', { decision: id, phase, closedMs })
}

/** Closed long since, or only now that somebody looks at the time. */
function over(before: DecisionState, after: DecisionState): Refusal {
  if (!isOpen(before)) return closed(before)
  const facts = { decision: after.id, phase: after.phase, dueMs: before.dueMs }
  return no('decision.window_over', 'The time for that is over', facts)
}

function asked(course: Course, command: TakingPart, by: string): Refusal | null {
  switch (command.kind) {
    case 'ballot':
      return castBallot(course, command, by)
    case 'approve':
      return approve(course, by)
    case 'decline':
      return decline(course, by, command.reason)
    case 'object':
      return object(course, by, command.reason)
    case 'answer':
      return answer(course, command, by)
    case 'veto':
      return veto(course, by, command.reason)
    case 'pause':
      return pause(course, by, command.reason)
    case 'cancel':
      return cancel(course, by, command.reason)
    case 'retry':
      return retry(course, by)
  }
}
