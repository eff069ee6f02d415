// Ways to have the slider stand higher than the power does: each must be refused, or decided by those whom it deceives.
import { describe, expect, test } from 'vitest'
import { act, ada, ben, createTrial, day, everything, m1, m2, start } from '../kernel/trial.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group } from '../rule/group.ts'
import type { Rule } from '../rule/rule.ts'
import { rulesIn, unitRules } from '../rule/rules.ts'
import { shownPosition } from '../stage/position.ts'
import { majority, presetRule } from '../stage/preset.ts'
import type { Stage } from '../stage/stage.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const of = (stage: Stage) => everything(presetRule(stage, sides))
const move = (classes: readonly DecisionClass[]) =>
  act('rule.move', 'finance', { unit: 'finance', classes: JSON.parse(JSON.stringify(classes)) })
const only = (id: string, stage: Stage, filter: Partial<DecisionClass['filter']>, consequence = 1_000) => ({
  ...of(stage),
  id,
  consequence,
  filter: { acts: ['*'], where: [], ...filter },
})

describe('a class that no act is ever of', () => {
  test.each([
    ['behind one that takes every act', [of(0), only('decoy', 4, {})]],
    [
      'behind two that take its acts between them',
      [only('a', 0, { acts: ['purse.pay'] }, 1), only('b', 0, { acts: ['purse.fill'] }, 1)].concat(
        only('decoy', 4, { acts: ['purse.fill', 'purse.pay'] }),
        of(0),
      ),
    ],
    ['of acts that change rules alone', [only('decoy', 4, { acts: ['rule.*'] }), of(0)]],
    [
      'with conditions that cannot both hold',
      [
        only('decoy', 4, {
          where: [
            { field: 'amount', atMost: '5' },
            { field: 'amount', moreThan: '5' },
          ],
        }),
        of(0),
      ],
    ],
  ])('%s does not stand among the rules', (_, classes) => {
    expect(createTrial().refuses(ada, move(classes), start)).toMatchObject({
      code: 'rule.class_idle',
      facts: { class: 'decoy' },
    })
  })

  test('one that shares its acts with those before it stays', () => {
    const trial = createTrial()
    const classes = [only('small', 0, { where: [{ field: 'amount', atMost: '5' }] }), of(0)]
    expect(trial.does(ada, move(classes), start).outcome).toBe('executed')
  })
})

describe('what the classes are weighed by', () => {
  const weighed = (weight: number, stage: Stage = 3) => [
    only('fill', stage, { acts: ['purse.fill'] }, 100),
    { ...of(0), consequence: weight },
  ]

  test('the team does not make its own class light without those of the highest', () => {
    const trial = createTrial()
    trial.move('finance', weighed(100))
    expect(trial.does(ada, move(weighed(1)), start)).toMatchObject({ outcome: 'opened', phase: 'vote' })
    const rules = rulesIn(trial.books.stream('rules'))
    if (!rules) throw new Error('not founded')
    expect(shownPosition(unitRules(rules, 'finance').classes, rules.groups)).toBe(38)
    expect(trial.decision('D-1').rule).toMatchObject({
      decide: { group: 'community' },
      veto: { group: 'team' },
    })
  })

  test('where the team decides all of it, so it does this', () => {
    const trial = createTrial()
    trial.move('finance', weighed(100, 0))
    expect(trial.does(ada, move(weighed(1, 0)), start).outcome).toBe('executed')
  })
})

