// What stops a decision: a veto in its window, a pause that lapses unless it is ratified, and taking it back.
import { describe, expect, test } from 'vitest'
import {
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
  outsider,
  payment,
  start,
  type Trial,
} from '../kernel/trial.ts'
import type { Rule } from '../rule/rule.ts'
import { presetRule } from '../stage/preset.ts'
import type { Stage } from '../stage/stage.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const decision = 'D-1'
const closes = start + 5 * day
const reason = 'Too much at a time'

function sent(stage: Stage, more: Partial<Rule> = {}): Trial {
  const trial = createTrial()
  for (const member of [m5, m6]) trial.has('seat:council', member, BigInt(start + 400 * day))
  trial.move('finance', [everything({ ...presetRule(stage, sides), ...more })])
  trial.does(m1, payment(100), start)
  return trial
}

const ballot = (choice: number) => ({ kind: 'ballot', decision, choice }) as const
const vote = (trial: Trial, choice: number, people: readonly string[], atMs = start + hour) => {
  for (const person of people) trial.does(person, ballot(choice), atMs)
}
const veto = { kind: 'veto', decision, reason } as const
const pause = { kind: 'pause', decision, reason } as const

describe('a veto', () => {
  const passed = (more: Partial<Rule> = {}) => {
    const trial = sent(2, more)
    vote(trial, 0, [m1, m2, m3])
    trial.tick(closes)
    return trial
  }

  test('stops what passed, in its window, with its reason', () => {
    const trial = passed()
    expect(trial.decision(decision)).toMatchObject({ phase: 'veto', dueMs: closes + 2 * day })
    expect(trial.refuses(m1, veto, closes + hour).code).toBe('decision.not_in_group')
    expect(trial.does(ada, veto, closes + 2 * day - 1)).toMatchObject({ phase: 'vetoed', dueMs: null })
    expect(trial.decision(decision).vetoes).toEqual([{ person: ada, reason, atMs: closes + 2 * day - 1 }])
    trial.tick(closes + 30 * day)
    expect(trial.paid()).toEqual([])
  })

  test('before and after its window is none, whether or not the clock has looked', () => {
    const early = sent(2)
    expect(early.refuses(ada, veto, start + hour).code).toBe('decision.wrong_phase')
    const trial = passed()
    expect(trial.refuses(ada, veto, closes + 2 * day).code).toBe('decision.window_over')
    trial.tick(closes + 2 * day)
    expect(trial.decision(decision).phase).toBe('executed')
    expect(trial.refuses(ada, veto, closes + 2 * day).code).toBe('decision.closed')
  })

  test('takes as many as the rule says, each counted once', () => {
    const trial = passed({ veto: { group: 'team', windowMs: 2 * day, needs: 2 } })
    expect(trial.does(ada, veto, closes)).toMatchObject({ phase: 'veto' })
    expect(trial.refuses(ada, veto, closes).code).toBe('decision.already')
    expect(trial.does(ben, veto, closes)).toMatchObject({ phase: 'vetoed' })
  })

  test('where the clock slept through vote and window, both are over', () => {
    const trial = sent(2)
    vote(trial, 0, [m1, m2, m3])
    expect(trial.tick(closes + 9 * day)).toBe(1)
    expect(trial.decision(decision).phase).toBe('executed')
    expect(trial.entries.at(-1)?.command).toEqual({ kind: 'advance', decision })
  })
})

