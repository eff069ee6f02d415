// Carrying out what was decided: as things then stand, refused with its reason, asked again, or expired.
import { describe, expect, test } from 'vitest'
import { act, ada, ben, createTrial, day, everything, hour, m1, payment, start } from '../kernel/trial.ts'
import { presetRule } from '../stage/preset.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const decision = 'D-1'
const due = start + day

/** A payment of 800 out of 1,000 that waits a day, in which 500 go elsewhere. */
function blocked() {
  const trial = createTrial()
  trial.move('finance', [everything({ ...presetRule(0, sides), delayMs: day, expiresMs: 10 * day })])
  trial.does(ada, payment(800), start)
  trial.does(ada, payment(500, 'operations'), start + hour)
  trial.tick(due)
  return trial
}

describe('an execution that is refused', () => {
  test('blocks the decision and says why', () => {
    expect(blocked().decision(decision)).toMatchObject({
      phase: 'blocked',
      dueMs: due + 10 * day,
      refusal: { code: 'purse.empty' },
    })
  })

  test('can be asked for again by whoever proposes, and appends nothing while it is refused', () => {
    const trial = blocked()
    const before = trial.entries.length
    expect(trial.refuses(ben, { kind: 'retry', decision }, due + hour).code).toBe('purse.empty')
    expect(trial.refuses(m1, { kind: 'retry', decision }, due + hour).code).toBe('decision.not_in_group')
    expect(trial.entries.length).toBe(before)
    trial.does(ada, act('purse.fill', 'operations', { amount: 400 }), due + hour)
    expect(trial.does(ben, { kind: 'retry', decision }, due + hour)).toMatchObject({ phase: 'executed' })
    expect(trial.decision(decision).refusal).toBeNull()
    expect(trial.paid()).toEqual([500, 800])
  })

  test('expires', () => {
    const trial = blocked()
    expect(trial.refuses(ada, { kind: 'retry', decision }, due + 10 * day).code).toBe('decision.window_over')
    trial.tick(due + 10 * day)
    expect(trial.decision(decision)).toMatchObject({ phase: 'expired', closedMs: due + 10 * day })
    expect(trial.books.stream('decisions')).toEqual({ last: 1, open: 0, openBy: {} })
  })

  test('is carried out once', () => {
    const trial = createTrial()
    trial.move('finance', [everything({ ...presetRule(0, sides), delayMs: day })])
    trial.does(ada, payment(100), start)
    expect(trial.tick(due)).toBe(1)
    expect(trial.tick(due)).toBe(0)
    expect(trial.refuses(null, { kind: 'advance', decision }, due).code).toBe('decision.closed')
    expect(trial.refuses(ada, { kind: 'retry', decision }, due).code).toBe('decision.closed')
    expect(trial.paid()).toEqual([100])
  })

  test('a decision that nobody knows is refused', () => {
    expect(createTrial().refuses(null, { kind: 'advance', decision: 'D-9' }, start).code).toBe(
      'decision.unknown',
    )
  })
})
