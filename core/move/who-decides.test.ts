// Who decides a move: those who give control up decide about giving it, and those who have it about losing it.
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
  m5,
  m6,
  members,
  payment,
  start,
  type Trial,
} from '../kernel/trial.ts'
import type { DecisionClass } from '../rule/decision-class.ts'
import type { Rule } from '../rule/rule.ts'
import { presetRule, supermajority } from '../stage/preset.ts'
import type { Stage } from '../stage/stage.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const preset = (stage: Stage, more: Partial<Rule> = {}) => ({ ...presetRule(stage, sides), ...more })
const at = (stage: Stage, more: Partial<Rule> = {}) => [everything(preset(stage, more))]

function standing(stage: Stage, more: Partial<Rule> = {}): Trial {
  const trial = createTrial()
  trial.has('seat:council', m6, BigInt(start + 400 * day))
  if (stage > 0) trial.move('finance', at(stage, more))
  return trial
}

const to = (classes: readonly DecisionClass[]) =>
  act('rule.move', 'finance', { unit: 'finance', classes: JSON.parse(JSON.stringify(classes)) })

/** What would be asked, of whom, in which order: `vote community, veto team, delay`. */
function steps(trial: Trial, by: string, classes: readonly DecisionClass[]): string {
  trial.does(by, to(classes), start)
  const { rule } = trial.decision('D-1')
  const { process, group } = {
    ...rule.decide.process,
    process: rule.decide.process,
    group: rule.decide.group,
  }
  return [
    ...(rule.advise ? [`advice ${rule.advise.group}`] : []),
    `${process.kind} ${group}`,
    ...(rule.veto ? [`veto ${rule.veto.group}`] : []),
    ...(rule.pause ? [`pause ${rule.pause.group}`] : []),
    ...(rule.delayMs > 0 ? ['delay'] : []),
  ].join(', ')
}
const thresholdOf = (trial: Trial) => {
  const { process } = trial.decision('D-1').rule.decide
  return process.kind === 'vote' ? process.vote.threshold : null
}
const stageNow = (trial: Trial) => {
  trial.does(m1, payment(1), start + 300 * day)
  return trial.entries.at(-1)?.command.stage
}

describe('forward', () => {
  test.each([1, 2, 3, 4] as const)('from Team to %i the team decides, as it decides everything', stage => {
    const trial = standing(0)
    expect(trial.does(ada, to(at(stage)), start)).toEqual({ outcome: 'executed' })
    if (stage >= 2) expect(stageNow(trial)).toBe(stage)
  })

  test('from Consulted the team decides, and the community advises about that too', () => {
    expect(steps(standing(1), ada, at(2))).toBe('advice community, some team')
  })

  test('from Shared those decide who could veto, by a majority of them', () => {
    const trial = standing(2)
    expect(steps(trial, m1, at(3))).toBe('vote team')
    expect(trial.refuses(m1, { kind: 'ballot', decision: 'D-1', choice: 0 }, start).code).toBe(
      'ballot.not_eligible',
    )
    trial.does(ada, { kind: 'ballot', decision: 'D-1', choice: 0 }, start)
    expect(trial.tick(start)).toBe(0)
    trial.does(ben, { kind: 'ballot', decision: 'D-1', choice: 0 }, start)
    expect(trial.tick(start)).toBe(1)
    expect(trial.decision('D-1').phase).toBe('executed')
  })

  test('from Shared, where another group could stop the edge in its own way, that one may veto', () => {
    const trial = createTrial()
    trial.group({ id: 'leads', name: 'Leads', kind: 'listed', members: [m5], weight: { by: 'person' } })
    trial.move('finance', at(2, { propose: 'leads' }))
    expect(steps(trial, m5, at(3))).toBe('vote team, veto leads')
  })

  test('from Community the edge binds itself by the supermajority it is to need, and the council may veto', () => {
    const trial = standing(3)
    expect(steps(trial, m1, at(4))).toBe('vote community, veto council, delay')
    expect(thresholdOf(trial)).toBe('2/3')
  })
})

describe('back', () => {
  test('from Consulted those decide who would no longer be asked', () => {
    expect(steps(standing(1), ada, at(0))).toBe('vote community')
  })

  test.each([0, 1])('from Shared to %i the community votes, and the team has no veto', stage => {
    expect(steps(standing(2), m1, at(stage as Stage))).toBe('vote community')
  })

  test('from Community the community votes; its council may pause it', () => {
    expect(steps(standing(3), m1, at(2))).toBe('vote community, pause council, delay')
  })

  test.each([0, 1, 2, 3])('from Autonomous to %i the community votes by its supermajority', stage => {
    const trial = standing(4)
    expect(steps(trial, m1, at(stage as Stage))).toBe('vote community, delay')
    expect(thresholdOf(trial)).toBe('2/3')
  })

  test('where any one of the edge may act, it takes a vote of them to give that up', () => {
    const process = { kind: 'some', of: 1, windowMs: day } as const
    const trial = standing(3, { decide: { group: 'community', process }, pause: null, delayMs: 0 })
    expect(steps(trial, m1, at(0))).toBe('vote community')
  })

  test('the team alone never gets it back', () => {
    const trial = standing(2)
    trial.does(ada, to(at(0)), start)
    for (const by of [ada, ben]) trial.does(by, { kind: 'ballot', decision: 'D-1', choice: 0 }, start)
    for (const by of members.slice(0, 3))
      trial.does(by, { kind: 'ballot', decision: 'D-1', choice: 1 }, start)
    trial.tick(start + 5 * day)
    expect(trial.decision('D-1').phase).toBe('rejected')
    expect(stageNow(trial)).toBe(2)
  })
})

