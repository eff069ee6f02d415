// Who is in a group that is told by what people have.
import { expect, test } from 'vitest'
import { createTrial, everything, m1, m2, outsider, payment, start } from '../kernel/trial.ts'
import { presetRule } from '../stage/preset.ts'

test.each([
  ['balance', { kind: 'balance', asset: 'GOV' }, 'asset:GOV'],
  ['score', { kind: 'score', score: 'work' }, 'score:work'],
] as const)(
  'a %s of at least 0 is held by those who have some, and not by the whole world',
  (_, kind, key) => {
    const trial = createTrial()
    trial.group({ id: 'holders', name: 'Holders', atLeast: '0', weight: { by: 'person' }, ...kind })
    trial.has(key, m1, 1n)
    trial.move('finance', [
      everything(presetRule(2, { center: 'team', edge: 'holders', council: 'council' })),
    ])
    for (const by of [m2, outsider]) expect(trial.refuses(by, payment(1), start).code).toBe('act.not_yours')
    trial.does(m1, payment(1), start)
    const ballot = { kind: 'ballot', decision: 'D-1', choice: 0 } as const
    for (const by of [m2, outsider]) expect(trial.refuses(by, ballot, start).code).toBe('ballot.not_eligible')
    expect(trial.does(m1, ballot, start).outcome).toBe('taken')
  },
)
