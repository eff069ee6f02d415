// Votes: who may, what their ballots weigh, when they close, and what delegation makes of it.
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
  outsider,
  payment,
  start,
  type Trial,
} from '../kernel/trial.ts'
import type { Rule } from '../rule/rule.ts'
import { majority, presetRule } from '../stage/preset.ts'
import type { VoteRule } from '../voting/vote-rule.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }
const decision = 'D-1'
const closes = start + 5 * day

function voting(vote: Partial<VoteRule> = {}, more: Partial<Rule> = {}, group = 'community'): Trial {
  const trial = createTrial()
  prepare(trial, vote, more, group)
  trial.does(ada, payment(100), start)
  return trial
}

function prepare(trial: Trial, vote: Partial<VoteRule>, more: Partial<Rule> = {}, group = 'community') {
  const process = { kind: 'vote', windowMs: 5 * day, vote: { ...majority('0/1'), ...vote } } as const
  trial.move('finance', [
    everything({ ...presetRule(3, sides), delayMs: 0, pause: null, decide: { group, process }, ...more }),
  ])
}

const ballot = (choice: number | null) => ({ kind: 'ballot', decision, choice }) as const
const votes = (trial: Trial, choice: number | null, people: readonly string[], atMs = start + hour) => {
  for (const person of people) trial.does(person, ballot(choice), atMs)
}
const resultOf = (trial: Trial) => trial.decision(decision).result

describe('a vote', () => {
  test('given more for than against, it passes at its close and is carried out', () => {
    const trial = voting()
    votes(trial, 0, [m1, m2])
    votes(trial, 1, [m3])
    expect(trial.tick(closes - 1)).toBe(0)
    expect(trial.tick(closes)).toBe(1)
    expect(trial.decision(decision).phase).toBe('executed')
    expect(resultOf(trial)).toMatchObject({
      passed: true,
      winner: 0,
      scores: ['2', '1'],
      counted: { ballots: 3, weight: '3' },
      eligible: { members: 8, weight: '8' },
    })
  })

  test.each([
    ['a tie', [m1], [m2], 'tie'],
    ['more against', [m1], [m2, m3], 'rejected'],
    ['no ballot', [], [], 'no_ballots'],
  ])('given %s, it is rejected', (_, yes, no, reason) => {
    const trial = voting()
    votes(trial, 0, yes)
    votes(trial, 1, no)
    trial.tick(closes)
    expect(trial.decision(decision)).toMatchObject({ phase: 'rejected', result: { passed: false, reason } })
    expect(trial.paid()).toEqual([])
  })

  test('the quorum is of those who may vote, and abstaining counts towards it where the rule says so', () => {
    const outcome = (abstentionsCount: boolean) => {
      const trial = voting({ quorum: '3/8', abstentionsCount })
      votes(trial, 0, [m1, m2])
      votes(trial, null, [m3])
      trial.tick(closes)
      return resultOf(trial)?.reason
    }
    expect(outcome(true)).toBe('passed')
    expect(outcome(false)).toBe('no_quorum')
  })

  test('a later ballot takes the place of the one before; nonsense is none', () => {
    const trial = voting()
    votes(trial, 0, [m1])
    votes(trial, 1, [m1], start + 2 * hour)
    expect(trial.decision(decision).vote).toMatchObject({ ballots: 1 })
    expect(trial.refuses(m1, ballot(2), start + 3 * hour).code).toMatch(/^ballot\./)
    trial.tick(closes)
    expect(resultOf(trial)).toMatchObject({ scores: ['0', '1'] })
  })

  test('given that the clock is late, a ballot at the close is refused and a veto in its window is taken', () => {
    const veto = { group: 'team', windowMs: 2 * day, needs: 1 }
    const trial = voting({}, { veto })
    votes(trial, 0, [m1])
    expect(trial.refuses(m2, ballot(1), closes).code).toBe('decision.window_over')
    const before = trial.entries.length
    expect(trial.does(ben, { kind: 'veto', decision, reason: 'No' }, closes + day)).toMatchObject({
      phase: 'vetoed',
    })
    expect(trial.entries.slice(before).flatMap(entry => entry.events.map(({ type }) => type))).toEqual([
      'decision.closed',
      'decision.entered',
      'decision.vetoed',
      'decision.ended',
      'decisions.closed',
    ])
  })

  test('given that the clock is later still, the ballot of a decision that is over is too late, not unknown', () => {
    const trial = voting()
    votes(trial, 0, [m1])
    expect(trial.refuses(m2, ballot(1), closes + 9 * day).code).toBe('decision.window_over')
    expect(trial.paid()).toEqual([])
  })
})

