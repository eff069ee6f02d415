// What somebody might try, to slip an act or a change of the rules past those who should decide it.
import { describe, expect, test } from 'vitest'
import {
  act,
  ada,
  ben,
  createTrial,
  day,
  everything,
  hour,
  m1,
  m2,
  m3,
  m4,
  members,
  outsider,
  payment,
  start,
  type Trial,
} from '../kernel/trial.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group } from '../rule/group.ts'
import { presetRule } from '../stage/preset.ts'
import type { Stage } from '../stage/stage.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const at = (stage: Stage) => [everything(presetRule(stage, sides))]
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
const move = (classes: readonly DecisionClass[], more: object = {}, unit = 'finance') =>
  act('rule.move', unit, { unit, classes: plain(classes), ...more })
const setGroup = (group: Group) => act('rule.set_group', 'organization', { group: plain(group) })
const listed = (id: string, people: readonly string[]): Group => ({
  id,
  name: id,
  kind: 'listed',
  members: [...people],
  weight: { by: 'person' },
})

function standing(stage: Stage): Trial {
  const trial = createTrial()
  if (stage > 0) trial.move('finance', at(stage))
  return trial
}
const agree = (trial: Trial, decision: string, atMs: number, people: readonly string[] = members) => {
  for (const by of people) trial.does(by, { kind: 'ballot', decision, choice: 0 }, atMs)
}

describe('a decision under way keeps its rule', () => {
  test('given a payment sent at Shared, when the unit moves on, then the team can still veto it', () => {
    const trial = standing(2)
    trial.does(m1, payment(100), start)
    trial.does(m1, move(at(3)), start)
    for (const by of [ada, ben]) trial.does(by, { kind: 'ballot', decision: 'D-2', choice: 0 }, start)
    agree(trial, 'D-1', start)
    trial.tick(start + 5 * day)
    expect(trial.decision('D-2').phase).toBe('executed')
    expect(trial.does(ada, { kind: 'veto', decision: 'D-1', reason: 'No' }, start + 5 * day)).toMatchObject({
      phase: 'vetoed',
    })
  })

  test('given a payment sent at Consulted, when the unit is raised, then it is not carried to a vote', () => {
    const trial = standing(1)
    trial.does(ada, payment(100), start)
    trial.does(ada, move(at(3)), start)
    trial.tick(start + 3 * day)
    expect([trial.decision('D-1').stage, trial.decision('D-1').phase]).toEqual([1, 'executed'])
    expect(trial.refuses(outsider, payment(1), start + 3 * day).code).toBe('act.not_yours')
    expect(trial.does(m1, payment(1), start + 3 * day)).toMatchObject({ phase: 'vote' })
  })
})

describe('raising and lowering in quick succession', () => {
  test('what was raised does not come down by those who raised it', () => {
    const trial = standing(0)
    trial.does(ada, move(at(3)), start)
    expect(trial.does(ada, move(at(0)), start)).toMatchObject({ outcome: 'opened', phase: 'vote' })
    expect(trial.does(ada, payment(100), start)).toMatchObject({ outcome: 'opened', phase: 'vote' })
    expect(trial.paid()).toEqual([])
  })

  test('two moves of one unit cross: the second finds other rules than it was made for, and expires', () => {
    const trial = standing(3)
    trial.does(m1, move(at(2)), start)
    trial.does(m2, move(at(1)), start)
    for (const decision of ['D-1', 'D-2']) agree(trial, decision, start)
    trial.tick(start + 6 * day)
    expect(trial.decision('D-1').phase).toBe('executed')
    expect(trial.decision('D-2')).toMatchObject({ phase: 'blocked', refusal: { code: 'rule.superseded' } })
    expect(trial.refuses(m2, { kind: 'retry', decision: 'D-2' }, start + 7 * day).code).toBe(
      'rule.superseded',
    )
    trial.tick(start + 40 * day)
    expect(trial.decision('D-2').phase).toBe('expired')
    trial.does(m1, payment(1), start + 40 * day)
    expect(trial.decision('D-3').stage).toBe(2)
  })

  test('a move that says what it was made for is refused where that has changed', () => {
    const trial = standing(0)
    trial.does(ada, move(at(1), { version: 0 }), start)
    expect(trial.refuses(ada, move(at(2), { version: 0 }), start)).toMatchObject({
      code: 'rule.superseded',
      facts: { madeFor: 0, now: 1 },
    })
  })

  test('a move waits out its own delay, and another group cannot be slipped under it', () => {
    const trial = createTrial()
    trial.does(ada, setGroup(listed('pod', [m1, m2])), start)
    const pod = presetRule(2, { ...sides, edge: 'pod' })
    trial.move('finance', [everything({ ...pod, delayMs: 10 * day })])
    trial.does(m1, move([everything({ ...pod, delayMs: 0 })]), start)
    agree(trial, 'D-1', start, [m1, m2])
    trial.tick(start + 8 * day)
    expect(trial.decision('D-1').phase).toBe('delay')
    trial.tick(start + 17 * day)
    expect(trial.decision('D-1').phase).toBe('executed')
  })
})

