// What a move suggests: the least harmful first, as near to the hand as classes allow, and rules with the class's own groups.
import { describe, expect, test } from 'vitest'
import { type DecisionClass, firstClasses, type Preset, ruleAt, type Stage } from './classes.ts'
import { type Standing, suggested } from './suggest.ts'

const standing = (id: string, stage: Stage, consequence: number): Standing => ({ id, stage, consequence })
const moved = (standings: readonly Standing[], wanted: number) =>
  Object.fromEntries(suggested(standings, wanted))

describe('which classes move', () => {
  const three = [standing('rest', 0, 100), standing('small', 0, 10), standing('middle', 0, 40)]

  test('forward, the least harmful first', () => {
    expect(moved(three, 7)).toEqual({ rest: 0, small: 1, middle: 1 })
    expect(moved(three, 50)).toEqual({ rest: 2, small: 2, middle: 2 })
    expect(moved(three, 100)).toEqual({ rest: 4, small: 4, middle: 4 })
  })

  test('one class goes to the stage that is nearest, and never nowhere', () => {
    expect(moved([standing('all', 0, 10)], 38)).toEqual({ all: 2 })
    expect(moved([standing('all', 0, 10)], 30)).toEqual({ all: 1 })
    expect(moved([standing('all', 0, 10)], 3)).toEqual({ all: 1 })
  })

  test('back, the most harmful first', () => {
    const up = three.map(one => ({ ...one, stage: 2 as const }))
    expect(moved(up, 25)).toEqual({ rest: 1, small: 1, middle: 1 })
    expect(moved(up, 34)).toEqual({ rest: 1, small: 2, middle: 2 })
    expect(moved(up, 49)).toEqual({ rest: 1, small: 2, middle: 2 })
  })

  test('where all stand there already nothing moves', () => {
    expect(moved([standing('all', 2, 7)], 50)).toEqual({ all: 2 })
  })
})

const rule = (center: string, edge: string, pause: object | null = null) =>
  ({ center, edge, propose: edge, decide: { group: edge }, pause }) as unknown as DecisionClass['rule']
const presets: Preset[] = [
  { stage: 0, rule: { ...rule('team', 'community'), decide: { group: 'team' } } },
  { stage: 3, rule: rule('team', 'community', { group: 'council', ratifiedBy: 'community' }) },
]

test('a preset takes the groups of the rule that it replaces, and the body of that edge', () => {
  const own = rule('board', 'holders')
  expect(ruleAt(3, own, presets, [{ id: 'elders', kind: 'council', electedBy: 'holders' }])).toMatchObject({
    center: 'board',
    edge: 'holders',
    propose: 'holders',
    decide: { group: 'holders' },
    pause: { group: 'elders', ratifiedBy: 'holders' },
  })
  expect(ruleAt(3, own, presets, [])).toMatchObject({ pause: { group: 'council' } })
  expect(ruleAt(0, own, presets, [])).toMatchObject({ decide: { group: 'board' } })
})

test('a unit begins with its acts in classes by consequence, the last of which takes every act', () => {
  const type = (
    name: string,
    consequence: number,
    where: 'unit' | 'organization' | 'anywhere' = 'anywhere',
  ) => ({
    type: name,
    capability: name.split('.')[0] ?? '',
    summary: name,
    where,
    consequence,
    schema: {},
  })
  const types = [
    type('t.open', 10),
    type('t.move', 40),
    type('t.pay', 100),
    type('c.admit', 20, 'organization'),
  ]
  const names = { routine: 'Routine', ordinary: 'Ordinary', everything: 'Everything else' }
  expect(
    firstClasses(types, presets, names).map(({ id, filter, consequence }) => [id, filter.acts, consequence]),
  ).toEqual([
    ['routine', ['t.open'], 10],
    ['ordinary', ['t.move'], 40],
    ['everything', ['*'], 100],
  ])
  expect(firstClasses([], presets, names).map(({ id }) => id)).toEqual(['everything'])
})
