// What needs nobody else is done at once: one entry that holds the command with its class and stage, and what came of it.
import { describe, expect, test } from 'vitest'
import { act, ada, createTrial, m1, outsider, payment, start } from './trial.ts'

describe('at Team', () => {
  test('given a steward, when they pay, then it is paid in one entry', () => {
    const trial = createTrial()
    const before = trial.entries.length
    expect(trial.does(ada, payment(100), start)).toEqual({ outcome: 'executed' })
    expect(trial.entries.slice(before)).toEqual([
      {
        seq: before,
        atMs: start,
        by: ada,
        command: {
          kind: 'act',
          act: { type: 'purse.pay', unit: 'finance', payload: { amount: 100, to: 'somebody' } },
          class: 'everything',
          stage: 0,
        },
        events: [{ stream: 'purse', type: 'purse.paid', data: { amount: 100 } }],
      },
    ])
  })

  test('given somebody else, when they pay, then it is refused and nothing is appended', () => {
    const trial = createTrial()
    const before = trial.entries.length
    for (const by of [m1, outsider]) expect(trial.refuses(by, payment(1), start).code).toBe('act.not_yours')
    expect(trial.entries.length).toBe(before)
  })

  test('what cannot be carried out is refused with the reason of whoever cannot', () => {
    const trial = createTrial()
    expect(trial.refuses(ada, payment(5_000), start)).toMatchObject({
      code: 'purse.empty',
      facts: { amount: 5_000, left: 1_000 },
    })
  })

  test('an act that is not there, or does not say what it needs to, is refused', () => {
    const trial = createTrial()
    const codeOf = (type: string, payload: object) =>
      trial.refuses(ada, act(type, 'finance', payload), start).code
    expect(codeOf('purse.burn', {})).toBe('act.unknown')
    expect(codeOf('constructor.call', {})).toBe('act.unknown')
    expect(codeOf('purse.pay', { amount: -1 })).toBe('act.bad_payload')
    expect(codeOf('purse.pay', { amount: Number.NaN })).toBe('act.bad_payload')
    expect(codeOf('purse.pay', { amount: 1, more: 1 })).toBe('act.bad_payload')
    expect(codeOf('purse.pay', JSON.parse('{"__proto__":{"amount":1}}'))).toBe('act.bad_payload')
  })
})
