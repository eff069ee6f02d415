// Which ballots each method accepts, and that no hostile one gets through or breaks anything.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { votes } from './arbitrary-votes.ts'
import { type Method, methods } from './method.ts'
import { validSettings } from './settings.ts'
import { tally } from './tally.ts'
import { validChoice } from './valid.ts'

const listing: readonly Method[] = ['approval', 'instant-runoff', 'schulze', 'copeland']
const recording: readonly Method[] = ['weighted', 'quadratic', 'score', 'schulze', 'copeland']
const sharing: readonly Method[] = ['weighted', 'quadratic']

const codeOf = (method: Method, choice: unknown, options = 3) => {
  const result = validChoice(method, options, choice)
  return result.ok ? 'ok' : result.refusal.code
}

describe('a ballot', () => {
  test.each(methods)('%s: null abstains', method => {
    expect(validChoice(method, 3, null)).toEqual({ ok: true, value: null })
  })

  test.each([
    undefined,
    true,
    'zero',
    '0',
    1n,
    Symbol('0'),
    () => 0,
    new Date(0),
    new Map([['0', 1]]),
    new Uint8Array(2),
  ])('no method takes %s', choice => {
    for (const method of methods) expect(codeOf(method, choice)).toBe('ballot.wrong_shape')
  })

  test.each([-1, 3, 0.5, Number.NaN, Infinity, 2 ** 53])('single choice has no option %s', choice => {
    expect(codeOf('single-choice', choice)).toBe('ballot.unknown_option')
  })

  test.each(listing)('%s: a list names distinct options that exist', method => {
    expect(codeOf(method, [2, 0, 1])).toBe('ok')
    expect(codeOf(method, [])).toBe('ok')
    expect(codeOf(method, [1, 1])).toBe('ballot.repeated_option')
    expect(codeOf(method, [0, -0])).toBe('ballot.repeated_option')
    expect(codeOf(method, [0, 1, 2, 0])).toBe('ballot.too_many_options')
    for (const bad of [-1, 3, 1.5, Number.NaN, '0', null, [0], undefined]) {
      expect(codeOf(method, [0, bad])).toBe('ballot.unknown_option')
    }
    expect(codeOf(method, new Array(2))).toBe('ballot.unknown_option')
    expect(codeOf(method, new Array(10_000_000).fill(0))).toBe('ballot.too_many_options')
  })

  test.each(recording)('%s: a record knows one spelling of each option', method => {
    expect(codeOf(method, { '0': 1, '2': 1 })).toBe('ok')
    expect(codeOf(method, {})).toBe('ok')
    for (const key of ['3', '-1', '01', '1.0', '1e0', ' 1', '', 'constructor', 'toString']) {
      expect([key, codeOf(method, { [key]: 1 })]).toEqual([key, 'ballot.unknown_option'])
    }
    expect(codeOf(method, JSON.parse('{"__proto__": 1}'))).toBe('ballot.unknown_option')
    expect(codeOf(method, Object.create({ '0': 1 }))).not.toBe('ok')
    const huge = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [i, 1]))
    expect(codeOf(method, huge)).toBe('ballot.too_many_options')
    for (const bad of [-1, 1.5, Number.NaN, Infinity, '1', null, [1], {}, 2 ** 53]) {
      expect(codeOf(method, { '0': bad })).toMatch(/^ballot\.bad_(points|rank)$/)
    }
  })

  test.each(sharing)('%s: points are bounded together', method => {
    expect(codeOf(method, { '0': limits.ballotPoints })).toBe('ok')
    expect(codeOf(method, { '0': limits.ballotPoints, '1': 1 })).toBe('ballot.too_many_points')
    expect(codeOf(method, { '0': 0, '1': 0 })).toBe('ok')
  })

  test('score: points go up to what the rule says', () => {
    expect(codeOf('score', { '0': 10 })).toBe('ok')
    expect(codeOf('score', { '0': 11 })).toBe('ballot.bad_points')
    expect(validChoice('score', 3, { '0': 11 }, { scoreMax: 11 }).ok).toBe(true)
  })

  test.each(['schulze', 'copeland'] as const)('%s: ranks go from 1 to the number of options', method => {
    expect(codeOf(method, { '0': 1, '1': 1, '2': 3 })).toBe('ok')
    expect(codeOf(method, { '0': 0 })).toBe('ballot.bad_rank')
    expect(codeOf(method, { '0': 4 })).toBe('ballot.bad_rank')
  })

  test('what is accepted is a copy in one spelling', () => {
    const sent = [1, -0]
    const kept = validChoice('approval', 3, sent)
    expect(kept).toEqual({ ok: true, value: [1, 0] })
    sent.push(2)
    expect(kept).toEqual({ ok: true, value: [1, 0] })
    expect(Object.is(validChoice('single-choice', 3, -0).ok && 0, 0)).toBe(true)
    expect(JSON.stringify(validChoice('score', 3, { '2': -0, '0': 1 }))).toBe(
      '{"ok":true,"value":{"0":1,"2":0}}',
    )
  })

  test('any JSON value is answered and never thrown at, and the tally agrees', () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), fc.jsonValue(), (method, choice) => {
        const { ok } = validChoice(method, 3, choice)
        const { invalid } = tally(method, 3, [{ weight: 1n, choice: choice as null }])
        expect(invalid.ballots).toBe(ok ? 0 : 1)
      }),
      { numRuns: 500 },
    )
  })

  test('a made-up ballot that is accepted is accepted again as it was kept, and counts the same', () => {
    fc.assert(
      fc.property(votes(), ({ method, options, ballots }) => {
        const kept = ballots.flatMap(({ weight, choice }) => {
          const result = validChoice(method, options, choice)
          return result.ok ? [{ weight, choice: result.value }] : []
        })
        const [{ invalid: _, ...ours }, { invalid: __, ...theirs }] = [
          tally(method, options, kept),
          tally(method, options, ballots),
        ]
        expect(ours).toEqual(theirs)
      }),
    )
  })
})

