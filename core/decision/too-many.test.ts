// How many decisions can be open at a time: of all, and of one person, so that one alone stops nobody else.
import { expect, test } from 'vitest'
import { createTrial, day, everything, m1, m2, payment, start } from '../kernel/trial.ts'
import { limits } from '../limits.ts'
import { presetRule } from '../stage/preset.ts'

test('one person opens only so many, others still theirs, and the first again once they are over', () => {
  const trial = createTrial()
  trial.move('finance', [
    everything(presetRule(3, { center: 'team', edge: 'community', council: 'council' })),
  ])
  for (let i = 0; i < limits.openDecisionsPerPerson; i += 1) trial.does(m1, payment(1), start)
  expect(trial.refuses(m1, payment(1), start)).toMatchObject({
    code: 'decision.too_many_open',
    facts: { person: m1, atMost: limits.openDecisionsPerPerson },
  })
  expect(trial.does(m2, payment(1), start).outcome).toBe('opened')
  trial.does(m1, { kind: 'cancel', decision: 'D-1', reason: 'Enough' }, start)
  expect(trial.does(m1, payment(1), start).outcome).toBe('opened')
  trial.tick(start + 6 * day)
  expect(trial.books.stream('decisions')).toMatchObject({ open: 0, openBy: {} })
})
