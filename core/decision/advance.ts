// What the clock brings: every phase of a decision whose time has come, one after the other, as of its own deadline.
import { countVote, isSettled, openVoteOf, putOff } from './count-vote.ts'
import { type Course, end, happen, isOpen } from './course.ts'
import type { VoteResult } from './decision.ts'
import { decide, enter, execute, notVetoed, passed } from './steps.ts'

/**
 * Brings a decision to where it stands at the time of `course.setting.now`, whenever the clock last looked: as many phases as
 * are due. Changes nothing where nothing is due.
 */
export function catchUp(course: Course) {
  const { atMs } = course.setting.now
  for (;;) {
    const { dueMs } = course.state
    if (!isOpen(course.state) || dueMs === null || dueMs > atMs) return
    moveOn(course, dueMs)
  }
}

/** A vote whose outcome nothing can change closes now. */
export function closeEarly(course: Course) {
  const vote = openVoteOf(course.state)
  if (vote && isSettled(course.setting, vote)) closeVote(course, course.setting.now.atMs)
}

function moveOn(course: Course, dueMs: number) {
  switch (course.state.phase) {
    case 'advice':
    case 'vote':
    case 'paused':
      return atClose(course, dueMs)
    case 'consent':
      return passed(course, dueMs)
    case 'veto':
      return notVetoed(course, dueMs)
    case 'delay':
      return execute(course)
    default:
      happen(course, 'expired')
      return end(course, 'expired')
  }
}

function atClose(course: Course, dueMs: number) {
  const vote = openVoteOf(course.state)
  const later = vote ? putOff(course.setting, vote) : null
  if (later) return happen(course, 'extended', later)
  closeVote(course, dueMs)
}

function closeVote(course: Course, atMs: number) {
  const vote = openVoteOf(course.state)
  if (!vote) throw new Error(`The decision ${course.state.id} has no vote to close`)
  const result = countVote(course.setting, vote, atMs)
  if (vote.phase === 'advice') return advised(course, result, atMs)
  if (vote.phase === 'ratify') return ratified(course, result, atMs)
  happen(course, 'closed', { result })
  if (result.passed) passed(course, atMs)
  else end(course, 'rejected')
}

function advised(course: Course, result: VoteResult, atMs: number) {
  happen(course, 'advice_closed', { result })
  if (!isAgainst(result, course.state.against)) return decide(course, atMs)
  enter(course, 'answer', atMs + (course.state.rule.advise?.answerMs ?? 0))
}

/**
 * Too few to make the quorum are still to be answered where they are against it: else a quorum that nobody reaches would do away
 * with the answer.
 */
function isAgainst({ passed, reason, winner }: VoteResult, against: number | null): boolean {
  if (passed || reason === 'no_ballots') return false
  return reason !== 'no_quorum' || winner === null || winner === against
}

/** Kept stopped, or what was halted goes on with the time that it had left. */
function ratified(course: Course, result: VoteResult, atMs: number) {
  const { paused } = course.state
  if (result.passed) {
    happen(course, 'pause_ratified', { result })
    return end(course, 'stopped')
  }
  happen(course, 'pause_lapsed', { result })
  if (!paused) throw new Error(`The decision ${course.state.id} halted nothing`)
  const dueMs = atMs + paused.leftMs
  enter(course, paused.phase, dueMs, paused.vote && { ...paused.vote, closesMs: dueMs })
}
