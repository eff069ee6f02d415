// What votes come to: each reason, each method's support, and the edge of every share.
import { describe, expect, test } from 'vitest'
import type { Ballot, Choice, Method } from './method.ts'
import { voteOutcome } from './outcome.ts'
import { tally } from './tally.ts'
import { type VoteRule, voteRuleSchema } from './vote-rule.ts'

const plain: VoteRule = {
  method: 'single-choice',
  quorum: '1/5',
  abstentionsCount: true,
  threshold: '1/2',
  reach: 'more-than',
  thresholdOf: 'counted',
  earlyClose: false,
  extension: null,
}
const cast = (...ballots: [bigint | number, Choice][]): Ballot[] =>
  ballots.map(([weight, choice]) => ({ weight: BigInt(weight), choice }))

function comesTo(
  rule: Partial<VoteRule>,
  ballots: Ballot[],
  more: { options?: number; of?: bigint; against?: number | null } = {},
) {
  const whole = { ...plain, ...rule }
  const { options = 2, of = 100n, against = options - 1 } = more
  const settings = whole.scoreMax === undefined ? {} : { scoreMax: whole.scoreMax }
  return voteOutcome(whole, { weight: of }, tally(whole.method, options, ballots, settings), against)
}
const reason = (...given: Parameters<typeof comesTo>) => comesTo(...given).reason

describe('an act: 0 for, 1 against', () => {
  test('passes by more than half of what is counted', () => {
    expect(comesTo({}, cast([11, 0], [10, 1], [50, null]))).toMatchObject({
      passed: true,
      reason: 'passed',
      winner: 0,
    })
    expect(reason({}, cast([10, 0], [11, 1]))).toBe('rejected')
  })

  test('a tie never passes', () => {
    expect(comesTo({ reach: 'at-least' }, cast([10, 0], [10, 1]))).toMatchObject({
      passed: false,
      reason: 'tie',
      winner: null,
      support: null,
    })
  })

  test('nobody, nothing but abstentions, nothing but weightless or invalid ballots: no ballots', () => {
    for (const ballots of [cast(), cast([60, null]), cast([0, 0]), cast([60, 7])]) {
      expect(reason({}, ballots)).toBe('no_ballots')
    }
    expect(reason({ quorum: '0/1' }, cast(), { of: 0n })).toBe('no_ballots')
  })

  test('the quorum is of the eligible weight, rounded up, abstentions in or out', () => {
    expect(comesTo({}, cast([19, 0])).quorum).toEqual({ has: 19n, needs: 20n, reached: false })
    expect(reason({}, cast([19, 0]))).toBe('no_quorum')
    expect(reason({}, cast([20, 0]))).toBe('passed')
    expect(reason({}, cast([1, 0], [19, null]))).toBe('passed')
    expect(reason({ abstentionsCount: false }, cast([1, 0], [19, null]))).toBe('no_quorum')
    expect(reason({}, cast([1, 0], [19, 7]))).toBe('no_quorum')
    expect(comesTo({ quorum: '1/3' }, cast([34, 0])).quorum).toEqual({ has: 34n, needs: 34n, reached: true })
  })

  test('a supermajority: at least two thirds is met by exactly two thirds, more than is not', () => {
    const ballots = cast([20, 0], [10, 1])
    expect(reason({ threshold: '2/3', reach: 'at-least' }, ballots)).toBe('passed')
    expect(reason({ threshold: '2/3', reach: 'more-than' }, ballots)).toBe('below_threshold')
    expect(reason({ threshold: '1/1', reach: 'at-least' }, cast([20, 0]))).toBe('passed')
    expect(reason({ threshold: '1/1', reach: 'at-least' }, cast([20, 0], [1, 1]))).toBe('below_threshold')
  })

  test('no rounding, however large the weights', () => {
    const third = 10n ** 30n
    const of = 4n * third
    const rule = { threshold: '2/3', reach: 'at-least' } as const
    expect(reason(rule, cast([2n * third, 0], [third, 1]), { of })).toBe('passed')
    expect(reason(rule, cast([2n * third - 1n, 0], [third, 1]), { of })).toBe('below_threshold')
  })

  test('of what is counted, with the abstentions, or of all who may vote', () => {
    const ballots = cast([30, 0], [10, 1], [20, null])
    expect(reason({}, ballots)).toBe('passed')
    expect(reason({ thresholdOf: 'present' }, ballots)).toBe('below_threshold')
    expect(reason({ thresholdOf: 'present', reach: 'at-least' }, ballots)).toBe('passed')
    expect(reason({ thresholdOf: 'eligible' }, ballots)).toBe('below_threshold')
    expect(reason({ thresholdOf: 'eligible' }, cast([51, 0]))).toBe('passed')
  })
})