describe('an edge that has control already', () => {
  const alone = (rule: Rule): Rule => ({
    ...rule,
    delayMs: 0,
    decide: { group: rule.edge, process: { kind: 'some', of: 1, windowMs: 1 } },
  })
  const listed = (id: string, members: readonly string[]): Group => ({
    id,
    name: id,
    kind: 'listed',
    members: [...members],
    weight: { by: 'person' },
  })

  test('sides are not swapped', () => {
    const swapped = alone(presetRule(4, { center: 'community', edge: 'team', council: 'council' }))
    expect(createTrial().refuses(ada, move([everything(swapped)]), start)).toMatchObject({
      code: 'group.same_people',
      facts: { group: 'team', class: 'everything' },
    })
  })

  test('the center is not first renamed to somebody else', () => {
    const trial = createTrial()
    trial.group(listed('nobody', [m1]))
    trial.move('finance', [everything({ ...presetRule(0, sides), center: 'nobody' })])
    const rule = alone(presetRule(4, { center: 'nobody', edge: 'team', council: 'council' }))
    expect(trial.refuses(ada, move([everything(rule)]), start).code).toBe('group.same_people')
  })

  test('a list of the team is the team, and a list with somebody else is not', () => {
    const trial = createTrial()
    trial.group(listed('pod', [ada, ben]))
    trial.group(listed('others', [ada, ben, m2]))
    const to = (edge: string) => move([everything(alone(presetRule(4, { ...sides, edge })))])
    expect(trial.refuses(ada, to('pod'), start).code).toBe('group.same_people')
    expect(trial.does(ada, to('others'), start).outcome).toBe('executed')
  })

  test('nor is it when the group is filled with the team once it decides', () => {
    const trial = createTrial()
    trial.group(listed('pod', [m1, m2]))
    trial.move('finance', [everything(alone(presetRule(3, { ...sides, edge: 'pod' })))])
    const filled = act('rule.set_group', 'organization', { group: listed('pod', [ada, ben]) })
    expect(trial.refuses(m1, filled, start).code).toBe('group.same_people')
  })
})

describe('where any one of the edge may act alone', () => {
  const one = { kind: 'some', of: 1, windowMs: 1 } as const
  const alone = (stage: Stage): Rule => ({
    ...presetRule(stage, sides),
    delayMs: 0,
    decide: { group: 'community', process: one },
  })
  const friends = {
    id: 'friends',
    name: 'Friends',
    kind: 'listed',
    members: [m1],
    weight: { by: 'person' },
  } as const

  test.each([
    [2, { veto: { group: 'team' } }],
    [3, { pause: { group: 'council' } }],
    [4, { decide: { process: { vote: { threshold: '2/3' } } } }],
  ] as const)('at %i none of them makes the rule another one alone', (stage, rule) => {
    const trial = createTrial()
    trial.move('finance', [everything(alone(stage))])
    const longer = { ...alone(stage), expiresMs: 1 }
    expect(trial.does(m1, move([everything(longer)]), start)).toMatchObject({
      outcome: 'opened',
      phase: 'vote',
    })
    expect(trial.decision('D-1').rule).toMatchObject({ decide: { group: 'community' }, ...rule })
    expect(trial.decision('D-1').dueMs).toBeGreaterThanOrEqual(start + day)
  })

  test.each([2, 3] as const)('at %i none of them puts friends in the place of the others', stage => {
    const trial = createTrial()
    trial.group({ ...friends, members: [m1] })
    trial.move('finance', [everything(alone(stage))])
    const to = { ...alone(stage), edge: 'friends', decide: { group: 'friends', process: one } }
    expect(trial.does(m1, move([everything(to)]), start)).toMatchObject({ outcome: 'opened', phase: 'vote' })
    expect(trial.decision('D-1').rule).toMatchObject({
      decide: { group: 'community', process: { kind: 'vote', windowMs: day } },
      veto: stage === 2 ? { group: 'team', windowMs: 2 * day } : null,
    })
  })
})

test('a few of an elected body do not put others in the place of those who elect it', () => {
  const trial = createTrial()
  trial.has('seat:council', m1, BigInt(start + 9 * day))
  trial.group({ id: 'friends', name: 'Friends', kind: 'listed', members: [m1], weight: { by: 'person' } })
  const process = { kind: 'vote', windowMs: day, vote: majority('0/1') } as const
  const rule: Rule = { ...presetRule(3, sides), decide: { group: 'council', process } }
  trial.move('finance', [everything({ ...rule, propose: 'community' })])
  trial.does(
    m1,
    move([everything({ ...rule, edge: 'friends', decide: { group: 'friends', process } })]),
    start,
  )
  expect(trial.decision('D-1').rule.decide.group).toBe('community')
})