describe('settings', () => {
  const codeOfSettings = (settings: object, options = 3, method: Method = 'schulze') => {
    const result = validSettings(method, options, settings)
    return result.ok ? 'ok' : result.refusal.code
  }
  const ratio = { numerator: 1n, denominator: 1n }

  test.each([0, -1, 1.5, Number.NaN, limits.options + 1])('a vote has no %s options', options => {
    expect(codeOfSettings({}, options)).toBe('voting.bad_options')
    expect(() => tally('approval', options, [])).toThrow(RangeError)
  })

  test.each([
    [{ scoreMax: 0 }, 'voting.bad_score_max'],
    [{ scoreMax: 1.5 }, 'voting.bad_score_max'],
    [{ scoreMax: limits.ballotPoints + 1 }, 'voting.bad_score_max'],
    [{ elimination: 'all' }, 'voting.bad_elimination'],
    [{ lot: [0, 1] }, 'voting.bad_lot'],
    [{ lot: [0, 1, 1] }, 'voting.bad_lot'],
    [{ lot: [0, 1, 3] }, 'voting.bad_lot'],
    [{ defaultOption: { option: 3, atLeast: 0n, ratio } }, 'voting.bad_default'],
    [{ defaultOption: { option: 0, atLeast: -1n, ratio } }, 'voting.bad_default'],
    [
      { defaultOption: { option: 0, atLeast: 0n, ratio: { numerator: 1n, denominator: 0n } } },
      'voting.bad_default',
    ],
    [
      { defaultOption: { option: 0, atLeast: 0n, ratio }, lot: [2, 0, 1], elimination: 'batch', scoreMax: 5 },
      'ok',
    ],
  ])('%o: %s', (settings, code) => {
    expect(codeOfSettings(settings)).toBe(code)
  })

  test('a negative weight is a fault', () => {
    expect(() => tally('approval', 2, [{ weight: -1n, choice: [0] }])).toThrow(RangeError)
  })
})