describe('who votes', () => {
  test('stands as it was when the decision opened', () => {
    const trial = voting()
    trial.has('member', outsider, 1n, start + hour)
    trial.has('member', m1, 0n, start + hour)
    expect(trial.refuses(outsider, ballot(0), start + 2 * hour).code).toBe('ballot.not_eligible')
    votes(trial, 0, [m1], start + 2 * hour)
    trial.has('member', m1, 1n, start + 3 * hour)
    trial.tick(closes)
    expect(resultOf(trial)).toMatchObject({ scores: ['1', '0'], eligible: { members: 8 } })
  })

  test.each([
    ['token', { by: 'token', asset: 'GOV' }, ['150', '99'], '249'],
    ['square-root', { by: 'square-root', asset: 'GOV' }, ['12', '9'], '21'],
  ] as const)('weighs by %s, as of then', (_, weight, scores, all) => {
    const trial = createTrial()
    trial.group({ id: 'holders', name: 'Holders', kind: 'balance', asset: 'GOV', atLeast: '1', weight })
    trial.has('asset:GOV', m1, 150n)
    trial.has('asset:GOV', m2, 99n)
    prepare(trial, {}, {}, 'holders')
    trial.does(ada, payment(100), start)
    trial.has('asset:GOV', m2, 1_000n, start + hour)
    votes(trial, 0, [m1], start + 2 * hour)
    votes(trial, 1, [m2], start + 2 * hour)
    expect(trial.refuses(m3, ballot(0), start + 2 * hour).code).toBe('ballot.not_eligible')
    trial.tick(closes)
    expect(resultOf(trial)).toMatchObject({ scores, eligible: { members: 2, weight: all } })
  })

  test('given that a group is changed while a vote is open, the vote keeps the group it began with', () => {
    const trial = createTrial()
    const three = { id: 'three', name: 'Three', kind: 'listed', weight: { by: 'person' } } as const
    trial.group({ ...three, members: [m1, m2] })
    prepare(trial, {}, { edge: 'three', propose: 'three', center: 'team' }, 'three')
    trial.does(m1, payment(100), start)
    trial.does(
      m1,
      act('rule.set_group', 'organization', { group: { ...three, members: [m1, m2, m3] } }),
      start,
    )
    votes(trial, 0, [m1, m2], start + hour)
    for (const person of [m1, m2])
      trial.does(person, { kind: 'ballot', decision: 'D-2', choice: 0 }, start + hour)
    trial.tick(closes)
    expect(trial.decision('D-2').phase).toBe('executed')
    expect(resultOf(trial)).toMatchObject({ eligible: { members: 2 } })
    trial.does(m3, payment(50), closes)
    expect(trial.decision('D-3').vote).toMatchObject({ eligible: { members: 3 } })
  })
})

describe('when it closes', () => {
  test('early, where the rule says so and nothing can change it; ballots are then final', () => {
    const trial = voting({ earlyClose: true, thresholdOf: 'eligible' })
    votes(trial, 0, [m1, m2, m3, m4])
    expect(trial.refuses(m1, ballot(1), start + hour).code).toBe('ballot.final')
    expect(trial.tick(start + 2 * hour)).toBe(0)
    votes(trial, 0, [m5], start + 3 * hour)
    expect(trial.tick(start + 3 * hour)).toBe(1)
    expect(trial.decision(decision)).toMatchObject({ phase: 'executed', closedMs: start + 3 * hour })
  })

  test('later, where the quorum came only at the last minute, and not for ever', () => {
    const extension = { lastMs: day, byMs: 2 * day, atMost: 1 }
    const trial = voting({ quorum: '3/8', extension })
    votes(trial, 0, [m1, m2])
    votes(trial, 0, [m3], closes - hour)
    expect(trial.tick(closes)).toBe(1)
    expect(trial.decision(decision)).toMatchObject({ phase: 'vote', dueMs: closes + 2 * day })
    votes(trial, 1, [m4], closes + hour)
    expect(trial.tick(closes + 2 * day)).toBe(1)
    expect(resultOf(trial)).toMatchObject({ passed: true, scores: ['3', '1'] })
  })
})

test('whoever only changes a ballot at the last minute has taken part all along', () => {
  const trial = voting({ quorum: '3/8', extension: { lastMs: day, byMs: 2 * day, atMost: 1 } })
  votes(trial, 0, [m1, m2, m3])
  votes(trial, 1, [m3], closes - hour)
  trial.tick(closes)
  expect(resultOf(trial)).toMatchObject({ passed: true, scores: ['2', '1'] })
})

