// Advice does not bind; deciding against it needs a published answer.
import { describe, expect, test } from 'vitest'
import {
  ada,
  ben,
  createTrial,
  day,
  everything,
  hour,
  m1,
  m2,
  m3,
  outsider,
  payment,
  start,
} from '../kernel/trial.ts'
import { presetRule } from '../stage/preset.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const decision = 'D-1'
const closes = start + 3 * day

/** A payment at Consulted that the community has been asked about. */
function asked(choices: readonly number[]) {
  const trial = createTrial()
  trial.move('finance', [everything(presetRule(1, sides))])
  trial.does(ada, payment(100), start)
  const people = [m1, m2, m3]
  choices.forEach((choice, i) => {
    trial.does(people[i] ?? '', { kind: 'ballot', decision, choice }, start + hour)
  })
  trial.tick(closes)
  return trial
}

const answer = (proceed: boolean) =>
  ({ kind: 'answer', decision, proceed, reason: 'It was promised before' }) as const

describe('advice', () => {
  test('given advice to do it, when its window ends, then it is done', () => {
    const trial = asked([0, 0, 1])
    expect(trial.decision(decision)).toMatchObject({
      phase: 'executed',
      advice: { passed: true, reason: 'passed' },
    })
    expect(trial.paid()).toEqual([100])
  })

  test('given that nobody gave any, then there is none to answer', () => {
    expect(asked([]).decision(decision)).toMatchObject({
      phase: 'executed',
      advice: { reason: 'no_ballots' },
    })
  })

  test.each([[[1, 1, 0]], [[0, 1]]])(
    'given %j, which is not for it, then it waits for an answer',
    choices => {
      const trial = asked(choices)
      expect(trial.decision(decision)).toMatchObject({ phase: 'answer', dueMs: closes + 7 * day })
      expect(trial.paid()).toEqual([])
    },
  )

  test('too few for a quorum are answered where they are against it, and only there', () => {
    const phaseAfter = (choice: number) => {
      const trial = createTrial()
      const { advise, ...rest } = presetRule(1, sides)
      if (!advise) throw new Error('the preset asks for advice')
      const vote = { ...advise.vote, quorum: '1/1' }
      trial.move('finance', [everything({ ...rest, advise: { ...advise, vote } })])
      trial.does(ada, payment(100), start)
      trial.does(m1, { kind: 'ballot', decision, choice }, start + hour)
      trial.tick(closes)
      return trial.decision(decision).phase
    }
    expect(phaseAfter(1)).toBe('answer')
    expect(phaseAfter(0)).toBe('executed')
  })

  test('an answer is given by those who decide, and going on is their approval', () => {
    const trial = asked([1])
    expect(trial.refuses(m1, answer(true), closes + hour).code).toBe('decision.not_in_group')
    expect(trial.does(ben, answer(true), closes + hour)).toMatchObject({ phase: 'executed' })
    expect(trial.decision(decision).answer).toEqual({
      person: ben,
      reason: 'It was promised before',
      atMs: closes + hour,
    })
    expect(trial.paid()).toEqual([100])
  })

  test('where two have to approve, an answer of the other is the second', () => {
    const trial = createTrial()
    const rule = presetRule(1, sides)
    const process = { kind: 'some', of: 2, windowMs: day } as const
    trial.move('finance', [everything({ ...rule, decide: { group: 'team', process } })])
    trial.does(ada, payment(100), start)
    trial.does(m1, { kind: 'ballot', decision, choice: 1 }, start)
    trial.tick(closes)
    expect(trial.does(ben, answer(true), closes)).toMatchObject({ phase: 'executed' })
    expect(trial.decision(decision).approvals.map(({ person }) => person)).toEqual([ada, ben])
  })

  test('an answer can also be to follow it', () => {
    const trial = asked([1])
    expect(trial.does(ada, answer(false), closes + hour)).toMatchObject({ phase: 'rejected' })
    expect(trial.paid()).toEqual([])
    expect(trial.refuses(ada, answer(true), closes + hour).code).toBe('decision.closed')
  })

  test('without an answer in its time the decision expires', () => {
    const trial = asked([1])
    const over = closes + 7 * day
    expect(trial.refuses(ada, answer(true), over).code).toBe('decision.window_over')
    expect(trial.tick(over)).toBe(1)
    expect(trial.decision(decision).phase).toBe('expired')
  })

  test('before the advice is in nothing can be answered, and only the edge advises', () => {
    const trial = createTrial()
    trial.move('finance', [everything(presetRule(1, sides))])
    trial.does(ada, payment(100), start)
    expect(trial.refuses(ada, answer(true), start + hour).code).toBe('decision.wrong_phase')
    expect(trial.refuses(outsider, { kind: 'ballot', decision, choice: 0 }, start + hour).code).toBe(
      'ballot.not_eligible',
    )
  })
})
