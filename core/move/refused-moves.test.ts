// Why a move does not happen: gates that do not hold, and rules that cannot be.
import { describe, expect, test } from 'vitest'
import type { Measured } from '../kernel/books.ts'
import { act, ada, createTrial, day, everything, m1, start } from '../kernel/trial.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Group } from '../rule/group.ts'
import { presetRule } from '../stage/preset.ts'
import type { Stage } from '../stage/stage.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const at = (stage: Stage) => [everything(presetRule(stage, sides))]
const move = (classes: readonly DecisionClass[], more: object = {}, unit = 'finance') =>
  act('rule.move', unit, { unit, classes: JSON.parse(JSON.stringify(classes)), ...more })

describe('gates', () => {
  const gate = (stage: number, atLeast: number) => ({ stage, measure: 'position', atLeast })
  function gated(measured: Measured | null, atTime: { value: Measured | null } = { value: measured }) {
    const trial = createTrial({ measure: () => atTime.value })
    trial.move(
      'finance',
      at(0).map(one => ({ ...one, consequence: 5 })),
    )
    trial.does(
      ada,
      act('rule.set_gates', 'finance', { unit: 'finance', gates: [gate(2, 30), gate(3, 60)] }),
      start,
    )
    return trial
  }

  test.each([
    ['proven and high enough', { score: 60, proven: true }, null],
    ['too low', { score: 59.99, proven: true }, 60],
    ['unproven', { score: 90, proven: false }, 30],
    ['unknown', { score: null, proven: true }, 30],
    ['not measured', null, 30],
  ])('given a position that is %s, a move to Community', (_, measured, needs) => {
    const trial = gated(measured)
    if (needs === null) return expect(trial.does(ada, move(at(3)), start).outcome).toBe('executed')
    expect(trial.refuses(ada, move(at(3)), start)).toMatchObject({
      code: 'rule.gate_not_met',
      facts: { needs },
    })
  })

  test('a stage without a gate needs none, and going back never does', () => {
    const trial = gated(null)
    expect(trial.does(ada, move(at(1)), start).outcome).toBe('executed')
    expect(trial.does(ada, move(at(0)), start)).toMatchObject({ phase: 'vote' })
  })

  test('an override needs a reason, and is in the log with what was measured', () => {
    const trial = gated({ score: 10, proven: true })
    expect(trial.refuses(ada, move(at(3), { override: ' ' }), start).code).toBe('act.bad_payload')
    trial.does(ada, move(at(3), { override: 'There is too much to curate alone' }), start)
    expect(trial.entries.at(-1)?.events[0]?.data).toMatchObject({
      override: { by: ada, reason: 'There is too much to curate alone' },
      measured: { finance: { score: 10, proven: true } },
    })
  })

  test('must also hold when the move is carried out', () => {
    const measured: { value: Measured | null } = { value: { score: 90, proven: true } }
    const trial = createTrial({ measure: () => measured.value })
    trial.move('finance', [everything({ ...presetRule(0, sides), delayMs: day })])
    const gates = act('rule.set_gates', 'finance', { unit: 'finance', gates: [gate(3, 60)] })
    trial.does(ada, gates, start)
    trial.tick(start + day)
    trial.does(ada, move(at(3)), start + day)
    measured.value = { score: 20, proven: true }
    trial.tick(start + 2 * day)
    expect(trial.decision('D-2')).toMatchObject({ phase: 'blocked', refusal: { code: 'rule.gate_not_met' } })
    measured.value = { score: 70, proven: true }
    expect(trial.does(ada, { kind: 'retry', decision: 'D-2' }, start + 3 * day)).toMatchObject({
      phase: 'executed',
    })
  })

  test('of a unit without rules of its own hold when the organization moves it along', () => {
    const trial = createTrial()
    const gates = act('rule.set_gates', 'finance', { unit: 'finance', gates: [gate(1, 30)] })
    trial.does(ada, gates, start)
    expect(trial.refuses(ada, move(at(1), {}, 'organization'), start)).toMatchObject({
      code: 'rule.gate_not_met',
      facts: { unit: 'finance' },
    })
  })

  test('are changed as the unit’s highest class has it', () => {
    const trial = createTrial()
    trial.move('finance', at(4))
    const gates = act('rule.set_gates', 'finance', { unit: 'finance', gates: [gate(3, 1)] })
    expect(trial.does(m1, gates, start)).toMatchObject({ phase: 'vote' })
    expect(trial.decision('D-1').stage).toBe(4)
  })
})

