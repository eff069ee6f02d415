// A jury is drawn for each decision by a public value, anybody can draw it again, and whoever is drawn comes in person.
import { describe, expect, test } from 'vitest'
import { drawJury } from '../group/jury.ts'
import {
  act,
  ada,
  ben,
  createTrial,
  day,
  everything,
  hour,
  members,
  outsider,
  payment,
  start,
} from '../kernel/trial.ts'
import type { Group } from '../rule/group.ts'
import { majority, presetRule } from '../stage/preset.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const draw = 'ab'.repeat(32)
const jury: Group = {
  id: 'jury',
  name: 'Jury',
  kind: 'jury',
  size: 3,
  pool: 'community',
  weight: { by: 'person' },
}
const process = { kind: 'vote', windowMs: 5 * day, vote: majority('0/1') } as const
const judged = { ...presetRule(3, sides), pause: null, delayMs: 0, decide: { group: 'jury', process } }

function opened(value: string | null = draw) {
  const trial = createTrial({ draw: () => value })
  trial.does(ada, act('rule.set_group', 'organization', { group: { ...jury } }), start)
  trial.move('finance', [everything(judged)])
  return trial
}

describe('a jury', () => {
  test('is drawn at the opening, and the draw stands in the decision', () => {
    const trial = opened()
    trial.does(ada, payment(100), start)
    const { juries, vote, draw: by, stage } = trial.decision('D-1')
    const everybody = [ada, ben, ...members]
    expect(juries.jury).toEqual(drawJury(draw, 'D-1 jury', everybody, 3))
    expect(vote).toMatchObject({ jury: juries.jury, eligible: { members: 3, weight: '3' } })
    expect([by, stage]).toEqual([draw, 3])
    trial.has('member', outsider, 1n, start + hour)
    trial.does(ada, payment(100), start + hour)
    expect(trial.decision('D-2').juries.jury).not.toEqual(juries.jury)
  })

  test('votes in person: others have no ballot, and hand none on', () => {
    const trial = opened()
    trial.does(ada, payment(100), start)
    const [first = '', second = '', third = ''] = trial.decision('D-1').juries.jury ?? []
    const other = [ada, ben, ...members].find(person => ![first, second, third].includes(person)) ?? ''
    const ballot = (choice: number) => ({ kind: 'ballot', decision: 'D-1', choice }) as const
    trial.does(second, { kind: 'delegate', to: first, scope: { kind: 'everything' } }, start)
    trial.does(third, { kind: 'delegate', to: first, scope: { kind: 'everything' } }, start)
    expect(trial.refuses(other, ballot(0), start).code).toBe('ballot.not_eligible')
    trial.does(first, ballot(0), start)
    trial.tick(start + 5 * day)
    expect(trial.decision('D-1').result).toMatchObject({ passed: true, scores: ['1', '0'] })
  })

  test('is not drawn without a public value', () => {
    expect(opened(null).refuses(ada, payment(100), start)).toMatchObject({
      code: 'group.no_draw',
      facts: { group: 'jury' },
    })
  })

  test('lasts for one decision, so that it can neither propose nor be the edge', () => {
    const trial = opened()
    for (const rule of [
      { ...judged, propose: 'jury' },
      { ...judged, edge: 'jury' },
    ]) {
      const asked = act('rule.move', 'operations', { unit: 'operations', classes: [everything(rule)] })
      expect(trial.refuses(ada, asked, start).code).toBe('group.jury_cannot')
    }
  })
})
