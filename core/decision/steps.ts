// The phases of a decision in their order, and how each is entered; what the rule does not ask for is passed over.
import { eligibleIn } from '../group/membership.ts'
import { groupOf } from '../group/sides.ts'
import type { Group } from '../rule/group.ts'
import { type Course, end, happen } from './course.ts'
import type { DecisionState, OpenPhase, OpenVote } from './decision.ts'

/** The frozen group of a decision's rule; that it is there was seen to at the opening. */
export function frozenGroup({ groups, id }: DecisionState, name: string): Group {
  const group = groupOf(groups, name)
  if (!group) throw new Error(`The decision ${id} keeps no group ${name}`)
  return group
}

/** Membership and weights of a decision stand as they were when it was opened. */
export const frozenAt = ({ openedSeq, openedMs }: DecisionState) => ({ seq: openedSeq, atMs: openedMs })

export function enter(course: Course, phase: OpenPhase, dueMs: number | null, vote: OpenVote | null = null) {
  happen(course, 'entered', { phase, dueMs, vote })
}

export function voteOf(course: Course, group: string, opensMs: number, windowMs: number): OpenVote {
  const { state, setting } = course
  const frozen = frozenGroup(state, group)
  const { members, weight } = eligibleIn(setting.books, frozen, frozenAt(state), state.juries)
  const jury = frozen.kind === 'jury' ? (state.juries[group] ?? []) : null
  const eligible = { members, weight: weight.toString() }
  return { group, opensMs, closesMs: opensMs + windowMs, extensions: 0, eligible, jury, ballots: 0 }
}

/** The first phase of a decision just opened. Phases follow each other by their deadlines, however late the clock looks. */
export function start(course: Course, fromMs: number) {
  const { advise } = course.state.rule
  if (advise === null) return decide(course, fromMs)
  const vote = voteOf(course, advise.group, fromMs, advise.windowMs)
  enter(course, 'advice', vote.closesMs, vote)
}

/** Advice is in, and answered where it had to be. */
export function decide(course: Course, fromMs: number) {
  const { group, process } = course.state.rule.decide
  if (process.kind === 'consent') return enter(course, 'consent', fromMs + process.windowMs)
  if (process.kind === 'vote') {
    const vote = voteOf(course, group, fromMs, process.windowMs)
    return enter(course, 'vote', vote.closesMs, vote)
  }
  if (course.state.approvals.length >= process.of) return passed(course, fromMs)
  enter(course, 'approvals', fromMs + process.windowMs)
}

/** It was decided to do it. */
export function passed(course: Course, fromMs: number) {
  const { veto } = course.state.rule
  if (veto === null) return notVetoed(course, fromMs)
  enter(course, 'veto', fromMs + veto.windowMs)
}

export function notVetoed(course: Course, fromMs: number) {
  const { delayMs } = course.state.rule
  if (delayMs === 0) return execute(course)
  enter(course, 'delay', fromMs + delayMs)
}

/** Done, or held up by a refusal that is published and can be asked again until it expires. */
export function execute(course: Course) {
  const { state, setting } = course
  const refusal = tryOut(course)
  if (refusal === null) return end(course, 'executed')
  happen(course, 'execution_refused', { code: refusal.code, reason: refusal.reason })
  if (state.phase !== 'blocked') enter(course, 'blocked', setting.now.atMs + state.rule.expiresMs)
}

/** Carries the act out within this entry; or why that is not possible, and nothing has happened. */
export function tryOut(course: Course) {
  const { state, setting } = course
  const { act, ranking } = chosen(state)
  const result = setting.carryOut({ state, act, ranking })
  if (!result.ok) return result.refusal
  happen(course, 'executed')
  course.events.push(...result.value.events)
  course.documents = { ...course.documents, ...result.value.documents }
  return null
}

/** The act as it was decided: of several payloads the one that won. */
function chosen({ act, result, against }: DecisionState) {
  const alternative = (result?.winner ?? 0) - 1
  const payload = act.alternatives?.[alternative] ?? act.payload
  const ranking = against === null ? (result?.ranking ?? null) : null
  return { act: { ...act, payload }, ranking }
}
