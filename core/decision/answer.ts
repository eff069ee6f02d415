// A published answer to advice that was not to do it, taking a decision back, and asking for the execution again.
import type { Command } from '../kernel/command.ts'
import type { Refusal } from '../refusal.ts'
import { openVoteOf } from './count-vote.ts'
import { type Course, end, happen } from './course.ts'
import { inGroup, inPhase } from './heads.ts'
import { no } from './no.ts'
import { decide, tryOut } from './steps.ts'

type AnswerCommand = Extract<Command, { kind: 'answer' }>

/** By those who decide: against the advice with a reason, or following it. Going on is an approval where approvals are asked for. */
export function answer(course: Course, { proceed, reason }: AnswerCommand, by: string): Refusal | null {
  const { state, setting } = course
  const { group, process } = state.rule.decide
  const problem = inPhase(state, ['answer']) ?? inGroup(course, group, by)
  if (problem) return problem
  happen(course, 'answered', { person: by, proceed, reason })
  if (!proceed) {
    end(course, 'rejected')
    return null
  }
  const approves = process.kind === 'some' && !state.approvals.some(({ person }) => person === by)
  if (approves) happen(course, 'approved', { person: by })
  decide(course, setting.now.atMs)
  return null
}

/** By who proposed it, as long as nobody else has had a say. */
export function cancel(course: Course, by: string, reason: string): Refusal | null {
  const { state } = course
  const facts = { decision: state.id, phase: state.phase }
  if (by !== state.act.by) return no('decision.not_yours', 'Only who proposed it takes it back', facts)
  const problem = inPhase(state, ['advice', 'approvals', 'consent', 'vote'])
  if (problem) return problem
  if (state.approvals.some(({ person }) => person !== by) || othersVoted(course, by)) {
    return no('decision.under_way', 'Others have taken part; it is no longer yours to take back', facts)
  }
  happen(course, 'cancelled', { person: by, reason })
  end(course, 'cancelled')
  return null
}

function othersVoted({ state, setting }: Course, by: string): boolean {
  const vote = openVoteOf(state)
  if (!vote || vote.open.ballots === 0) return false
  return vote.open.ballots > (setting.books.ballot(state.id, vote.phase, by) ? 1 : 0)
}

/** By whoever may propose; refused again, nothing is appended. */
export function retry(course: Course, by: string): Refusal | null {
  const problem = inPhase(course.state, ['blocked']) ?? inGroup(course, course.state.rule.propose, by)
  if (problem) return problem
  const refusal = tryOut(course)
  if (refusal) return refusal
  end(course, 'executed')
  return null
}
