// The line of a decision's steps: what is over, now, ahead, and what a pause or a veto does to it.
import { expect, test } from 'vitest'
import { courseOf } from './course.ts'

const day = 86_400_000
const at = (days: number) => new Date(Date.UTC(2026, 10, 20) + days * day).toISOString()
const step = (phase: 'advice' | 'answer' | 'approvals' | 'vote' | 'veto' | 'delay', days: number) => ({
  phase,
  group: 'g',
  groupName: phase === 'veto' ? 'Team' : 'Community',
  ms: days * day,
})
const entered = (seq: number, phase: string, days: number) => ({
  seq,
  at: at(days),
  by: null,
  event: 'decision.entered',
  data: { phase },
})
const shared = {
  steps: [step('vote', 5), step('veto', 2), step('delay', 1)],
  opened: at(0),
  closed: null,
  approvals: [],
  approvalsNeeded: 0,
}
const said = (decision: Parameters<typeof courseOf>[0]) =>
  courseOf(decision).map(one => `${one.phase} ${one.state} ${one.at?.slice(5, 10) ?? '–'}`)

test('a vote that is going on ends at its deadline, and what follows begins about when it ends', () => {
  const decision = { ...shared, phase: 'vote' as const, due: at(5), timeline: [entered(1, 'vote', 0)] }
  expect(said(decision)).toEqual([
    'opened done 11-20',
    'vote now 11-25',
    'veto ahead 11-25',
    'delay ahead 11-27',
    'executed ahead 11-28',
  ])
})

test('an answer to advice is a step only once it is due', () => {
  const steps = [step('advice', 3), step('answer', 7), ...shared.steps]
  const first = {
    ...shared,
    steps,
    phase: 'advice' as const,
    due: at(3),
    timeline: [entered(1, 'advice', 0)],
  }
  expect(said(first)).toContain('vote ahead 11-23')
  expect(said(first).join()).not.toContain('answer')
  const timeline = [entered(1, 'advice', 0), entered(2, 'answer', 3)]
  expect(said({ ...first, phase: 'answer', due: at(10), timeline })[2]).toBe('answer now 11-30')
})

test('a pause stands between the vote that it halted and the rest of that vote, whose time nobody knows', () => {
  const timeline = [entered(1, 'vote', 0), entered(2, 'paused', 2)]
  expect(said({ ...shared, phase: 'paused', due: at(16), timeline })).toEqual([
    'opened done 11-20',
    'vote done 11-20',
    'paused now 12-06',
    'vote ahead –',
    'veto ahead –',
    'delay ahead –',
    'executed ahead –',
  ])
  const lapsed = [...timeline, entered(3, 'vote', 16)]
  expect(said({ ...shared, phase: 'vote', due: at(19), timeline: lapsed }).slice(1, 3)).toEqual([
    'paused done 11-22',
    'vote now 12-09',
  ])
})

test('one that is over shows what it went through and how it ended', () => {
  const timeline = [entered(1, 'vote', 0), entered(2, 'veto', 5)]
  const vetoed = { ...shared, phase: 'vetoed' as const, due: null, closed: at(6), timeline }
  expect(said(vetoed)).toEqual([
    'opened done 11-20',
    'vote done 11-20',
    'veto done 11-25',
    'vetoed stopped 11-26',
  ])
  expect(said({ ...vetoed, phase: 'executed' }).at(-1)).toBe('executed done 11-26')
})

test('what was held up can only be tried again', () => {
  const timeline = [entered(1, 'vote', 0), entered(2, 'blocked', 5)]
  const blocked = { ...shared, phase: 'blocked' as const, due: at(35), timeline }
  expect(said(blocked).slice(2)).toEqual(['blocked now 12-25', 'executed ahead –'])
})

test('nobody has to approve where proposing was approval enough', () => {
  const steps = [step('advice', 3), step('approvals', 5)]
  const timeline = [entered(1, 'advice', 0)]
  const advised = { ...shared, steps, phase: 'advice' as const, due: at(3), timeline, approvalsNeeded: 1 }
  const person = { id: 'p-abcd', name: 'Ada', you: false, member: true, roles: [] }
  expect(said(advised)).toContain('approvals ahead 11-23')
  expect(said({ ...advised, approvals: [{ person, at: at(0) }] }).at(-1)).toBe('executed ahead 11-23')
  expect(said({ ...advised, approvals: [{ person, at: at(0) }] })).toHaveLength(3)
})
