// What a form says before it is sent is what then happens.
import { expect, test } from 'vitest'
import { presetRule } from '../stage/preset.ts'
import { createKernel } from './create-kernel.ts'
import { act, ada, createTrial, day, everything, m1, outsider, payment, purse, start } from './trial.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const kernel = createKernel([purse])
const steps = [
  [],
  [
    { phase: 'advice', group: 'community', ms: 3 * day },
    { phase: 'answer', group: 'team', ms: 7 * day },
  ],
  [
    { phase: 'vote', group: 'community', ms: 5 * day },
    { phase: 'veto', group: 'team', ms: 2 * day },
  ],
  [
    { phase: 'vote', group: 'community', ms: 5 * day },
    { phase: 'delay', group: null, ms: day },
    { phase: 'paused', group: 'council', ms: 14 * day },
  ],
  [
    { phase: 'vote', group: 'community', ms: 5 * day },
    { phase: 'delay', group: null, ms: day },
  ],
]

test.each([0, 1, 2, 3, 4] as const)('at stage %i', stage => {
  const trial = createTrial()
  if (stage > 0) trial.move('finance', [everything(presetRule(stage, sides))])
  const before = trial.entries.length
  const foreseen = kernel.foresee(payment(100), ada, trial.books, trial.now(start))
  expect(foreseen).toEqual({
    ok: true,
    value: {
      class: 'everything',
      stage,
      outcome: stage === 0 ? 'executed' : 'opened',
      isMove: false,
      direction: null,
      steps: steps[stage],
    },
  })
  expect(trial.entries.length).toBe(before)
  expect(trial.does(ada, payment(100), start).outcome).toBe(foreseen.ok ? foreseen.value.outcome : '')
})

test('a refusal is foreseen too, and a move says which way it goes', () => {
  const trial = createTrial()
  trial.move('finance', [everything(presetRule(2, sides))])
  const ask = (command: Parameters<typeof kernel.foresee>[0], by: string) =>
    kernel.foresee(command, by, trial.books, trial.now(start))
  expect(ask(payment(1), outsider)).toMatchObject({ ok: false, refusal: { code: 'act.not_yours' } })
  expect(ask({ kind: 'approve', decision: 'D-1' }, ada)).toMatchObject({ ok: false })
  const move = (stage: 0 | 3) =>
    act('rule.move', 'finance', { unit: 'finance', classes: [everything(presetRule(stage, sides))] })
  expect(ask(move(3), m1)).toMatchObject({ value: { isMove: true, direction: 'forward', outcome: 'opened' } })
  expect(ask(move(0), m1)).toMatchObject({ value: { isMove: true, direction: 'back' } })
})

test('the vote that is open can be counted and one’s own weight in it told', () => {
  const trial = createTrial()
  trial.move('finance', [everything(presetRule(2, sides))])
  trial.does(m1, payment(100), start)
  trial.does(m1, { kind: 'ballot', decision: 'D-1', choice: 0 }, start)
  const state = trial.decision('D-1')
  expect(kernel.soFar(state, trial.books, trial.now(start))).toMatchObject({
    scores: ['1', '0'],
    reason: 'no_quorum',
  })
  expect(kernel.weightIn(state, ada, trial.books)).toBe(1n)
  expect(kernel.weightIn(state, outsider, trial.books)).toBe(0n)
  trial.tick(start + 9 * day)
  expect(kernel.soFar(trial.decision('D-1'), trial.books, trial.now(start))).toBeNull()
})