describe('a pause', () => {
  const delayed = () => {
    const trial = sent(3)
    vote(trial, 0, [m1, m2, m3])
    trial.tick(closes)
    return trial
  }
  const lapses = closes + hour + 14 * day

  test('halts the clock; when it lapses, what was left of the time goes on', () => {
    const trial = delayed()
    expect(trial.decision(decision)).toMatchObject({ phase: 'delay', dueMs: closes + day })
    expect(trial.does(m6, pause, closes + hour)).toMatchObject({ phase: 'paused', dueMs: lapses })
    expect(trial.tick(lapses - 1)).toBe(0)
    trial.tick(lapses)
    expect(trial.decision(decision)).toMatchObject({
      phase: 'delay',
      dueMs: lapses + 23 * hour,
      paused: null,
    })
    trial.tick(lapses + 23 * hour)
    expect(trial.paid()).toEqual([100])
  })

  test('nothing is carried out while it lasts, and nobody can ask for it', () => {
    const trial = delayed()
    trial.does(m6, pause, closes + hour)
    expect(trial.refuses(m1, { kind: 'retry', decision }, closes + 2 * day).code).toBe('decision.wrong_phase')
    expect(trial.refuses(null, { kind: 'advance', decision }, closes + 2 * day).code).toBe('decision.not_due')
    expect(trial.refuses(m1, { kind: 'cancel', decision, reason }, closes + 2 * day).code).toBe(
      'decision.wrong_phase',
    )
    expect(trial.paid()).toEqual([])
  })

  test('ratified by the edge it stops the decision for good', () => {
    const trial = delayed()
    trial.does(m6, pause, closes + hour)
    vote(trial, 0, [m1, m2, m4], closes + day)
    vote(trial, 1, [m3], closes + day)
    trial.tick(lapses)
    expect(trial.decision(decision)).toMatchObject({ phase: 'stopped', ratification: { passed: true } })
    expect(trial.paid()).toEqual([])
  })

  test('comes once: after it lapsed nobody pauses again', () => {
    const trial = delayed()
    trial.does(m6, pause, closes + hour)
    expect(trial.refuses(m5, pause, closes + hour).code).toBe('decision.paused_already')
    trial.tick(lapses)
    expect(trial.refuses(m5, pause, lapses).code).toBe('decision.paused_already')
  })

  test('in the middle of a vote it keeps the ballots and moves the close', () => {
    const trial = sent(3)
    vote(trial, 0, [m1, m2])
    trial.does(m6, pause, start + day)
    expect(trial.refuses(m3, ballot(7), start + 2 * day).code).toMatch(/^ballot\./)
    vote(trial, 1, [m4], start + 2 * day)
    expect(trial.decision(decision).vote).toMatchObject({ ballots: 1 })
    trial.tick(start + 15 * day)
    const moved = start + 15 * day + 4 * day
    expect(trial.decision(decision)).toMatchObject({
      phase: 'vote',
      dueMs: moved,
      vote: { ballots: 2, closesMs: moved },
    })
    vote(trial, 0, [m3], moved - 1)
    trial.tick(moved)
    expect(trial.decision(decision).result).toMatchObject({ passed: true, scores: ['3', '0'] })
  })

  test('takes as many as the rule says, each counted once, and is ratified by whom it names', () => {
    const trial = createTrial()
    const weight = { by: 'person' } as const
    trial.group({ id: 'elders', name: 'Elders', kind: 'listed', members: [m2], weight })
    for (const member of [m5, m6]) trial.has('seat:council', member, BigInt(start + 400 * day))
    const { pause: usual, ...rest } = presetRule(3, sides)
    if (!usual) throw new Error('the preset lets the council pause')
    trial.move('finance', [everything({ ...rest, pause: { ...usual, needs: 2, ratifiedBy: 'elders' } })])
    trial.does(m1, payment(100), start)
    expect(trial.does(m6, pause, start)).toMatchObject({ phase: 'vote' })
    expect(trial.refuses(m6, pause, start).code).toBe('decision.already')
    expect(trial.does(m5, pause, start)).toMatchObject({ phase: 'paused' })
    expect(trial.refuses(m1, ballot(0), start).code).toBe('ballot.not_eligible')
    trial.does(m2, ballot(0), start)
    trial.tick(start + 14 * day)
    expect(trial.decision(decision).phase).toBe('stopped')
  })

  test('is for the council, as it was elected when the decision opened', () => {
    const trial = delayed()
    expect(trial.refuses(ada, pause, closes).code).toBe('decision.not_in_group')
    trial.has('seat:council', outsider, BigInt(start + 400 * day), closes)
    expect(trial.refuses(outsider, pause, closes).code).toBe('decision.not_in_group')
    expect(sent(4).refuses(m6, pause, start).code).toBe('decision.no_pause')
  })

  test('is for nobody whose term was over', () => {
    const trial = createTrial()
    trial.has('seat:council', m6, BigInt(start + day))
    trial.has('seat:council', m5, BigInt(start + 400 * day))
    trial.move('finance', [everything(presetRule(3, sides))])
    trial.does(m1, payment(100), start + 2 * day)
    expect(trial.refuses(m6, pause, start + 2 * day).code).toBe('decision.not_in_group')
    expect(trial.does(m5, pause, start + 2 * day)).toMatchObject({ phase: 'paused' })
  })
})

describe('taking it back', () => {
  const cancel = { kind: 'cancel', decision, reason: 'A mistake' } as const

  test('is for who proposed it, as long as nobody else has voted', () => {
    const trial = sent(3)
    vote(trial, 0, [m1])
    expect(trial.refuses(m2, cancel, start + hour).code).toBe('decision.not_yours')
    expect(trial.does(m1, cancel, start + hour)).toMatchObject({ phase: 'cancelled' })
    expect(trial.decision(decision).closing).toMatchObject({ person: m1, reason: 'A mistake' })
    const other = sent(3)
    vote(other, 0, [m2])
    expect(other.refuses(m1, cancel, start + hour).code).toBe('decision.under_way')
  })

  test('is too late once it passed', () => {
    const trial = sent(2)
    vote(trial, 0, [m1, m2, m3])
    expect(trial.refuses(m1, cancel, closes).code).toBe('decision.window_over')
  })
})