describe('rules that cannot be', () => {
  const [one] = at(0) as [DecisionClass]
  test.each([
    [
      'no class that takes every act',
      [{ ...one, filter: { acts: ['purse.*'], where: [] } }],
      'rule.no_catch_all',
    ],
    [
      'a catch-all with a condition',
      [{ ...one, filter: { acts: ['*'], where: [{ field: 'a', atMost: '1' }] } }],
      'rule.no_catch_all',
    ],
    ['one id twice', [one, one], 'rule.class_twice'],
    [
      'a group that is not there',
      [{ ...one, rule: { ...one.rule, propose: 'constructor' } }],
      'group.unknown',
    ],
    [
      'somebody else than the edge keeping the rule to itself',
      [{ ...one, rule: { ...presetRule(4, sides), edge: 'council' } }],
      'rule.change_not_edge',
    ],
    ['what is so already', [one], 'rule.no_change'],
  ])('%s', (_, classes, code) => {
    const trial = createTrial()
    trial.move('finance', [one])
    expect(trial.refuses(ada, move(classes as DecisionClass[]), start).code).toBe(code)
  })

  test('from Shared on somebody has to be in the group that decides', () => {
    const trial = createTrial()
    trial.group({ id: 'pod', name: 'Pod', kind: 'listed', members: [], weight: { by: 'person' } })
    const pod = (stage: Stage) => [everything(presetRule(stage, { ...sides, edge: 'pod' }))]
    expect(trial.refuses(ada, move(pod(2)), start)).toMatchObject({
      code: 'group.empty',
      facts: { group: 'pod' },
    })
    expect(trial.does(ada, move(pod(1)), start).outcome).toBe('executed')
  })

  test('a rule whose lists would leave a decision no room for its act', () => {
    const trial = createTrial()
    const list = (id: string, size: number): Group => ({
      id,
      name: id,
      kind: 'listed',
      members: [ada, ...Array.from({ length: size }, (_, i) => `p-${id}${String(i).padStart(18, '0')}`)],
      weight: { by: 'person' },
    })
    for (const id of ['a', 'b']) trial.group(list(id, 900))
    const both = [everything(presetRule(0, { ...sides, center: 'a', edge: 'b' }))]
    expect(trial.refuses(ada, move(both), start).code).toBe('rule.too_large')
    trial.group(list('b', 600))
    trial.move('finance', both)
    expect(
      trial.refuses(ada, act('rule.set_group', 'organization', { group: list('b', 900) }), start).code,
    ).toBe('rule.too_large')
  })

  test('a move is sent in its own unit, without alternatives, and is of no class', () => {
    const trial = createTrial()
    const asked = move(at(1))
    expect(trial.refuses(ada, { ...asked, act: { ...asked.act, unit: 'operations' } }, start).code).toBe(
      'act.wrong_unit',
    )
    const both = { ...asked, act: { ...asked.act, alternatives: [asked.act.payload] } }
    expect(trial.refuses(ada, both, start).code).toBe('act.no_alternatives')
    const free = {
      id: 'free',
      name: 'Free',
      filter: { acts: ['rule.*', 'purse.fill'], where: [] },
      consequence: 1,
    }
    trial.move('finance', [{ ...free, rule: presetRule(0, sides) }, ...at(3)])
    expect(trial.does(ada, move(at(0)), start)).toMatchObject({ phase: 'vote' })
  })
})