describe('what is delegated', () => {
  const delegate = (to: string) =>
    ({ kind: 'delegate', to, scope: { kind: 'unit', unit: 'finance' } }) as const
  const revoke = { kind: 'revoke', scope: { kind: 'unit', unit: 'finance' } } as const

  test('goes along the chain to the first who votes; a ballot of one’s own comes first', () => {
    const trial = voting()
    trial.does(m1, delegate(m2), start)
    trial.does(m2, delegate(m3), start)
    trial.does(m4, delegate(m3), start)
    votes(trial, 0, [m3])
    votes(trial, 1, [m4, m5])
    trial.tick(closes)
    expect(resultOf(trial)).toMatchObject({ scores: ['3', '2'], taking: '5', counted: { ballots: 3 } })
  })

  test('counts as it was in force at the close, however late the clock looks', () => {
    const trial = voting()
    trial.does(m1, delegate(m3), start)
    trial.does(m2, delegate(m3), start)
    votes(trial, 0, [m3])
    votes(trial, 1, [m5, m6])
    trial.does(m2, revoke, closes - 1)
    trial.does(m1, revoke, closes + 1)
    trial.tick(closes + hour)
    expect(resultOf(trial)).toMatchObject({ scores: ['2', '2'], reason: 'tie' })
  })

  test('revoked and given again, it counts once', () => {
    const trial = voting()
    trial.does(m1, delegate(m3), start)
    trial.does(m1, revoke, start + hour)
    expect(trial.refuses(m1, revoke, start + hour).code).toBe('delegation.none')
    trial.does(m1, delegate(m3), start + hour)
    trial.does(m1, delegate(m3), start + hour)
    votes(trial, 0, [m3], start + 2 * hour)
    trial.tick(closes)
    expect(resultOf(trial)).toMatchObject({ scores: ['2', '0'] })
  })

  test('a circle is refused, and so is an outsider', () => {
    const trial = voting()
    trial.does(m1, delegate(m2), start)
    expect(trial.refuses(m2, delegate(m1), start).code).toBe('delegation.cycle')
    expect(trial.refuses(m2, delegate(m2), start).code).toBe('delegation.self')
    expect(trial.refuses(outsider, delegate(m1), start).code).toBe('delegation.not_member')
  })
})

describe('what it chooses between', () => {
  test('the payloads of one act and none of them', () => {
    const trial = createTrial()
    prepare(trial, {})
    const asked = payment(100)
    const alternatives = [{ amount: 200 }, { amount: 300 }]
    trial.does(ada, { ...asked, act: { ...asked.act, alternatives } }, start)
    expect(trial.decision(decision).options).toEqual(['0', '1', '2', 'none'])
    votes(trial, 2, [m1, m2])
    votes(trial, 3, [m3])
    trial.tick(closes)
    expect(trial.paid()).toEqual([300])
  })

  test('a payload of another class cannot ride along, nor one that could not be carried out', () => {
    const trial = createTrial()
    const rule = presetRule(3, sides)
    const small = { acts: ['purse.pay'], where: [{ field: 'amount', atMost: '150' }] }
    trial.move('finance', [
      { id: 'small', name: 'Small', filter: small, consequence: 1, rule },
      everything(rule),
    ])
    const asked = payment(100)
    const withOther = (amount: number) => ({ ...asked, act: { ...asked.act, alternatives: [{ amount }] } })
    expect(trial.refuses(m1, withOther(500), start).code).toBe('act.alternative_of_other_class')
    const other = createTrial()
    prepare(other, {})
    expect(other.refuses(m1, withOther(5_000), start).code).toBe('purse.empty')
  })

  test('an act’s own options, where no option says no', () => {
    const trial = createTrial()
    const elect = act('purse.elect', 'finance', { candidates: [m1, m2, m3] })
    expect(trial.refuses(ada, elect, start).code).toBe('act.needs_vote')
    prepare(trial, { method: 'approval', threshold: '0/1' })
    trial.does(ada, elect, start)
    for (const person of [m1, m2]) trial.does(person, { kind: 'ballot', decision, choice: [1, 2] }, start)
    trial.does(m3, { kind: 'ballot', decision, choice: [2] }, start)
    trial.tick(closes)
    expect(trial.books.stream('purse/chosen')).toEqual({ best: [m3] })
  })
})
