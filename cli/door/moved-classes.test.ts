// What `move` makes of a unit's classes: the rule of the stage, the groups that were there.
import { type DecisionClass, presetRule, stageOf, stages } from '@equalizer/core'
import { expect, test } from 'vitest'
import { type Moving, movedClasses } from './moved-classes.ts'

const presets = stages.map(stage => ({
  stage,
  rule: presetRule(stage, { center: 'team', edge: 'community', council: 'council' }),
}))
const classOf = (id: string, center: string): DecisionClass => ({
  id,
  name: id,
  filter: { acts: ['*'], where: [] },
  consequence: 10,
  rule: presetRule(0, { center, edge: 'makers', council: 'elders' }),
})
const own = [classOf('small', 'leads'), classOf('large', 'board')]
const moving: Moving = {
  unit: 'finance',
  classes: own,
  organization: [classOf('people', 'team'), classOf('everything', 'team')],
  stage: 2,
  presets,
  groups: {},
}

test('each class keeps its groups and reaches the stage', () => {
  const after = movedClasses(moving)
  expect(after.map(({ rule }) => [rule.veto?.group, rule.decide.group])).toEqual([
    ['leads', 'makers'],
    ['board', 'makers'],
  ])
})

test('one class alone', () => {
  const [small, large] = movedClasses({ ...moving, only: 'small' })
  expect(small?.rule.veto).not.toBeNull()
  expect(large).toEqual(own[1])
})

test('a unit without rules begins with the organization’s last class', () => {
  expect(movedClasses({ ...moving, classes: [] }).map(({ id }) => id)).toEqual(['everything'])
})

test('groups that are named take the place of those', () => {
  const groups = { center: 'c', edge: 'e', council: 'jury' }
  const [small] = movedClasses({ ...moving, stage: 3, groups })
  expect(small?.rule.pause).toMatchObject({ group: 'jury', ratifiedBy: 'e' })
  expect(small?.rule.decide.group).toBe('e')
  expect(small?.rule.center).toBe('c')
})

test('a class that is not there is wrong use', () => {
  expect(() => movedClasses({ ...moving, only: 'huge' })).toThrow('There are small, large.')
})

test('every preset comes out as its own stage', () => {
  const jury = {
    id: 'council',
    name: 'C',
    weight: { by: 'person' },
    kind: 'jury',
    size: 3,
    pool: 'makers',
  } as const
  const everyone = { name: 'M', weight: { by: 'person' }, kind: 'everyone' } as const
  const role = { name: 'L', weight: { by: 'person' }, kind: 'role', role: 'lead' } as const
  const groups = {
    council: jury,
    makers: { ...everyone, id: 'makers' },
    leads: { ...role, id: 'leads' },
    board: { ...role, id: 'board' },
  }
  for (const stage of stages) {
    for (const { rule } of movedClasses({ ...moving, stage })) expect(stageOf(rule, groups).stage).toBe(stage)
  }
})
