// Where people count by the head: four eyes, and silence as consent.
import { describe, expect, test } from 'vitest'
import { ada, ben, createTrial, day, everything, hour, m1, m2, m3, payment, start } from '../kernel/trial.ts'
import type { Process, Rule } from '../rule/rule.ts'
import { presetRule } from '../stage/preset.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const team = presetRule(0, sides)
const decision = 'D-1'
const windowMs = 2 * day

function decidedBy(group: string, process: Process, more: Partial<Rule> = {}) {
  const trial = createTrial()
  trial.move('finance', [everything({ ...team, decide: { group, process }, ...more })])
  trial.does(ada, payment(100), start)
  return trial
}

describe('some of a group', () => {
  const twoOf = (group: string, of = 2) => decidedBy(group, { kind: 'some', of, windowMs })

  test('given four eyes, the sender is one pair, and a second approval does it', () => {
    const trial = twoOf('team')
    expect(trial.decision(decision)).toMatchObject({ phase: 'approvals', dueMs: start + windowMs })
    expect(trial.refuses(ada, { kind: 'approve', decision }, start + hour).code).toBe('decision.already')
    expect(trial.refuses(m1, { kind: 'approve', decision }, start + hour).code).toBe('decision.not_in_group')
    expect(trial.does(ben, { kind: 'approve', decision }, start + hour)).toMatchObject({ phase: 'executed' })
    expect(trial.paid()).toEqual([100])
  })

  test('who is not of the group approves nothing by sending', () => {
    const trial = decidedBy('community', { kind: 'some', of: 7, windowMs }, { center: 'team' })
    expect(trial.decision(decision).approvals).toHaveLength(1)
    const other = createTrial()
    other.group({
      id: 'three',
      name: 'Three',
      kind: 'listed',
      members: [m1, m2, m3],
      weight: { by: 'person' },
    })
    other.move('finance', [
      everything({ ...team, decide: { group: 'three', process: { kind: 'some', of: 1, windowMs } } }),
    ])
    expect(other.does(ada, payment(100), start)).toMatchObject({ outcome: 'opened', phase: 'approvals' })
    expect(other.does(m2, { kind: 'approve', decision }, start)).toMatchObject({ phase: 'executed' })
  })

  test('it is rejected once so many decline that the rest does not suffice', () => {
    const trial = twoOf('team')
    const no = { kind: 'decline', decision, reason: 'Too much' } as const
    expect(trial.does(ben, no, start + hour)).toMatchObject({ phase: 'rejected' })
    const others = twoOf('community', 6)
    others.does(m1, no, start + hour)
    expect(others.does(m2, no, start + hour)).toMatchObject({ phase: 'approvals' })
    expect(others.refuses(m2, { kind: 'approve', decision }, start + hour).code).toBe('decision.already')
    expect(others.does(m3, no, start + hour)).toMatchObject({ phase: 'rejected' })
  })

  test('without enough approvals it expires, and an approval at the deadline is too late', () => {
    const trial = twoOf('team')
    expect(trial.refuses(ben, { kind: 'approve', decision }, start + windowMs).code).toBe(
      'decision.window_over',
    )
    trial.tick(start + windowMs)
    expect(trial.decision(decision).phase).toBe('expired')
    expect(trial.paid()).toEqual([])
  })

  test('more approvals than the group has people is refused when the act is sent', () => {
    const trial = createTrial()
    trial.move('finance', [
      everything({ ...team, decide: { group: 'team', process: { kind: 'some', of: 3, windowMs } } }),
    ])
    expect(trial.refuses(ada, payment(1), start)).toMatchObject({
      code: 'group.too_few',
      facts: { needs: 3, has: 2 },
    })
  })
})

describe('consent', () => {
  const consent = () => decidedBy('community', { kind: 'consent', windowMs, objections: 2 })
  const no = { kind: 'object', decision, reason: 'Not like this' } as const

  test('given fewer objections than it takes, it passes when the window ends', () => {
    const trial = consent()
    trial.does(m1, no, start + hour)
    expect(trial.refuses(m1, no, start + hour).code).toBe('decision.already')
    expect(trial.tick(start + windowMs - 1)).toBe(0)
    expect(trial.tick(start + windowMs)).toBe(1)
    expect(trial.decision(decision)).toMatchObject({ phase: 'executed', objections: [{ person: m1 }] })
  })

  test('given as many as it takes, it is rejected at once', () => {
    const trial = consent()
    trial.does(m1, no, start + hour)
    expect(trial.does(m2, no, start + hour)).toMatchObject({ phase: 'rejected' })
    expect(trial.paid()).toEqual([])
  })

  test('an objection at the deadline is too late, whether or not the clock has looked', () => {
    const trial = consent()
    trial.does(m1, no, start + hour)
    expect(trial.refuses(m2, no, start + windowMs).code).toBe('decision.window_over')
  })
})
