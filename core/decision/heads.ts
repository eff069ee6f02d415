// Where people count by the head: approving, declining, objecting, vetoing, pausing.
import { eligibleIn, weightIn } from '../group/membership.ts'
import type { Refusal } from '../refusal.ts'
import { type Course, end, happen } from './course.ts'
import type { DecisionState, OpenPhase } from './decision.ts'
import { no } from './no.ts'
import { frozenAt, frozenGroup, passed, voteOf } from './steps.ts'

const some = ({ rule }: DecisionState) => (rule.decide.process.kind === 'some' ? rule.decide.process.of : 0)

export function approve(course: Course, by: string): Refusal | null {
  const { state } = course
  const problem =
    inPhase(state, ['approvals']) ?? inGroup(course, state.rule.decide.group, by) ?? once(state, by)
  if (problem) return problem
  happen(course, 'approved', { person: by })
  if (course.state.approvals.length >= some(state)) passed(course, course.setting.now.atMs)
  return null
}

export function decline(course: Course, by: string, reason: string): Refusal | null {
  const { state, setting } = course
  const problem =
    inPhase(state, ['approvals']) ?? inGroup(course, state.rule.decide.group, by) ?? once(state, by)
  if (problem) return problem
  happen(course, 'declined', { person: by, reason })
  const group = frozenGroup(state, state.rule.decide.group)
  const { members } = eligibleIn(setting.books, group, frozenAt(state), state.juries)
  if (members - course.state.declines.length < some(state)) end(course, 'rejected')
  return null
}

export function object(course: Course, by: string, reason: string): Refusal | null {
  const { process } = course.state.rule.decide
  const problem =
    inPhase(course.state, ['consent']) ??
    inGroup(course, course.state.rule.decide.group, by) ??
    notYet(course.state, course.state.objections, by)
  if (problem) return problem
  happen(course, 'objected', { person: by, reason })
  if (process.kind === 'consent' && course.state.objections.length >= process.objections)
    end(course, 'rejected')
  return null
}

export function veto(course: Course, by: string, reason: string): Refusal | null {
  const { state } = course
  const { veto: by_ } = state.rule
  if (by_ === null) return no('decision.no_veto', 'Nobody can veto under this rule', { decision: state.id })
  const problem =
    inPhase(state, ['veto']) ?? inGroup(course, by_.group, by) ?? notYet(state, state.vetoes, by)
  if (problem) return problem
  happen(course, 'vetoed', { person: by, reason })
  if (course.state.vetoes.length >= by_.needs) end(course, 'vetoed')
  return null
}

/** From when it is being decided until it is carried out. */
const pausable: readonly OpenPhase[] = ['approvals', 'consent', 'vote', 'veto', 'delay', 'blocked']

/** Halts the clock; a decision is paused once, so that pausing again and again is no veto. */
export function pause(course: Course, by: string, reason: string): Refusal | null {
  const { state } = course
  const { pause: rule } = state.rule
  if (rule === null)
    return no('decision.no_pause', 'Nobody can pause under this rule', { decision: state.id })
  if (state.ratification !== null || state.paused !== null) {
    return no('decision.paused_already', 'A decision is paused once', { decision: state.id })
  }
  const problem =
    inPhase(state, pausable) ?? inGroup(course, rule.group, by) ?? notYet(state, state.pauses, by)
  if (problem) return problem
  happen(course, 'paused', { person: by, reason })
  if (course.state.pauses.length >= rule.needs) halt(course, rule)
  return null
}

function halt(course: Course, rule: { readonly ratifiedBy: string; readonly lapsesMs: number }): void {
  const { atMs } = course.setting.now
  const leftMs = (course.state.dueMs ?? atMs) - atMs
  const vote = voteOf(course, rule.ratifiedBy, atMs, rule.lapsesMs)
  happen(course, 'entered', { phase: 'paused', dueMs: vote.closesMs, vote, leftMs })
}

/** Whether the decision is where this can be done; a window that is behind it is called over. */
export function inPhase(state: DecisionState, phases: readonly OpenPhase[]): Refusal | null {
  if ((phases as readonly string[]).includes(state.phase)) return null
  const facts = { decision: state.id, phase: state.phase, possible: phases.join(', ') }
  return state.phase !== 'paused' && isBehind(state, phases)
    ? no('decision.window_over', 'The time for that is over', facts)
    : no('decision.wrong_phase', 'The decision is not where this can be done', facts)
}

const order: readonly string[] = [
  'advice',
  'answer',
  'approvals',
  'consent',
  'vote',
  'veto',
  'delay',
  'blocked',
]

function isBehind({ phase }: DecisionState, phases: readonly OpenPhase[]): boolean {
  const here = order.indexOf(phase)
  return here < 0 || phases.every(other => order.indexOf(other) < here)
}

export function inGroup({ state, setting }: Course, name: string, by: string): Refusal | null {
  const group = frozenGroup(state, name)
  if (weightIn(setting.books, group, by, frozenAt(state), state.juries) > 0n) return null
  const facts = { decision: state.id, group: name }
  return no('decision.not_in_group', 'Only who was in the group when the decision opened may do that', facts)
}

function notYet(
  state: DecisionState,
  said: readonly { readonly person: string }[],
  by: string,
): Refusal | null {
  if (!said.some(({ person }) => person === by)) return null
  return no('decision.already', 'Nobody is counted twice', { decision: state.id })
}

const once = (state: DecisionState, by: string) => notYet(state, [...state.approvals, ...state.declines], by)