describe('who belongs', () => {
  test('revoked and granted again in between, a person has one vote, and the weight of the opening', () => {
    const trial = standing(3)
    trial.does(m1, payment(100), start)
    trial.has('member', m2, 0n, start + hour)
    trial.has('member', m2, 1n, start + 2 * hour)
    agree(trial, 'D-1', start + 3 * hour, [m2, m2, m3])
    trial.tick(start + 5 * day)
    expect(trial.decision('D-1').result).toMatchObject({ scores: ['2', '0'], eligible: { members: 8 } })
  })

  test('a role granted after the opening gives no veto', () => {
    const trial = standing(2)
    trial.does(m1, payment(100), start)
    trial.has('role:steward', m4, 1n, start + hour)
    agree(trial, 'D-1', start + hour)
    trial.tick(start + 5 * day)
    expect(trial.refuses(m4, { kind: 'veto', decision: 'D-1', reason: 'No' }, start + 5 * day).code).toBe(
      'decision.not_in_group',
    )
  })
})

describe('changing a group that rules name', () => {
  test('is decided like a change of the highest class that names it', () => {
    const trial = standing(3)
    const community: Group = { ...listed('community', members) }
    expect(trial.does(ada, setGroup(community), start)).toMatchObject({ outcome: 'opened', phase: 'vote' })
    expect(trial.decision('D-1')).toMatchObject({
      isMove: true,
      stage: 3,
      rule: { decide: { group: 'community' } },
    })
  })

  test('of several classes the highest alone decides, where none of them moves', () => {
    const trial = createTrial()
    trial.does(ada, setGroup(listed('pod', [m1, m2])), start)
    const pod = (stage: Stage) => [everything(presetRule(stage, { ...sides, edge: 'pod' }))]
    trial.move('finance', pod(2))
    trial.move('operations', pod(4))
    trial.does(m1, setGroup(listed('pod', [m1, m2, m3])), start)
    expect(trial.decision('D-1')).toMatchObject({
      stage: 4,
      rule: { veto: null, decide: { group: 'pod', process: { vote: { threshold: '2/3' } } } },
    })
  })

  test('where it drops a stage, it is a step back and the edge decides', () => {
    const trial = createTrial()
    trial.does(ada, setGroup(listed('office', [m1, m2])), start)
    trial.does(ada, setGroup(listed('pod', [m2, m3])), start)
    trial.move('finance', [everything(presetRule(2, { ...sides, center: 'office', edge: 'pod' }))])
    trial.does(m2, setGroup(listed('office', [m1, m2, m3])), start)
    expect(trial.decision('D-1').rule).toMatchObject({ decide: { group: 'pod' }, veto: null })
  })

  test('where others would be asked for advice, it is for those who are asked now', () => {
    const trial = standing(1)
    trial.does(ada, setGroup(listed('community', [m1])), start)
    expect(trial.decision('D-1').rule.decide).toMatchObject({ group: 'community', process: { kind: 'vote' } })
  })

  test('a move that was open finds that others would decide it now, and does not happen', () => {
    const pod = (stage: Stage) => [everything(presetRule(stage, { ...sides, center: 'office', edge: 'pod' }))]
    const trial = createTrial()
    trial.does(ada, setGroup(listed('office', [ada])), start)
    trial.does(ada, setGroup(listed('pod', [m1, m2])), start)
    trial.move('finance', pod(2))
    trial.does(m1, setGroup(listed('office', [ada, m1, m2])), start)
    trial.does(m1, move(pod(0)), start + hour)
    for (const decision of ['D-1', 'D-2']) agree(trial, decision, start + hour, [m1, m2])
    trial.tick(start + 5 * day + hour)
    expect(trial.decision('D-1').phase).toBe('executed')
    expect(trial.decision('D-2')).toMatchObject({ phase: 'blocked', refusal: { code: 'rule.superseded' } })
  })

  test('two changes of one group cross: the second does not undo the first unseen', () => {
    const trial = createTrial()
    trial.does(ada, setGroup(listed('pod', [m1, m2])), start)
    trial.move('finance', [everything({ ...presetRule(3, { ...sides, edge: 'pod' }), pause: null })])
    trial.does(m1, setGroup(listed('pod', [m1, m2, m3])), start)
    trial.does(m1, setGroup(listed('pod', [m1, m2, m4])), start)
    for (const decision of ['D-1', 'D-2']) agree(trial, decision, start, [m1, m2])
    trial.tick(start + 6 * day)
    expect(trial.decision('D-1').phase).toBe('executed')
    expect(trial.decision('D-2')).toMatchObject({ phase: 'blocked', refusal: { code: 'rule.superseded' } })
  })

  test('it is not removed while anything names it', () => {
    const trial = createTrial()
    const remove = (group: string) => act('rule.remove_group', 'organization', { group })
    expect(trial.refuses(ada, remove('team'), start).code).toBe('group.in_use')
    expect(trial.refuses(ada, remove('community'), start).code).toBe('group.in_use')
    expect(trial.refuses(ada, remove('constructor'), start).code).toBe('group.unknown')
    trial.does(ada, setGroup(listed('pod', [m1])), start)
    trial.does(ada, remove('pod'), start)
    expect(trial.refuses(ada, remove('pod'), start).code).toBe('group.unknown')
  })

  test('groups cannot come from each other in a circle, nor from one that is not there', () => {
    const trial = createTrial()
    const council = (id: string, electedBy: string): Group => ({
      id,
      name: id,
      kind: 'council',
      seats: 1,
      termMs: 1,
      electedBy,
      weight: { by: 'person' },
    })
    expect(trial.refuses(ada, setGroup(council('a', 'a')), start).code).toBe('group.circle')
    expect(trial.refuses(ada, setGroup(council('a', 'constructor')), start).code).toBe('group.unknown')
    trial.does(ada, setGroup(council('a', 'community')), start)
    trial.does(ada, setGroup(council('b', 'a')), start)
    expect(trial.refuses(ada, setGroup(council('a', 'b')), start).code).toBe('group.circle')
  })
})