describe('sideways', () => {
  const spans = { expiresMs: 5 * day }

  test.each([
    [1, ada, 'advice community, some team'],
    [2, m1, 'vote community, veto team'],
    [3, m1, 'vote community, pause council, delay'],
    [4, m1, 'vote community, delay'],
  ] as const)('at %i it is decided as the class decides acts', (stage, by, expected) => {
    const trial = standing(stage)
    expect(steps(trial, by, at(stage, spans))).toBe(expected)
    expect(thresholdOf(trial)).toBe(stage === 4 ? '2/3' : stage === 1 ? null : '1/2')
  })

  test('but replacing those who advise is for those to decide who have advised', () => {
    const trial = standing(1)
    trial.group({ id: 'friends', name: 'Friends', kind: 'listed', members: [m1], weight: { by: 'person' } })
    const friends = presetRule(1, { ...sides, edge: 'friends' })
    expect(steps(trial, ada, [everything(friends)])).toBe('vote community')
  })

  test('and so is giving them less time', () => {
    const hurried = presetRule(1, sides, { adviceMs: 1 })
    expect(steps(standing(1), ada, [everything(hurried)])).toBe('vote community')
    const calmer = presetRule(1, sides, { adviceMs: 30 * day })
    expect(steps(standing(1), ada, [everything(calmer)])).toBe('advice community, some team')
  })

  test('where a rule says how it is changed, the edge votes like that at any stage', () => {
    const change = { group: 'community', windowMs: day, vote: supermajority('1/2') }
    const trial = standing(2, { change })
    expect(steps(trial, m1, at(2, { ...spans, change }))).toBe('vote community, veto team')
    expect(thresholdOf(trial)).toBe('2/3')
  })
})

describe('several classes at once', () => {
  const small = (rule: Rule): DecisionClass => ({
    id: 'small',
    name: 'Small',
    filter: { acts: ['purse.pay'], where: [{ field: 'amount', atMost: '50' }] },
    consequence: 10,
    rule,
  })
  const two = (a: Rule, b: Rule) => {
    const trial = createTrial()
    trial.move('finance', [small(a), everything(b)])
    return trial
  }

  test('a class split off and handed over is a step forward', () => {
    const trial = standing(0)
    expect(trial.does(ada, to([small(preset(3)), everything(preset(0))]), start)).toEqual({
      outcome: 'executed',
    })
    trial.does(m1, payment(50), start)
    expect(trial.decision('D-1').stage).toBe(3)
    expect(trial.refuses(m1, payment(51), start).code).toBe('act.not_yours')
  })

  test('a filter drawn closer, so that acts fall back to the team, is a step back', () => {
    const trial = two(preset(3), preset(0))
    const closer = {
      ...small(preset(3)),
      filter: { acts: ['purse.pay'], where: [{ field: 'amount', atMost: '40' }] },
    }
    expect(steps(trial, m1, [closer, everything(preset(0))])).toBe('vote community, pause council, delay')
  })

  test('one forward and one back: both sides have to agree', () => {
    const trial = two(preset(3), preset(0))
    expect(steps(trial, m1, [small(preset(0)), everything(preset(3))])).toBe(
      'vote community, veto team, delay',
    )
  })

  test('a change among the edge’s own affairs cannot ride along with what the team decides', () => {
    const trial = two(preset(3), preset(0))
    const quorum = preset(3, { expiresMs: day })
    expect(steps(trial, m1, [small(quorum), everything(preset(1))])).toBe('vote community, veto team, delay')
  })

  test('a step up for another edge than the one that had a part is for both', () => {
    const trial = standing(1)
    trial.group({ id: 'friends', name: 'Friends', kind: 'listed', members: [m1], weight: { by: 'person' } })
    const friends = presetRule(3, { ...sides, edge: 'friends' })
    expect(steps(trial, ada, [everything(friends)])).toBe('vote community, veto team')
  })

  test('classes of different people move one at a time', () => {
    const trial = createTrial()
    trial.group({ id: 'leads', name: 'Leads', kind: 'listed', members: [ada], weight: { by: 'person' } })
    const other = presetRule(0, { ...sides, center: 'leads' })
    trial.move('finance', [small(other), everything(preset(0))])
    expect(
      trial.refuses(ada, to([small(presetRule(1, { ...sides, center: 'leads' })), ...at(1)]), start).code,
    ).toBe('rule.touches_unlike')
  })

  test('it waits out the longest delay, under the strictest vote', () => {
    const process = { kind: 'vote', windowMs: day, vote: supermajority('1/2') } as const
    const strict = preset(3, { decide: { group: 'community', process }, delayMs: 3 * day })
    const trial = two(strict, preset(3))
    trial.does(m1, to([small(preset(2)), ...at(2)]), start)
    expect(trial.decision('D-1').rule).toMatchObject({
      delayMs: 3 * day,
      decide: {
        process: { windowMs: 5 * day, vote: { threshold: '2/3', reach: 'at-least', quorum: '1/2' } },
      },
    })
  })
})

test('who takes part in any of these is told by the class’s own members', () => {
  const trial = standing(3)
  expect(trial.refuses('p-none', to(at(0)), start + hour).code).toBe('act.not_yours')
  for (const by of [m1, m2, m3, m4]) expect(trial.send(to(at(0)), by, start + hour).ok).toBe(true)
})
