// What needs nobody else is done at once: one entry that holds the command with its class and stage, and what came of it.
import { describe, expect, test } from 'vitest'
import type { Capability } from '../capability.ts'
import { presetRule } from '../stage/preset.ts'
import { createKernel } from './create-kernel.ts'
import { createLedger } from './ledger.ts'
import { act, ada, createTrial, everything, m1, outsider, payment, purse, start } from './trial.ts'

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

  test('a unit without classes is decided like the last class of the organization, and no other of it', () => {
    const trial = createTrial()
    const sides = { center: 'team', edge: 'community', council: 'council' }
    const small = { acts: ['purse.pay'], where: [{ field: 'amount', atMost: '50' }] }
    trial.move('organization', [
      { ...everything(presetRule(3, sides)), id: 'small', filter: small },
      everything(presetRule(0, sides)),
    ])
    expect(trial.does(ada, payment(10), start)).toEqual({ outcome: 'executed' })
    expect(trial.does(ada, payment(10, 'organization'), start)).toMatchObject({ outcome: 'opened' })
  })

  test('what writes on streams that are not its own is broken, and nothing is appended', () => {
    const stranger: Capability = {
      ...purse,
      name: 'stranger',
      streams: [],
      grants: false,
      acts: purse.acts.map(one => ({ ...one, type: one.type.replace('purse', 'stranger') })),
    }
    const ledger = createLedger(createKernel([purse, stranger]))
    ledger.found({ stewards: [ada], draws: null }, start)
    const write = (type: string, payload: object) => () =>
      ledger.send(act(type, 'finance', payload), ada, start)
    expect(write('stranger.pay', { amount: 1 })).toThrow(/not its own/)
    expect(write('stranger.give', { key: 'member', person: m1, amount: '1' })).toThrow(/not its own/)
    expect(ledger.entries).toHaveLength(1)
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
