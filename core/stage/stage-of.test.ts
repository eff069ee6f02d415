// Every clause of the computed stage: who can make an act happen, and who can stop it.
import { describe, expect, test } from 'vitest'
import type { Group } from '../rule/group.ts'
import { type Rule, ruleSchema } from '../rule/rule.ts'
import { position, shownPosition } from './position.ts'
import { majority, presetRule, supermajority } from './preset.ts'
import { stages } from './stage.ts'
import { stageOf } from './stage-of.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const person = { by: 'person' } as const
const common = (id: string) => ({ id, name: id, weight: person })
const council = (id: string, electedBy: string): Group => ({
  ...common(id),
  kind: 'council',
  seats: 3,
  termMs: 1_000,
  electedBy,
})
const listed = (id: string, members: string[]): Group => ({ ...common(id), kind: 'listed', members })
const groups: Record<string, Group> = Object.fromEntries(
  [
    { ...common('team'), kind: 'role' as const, role: 'steward' },
    { ...common('team_again'), kind: 'role' as const, role: 'steward' },
    { ...common('leads'), kind: 'role' as const, role: 'lead' },
    { ...common('community'), kind: 'everyone' as const },
    council('council', 'community'),
    council('board', 'team'),
    council('inner', 'council'),
    council('round', 'turn'),
    council('turn', 'round'),
    { ...common('jury'), kind: 'jury' as const, size: 5, pool: 'community' },
    { ...common('panel'), kind: 'jury' as const, size: 5, pool: 'team' },
    listed('office', ['p-aaaa', 'p-bbbb']),
    listed('desk', ['p-bbbb']),
    listed('pod', ['p-bbbb', 'p-cccc']),
  ].map(group => [group.id, group]),
)

const rule = (stage: 0 | 1 | 2 | 3 | 4, more: Partial<Rule> = {}) => ({
  ...presetRule(stage, sides),
  ...more,
})
const of = (given: Rule) => stageOf(given, groups).stage
const vote = { kind: 'vote', windowMs: 1, vote: majority('0/1') } as const
const veto = (group: string) => ({ group, windowMs: 1, needs: 1 })
const pausing = (group: string, ratifiedBy = 'community'): Rule['pause'] => ({
  group,
  needs: 1,
  lapsesMs: 1,
  ratifiedBy,
  vote: majority('0/1'),
})

test.each(stages)('the preset of stage %i is computed to be that, and is a valid rule', stage => {
  expect(of(presetRule(stage, sides))).toBe(stage)
  expect(ruleSchema.parse(presetRule(stage, sides))).toEqual(presetRule(stage, sides))
})

describe('the center decides', () => {
  test.each([
    ['the center itself', 'team'],
    ['the same role by another name', 'team_again'],
    ['a council of the center', 'board'],
    ['a jury of the center', 'panel'],
    ['a group that is neither', 'leads'],
    ['councils that elect each other', 'round'],
    ['a group that is not there', 'constructor'],
  ])('where %s does', (_, group) => {
    expect(of(rule(4, { decide: { group, process: vote } }))).toBe(0)
  })

  test('where the edge is the center, or lies within its list', () => {
    expect(of(rule(4, { edge: 'team', decide: { group: 'team', process: vote } }))).toBe(0)
    const listedRule = (edge: string) =>
      rule(4, { center: 'office', edge, propose: edge, decide: { group: edge, process: vote } })
    expect(of(listedRule('desk'))).toBe(0)
    expect(of(listedRule('pod'))).toBe(3)
    expect(of(rule(4, { edge: 'board', decide: { group: 'board', process: vote } }))).toBe(0)
  })

  test('and is Consulted only where it is the edge that advises', () => {
    const { advise } = rule(1)
    if (!advise) throw new Error('the preset asks for advice')
    expect(of(rule(1, { advise: { ...advise, group: 'jury' } }))).toBe(1)
    for (const group of ['team', 'board', 'leads']) {
      expect(of(rule(1, { advise: { ...advise, group } }))).toBe(0)
    }
  })

  test('and a veto of the edge makes it no more than that', () => {
    expect(of(rule(0, { veto: veto('community') }))).toBe(0)
  })
})

describe('the edge decides', () => {
  test.each(['community', 'council', 'inner', 'jury'])('through %s', group => {
    expect(of(rule(4, { decide: { group, process: vote } }))).toBe(4)
  })

  test.each([
    ['a veto of the center', { veto: veto('team') }],
    ['a veto of anybody', { veto: veto('council') }],
    ['a pause by the center', { pause: pausing('team') }],
    ['a pause by a group that is neither elected nor drawn', { pause: pausing('community') }],
    ['a pause by a council of the center', { pause: pausing('board') }],
    ['a pause that the center can make final', { pause: pausing('council', 'team') }],
    ['that only the center proposes', { propose: 'team' }],
  ] as [string, Partial<Rule>][])('%s keeps it at Shared', (_, more) => {
    expect(of(rule(4, more))).toBe(2)
    expect(of(rule(3, more))).toBe(2)
  })

  test.each(['council', 'jury', 'inner'])('a pause by %s that the edge may ratify is Community', group => {
    expect(of(rule(4, { pause: pausing(group) }))).toBe(3)
  })

  test('and is Autonomous only where the edge alone changes the rule, by a supermajority with a quorum', () => {
    const { change } = rule(4)
    if (!change) throw new Error('the preset reserves the change')
    const by = (more: Partial<typeof change>) => stageOf(rule(4, { change: { ...change, ...more } }), groups)
    expect(by({ vote: supermajority('1/100') }).stage).toBe(4)
    expect(by({ vote: { ...supermajority('1/3'), threshold: '3/4' } }).stage).toBe(4)
    expect(by({ vote: { ...supermajority('1/3'), threshold: '65/100' } })).toMatchObject({
      stage: 3,
      because: ['edge_decides', 'change_without_supermajority'],
    })
    expect(by({ vote: supermajority('0/1') }).stage).toBe(3)
    expect(by({ vote: { ...supermajority('1/3'), method: 'approval' } }).stage).toBe(3)
    expect(by({ group: 'council' }).stage).toBe(3)
    expect(stageOf(rule(4, { change: null }), groups)).toEqual({
      stage: 3,
      because: ['edge_decides', 'change_not_reserved'],
    })
  })
})

describe('a unit’s position', () => {
  const one = (stage: 0 | 1 | 2 | 3 | 4, consequence: number) => ({
    id: `at${stage}`,
    name: 'A class',
    filter: { acts: ['*'], where: [] },
    consequence,
    rule: rule(stage),
  })

  test('weighs the stages of its classes by their consequence, exactly', () => {
    expect(position([one(4, 1), one(0, 2)], groups)).toEqual({ numerator: 100n, denominator: 3n })
    expect(shownPosition([one(4, 1), one(0, 2)], groups)).toBe(33)
    expect(shownPosition([one(0, 7)], groups)).toBe(0)
    expect(shownPosition([one(4, 7)], groups)).toBe(100)
  })

  test('is shown as a whole number, halves up', () => {
    expect(shownPosition([one(1, 1), one(0, 1)], groups)).toBe(13)
    expect(shownPosition([one(1, 49), one(0, 51)], groups)).toBe(12)
  })
})