describe('several options, the last says none of these', () => {
  const three = { options: 3 }
  const support = (
    method: Method,
    ballots: Ballot[],
    against: number | null = 2,
    rule: Partial<VoteRule> = {},
  ) => {
    const { support: found } = comesTo({ method, ...rule }, ballots, { ...three, against })
    const text = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) =>
      denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
    return found && `${text(found.has)} of ${text(found.of)}`
  }

  test('none of these can win', () => {
    expect(reason({}, cast([10, 0], [9, 1], [11, 2]), three)).toBe('rejected')
    expect(reason({}, cast([10, 0], [9, 1], [10, 2]), three)).toBe('tie')
    expect(reason({}, cast([12, 0], [9, 1], [11, 2]), three)).toBe('below_threshold')
    expect(reason({ threshold: '1/3' }, cast([12, 0], [9, 1], [11, 2]), three)).toBe('passed')
  })

  test('what each method holds against the threshold', () => {
    expect(support('approval', cast([6, [0]], [5, [0, 1]], [9, [2]]))).toBe('11 of 20')
    expect(support('weighted', cast([6, { 0: 2, 1: 1 }], [6, { 0: 1 }]))).toBe('10 of 12')
    expect(support('quadratic', cast([9, { 0: 1 }], [4, { 1: 1 }]))).toBe('3 of 5')
    expect(support('score', cast([6, { 0: 5 }], [5, { 1: 4, 2: 1 }]), 2, { scoreMax: 5 })).toBe('30 of 55')
    expect(support('score', cast([6, { 0: 5 }]))).toBe('30 of 60')
    // The third choices of 4 move on, 3 run out: 9 of the 16 that are counted.
    expect(support('instant-runoff', cast([6, [0]], [7, [1]], [3, [2, 0]]))).toBe('9 of 16')
    expect(support('instant-runoff', cast([8, [0]], [7, [1]], [3, [2]]))).toBe('8 of 18')
  })

  test('duels: against none of these, of those who prefer one of the two', () => {
    const ballots = cast([6, [0, 1]], [4, [1, 2]], [3, [2, 0]])
    for (const method of ['schulze', 'copeland'] as const) {
      expect(support(method, cast([6, [0, 1]], [3, [2, 0]], [2, [1]]))).toBe('6 of 9')
    }
    expect(comesTo({ method: 'schulze' }, ballots, three).winner).toBe(0)
    expect(support('schulze', ballots)).toBe('6 of 13')
    expect(reason({ method: 'schulze' }, ballots, { ...three, of: 13n })).toBe('below_threshold')
  })

  test('an election has no option against: in duels the strongest rival counts', () => {
    expect(support('copeland', cast([6, [0, 1]], [3, [2, 0]], [2, [1]]), null)).toBe('6 of 9')
    expect(support('copeland', cast([6, [0, 1]], [5, [1, 2, 0]]), null)).toBe('6 of 11')
    expect(reason({ threshold: '0/1' }, cast([10, 0], [9, 1], [11, 2]), { ...three, against: null })).toBe(
      'passed',
    )
  })

  test('alone, an option has all; a duel that nobody takes a side in reaches nothing', () => {
    const rule = { method: 'copeland', quorum: '0/1' } as const
    expect(reason(rule, cast([6, [0]]), { options: 1, against: null })).toBe('passed')
    const alike = cast([6, { 0: 1, 1: 2, 2: 1 }], [7, { 0: 1, 1: 2, 2: 1 }])
    const lonely = { ...tally('copeland', 3, alike), winner: 0 }
    expect(voteOutcome({ ...plain, ...rule }, { weight: 13n }, lonely, 2)).toMatchObject({
      reason: 'below_threshold',
      support: { of: { numerator: 0n } },
    })
  })
})

describe('broken invariants', () => {
  test('another method, more weight than there is, an option that is not there', () => {
    const counted = tally('approval', 2, cast([1, [0]]))
    expect(() => voteOutcome(plain, { weight: 1n }, counted, 1)).toThrow(RangeError)
    expect(() => comesTo({}, cast([1, 0], [1, null]), { of: 1n })).toThrow(RangeError)
    expect(() => comesTo({}, cast([1, 0]), { against: 2 })).toThrow(RangeError)
  })
})

describe('the schema', () => {
  const accepts = (rule: object) => voteRuleSchema.safeParse({ ...plain, ...rule }).success

  test('takes what it means and survives JSON', () => {
    const { thresholdOf, ...rest } = plain
    expect(voteRuleSchema.parse(JSON.parse(JSON.stringify(rest)))).toEqual(plain)
    expect(
      accepts({ extension: { lastMs: 1, byMs: 1, atMost: 1 }, quorum: '0/1', method: 'score', scoreMax: 5 }),
    ).toBe(true)
  })

  test('refuses what can never be reached or means nothing', () => {
    const bad: object[] = [
      { quorum: '3/2' },
      { quorum: '1/0' },
      { quorum: 0.2 },
      { threshold: '1/1' },
      { threshold: '-1/2' },
      { threshold: '01/2' },
      { threshold: '1000000/1000000' },
      { method: 'schulze', thresholdOf: 'eligible' },
      { method: 'quadratic', thresholdOf: 'present' },
      { extension: { lastMs: 0, byMs: 1, atMost: 1 } },
      { extension: { lastMs: 1, byMs: 1, atMost: 1e9 } },
      { method: 'plurality' },
      { scoreMax: 0 },
      { extra: 1 },
    ]
    expect(bad.filter(accepts)).toEqual([])
    expect(accepts({ threshold: '1/1', reach: 'at-least' })).toBe(true)
  })
})
