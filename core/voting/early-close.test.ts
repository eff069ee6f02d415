// Closing early never lies: every way of casting what remains is tried, delegated onto ballots that are there included.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { cannotChange } from './early-close.ts'
import { type Ballot, type Choice, type Method, methods } from './method.ts'
import { voteOutcome } from './outcome.ts'
import { tally } from './tally.ts'
import type { VoteRule } from './vote-rule.ts'

const subsets = (options: number): number[][] =>
  Array.from({ length: 2 ** options }, (_, bits) => range(options).filter(option => bits & (1 << option)))
const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const orders = (rest: number[]): number[][] =>
  rest.flatMap(first => [[first], ...orders(rest.filter(one => one !== first)).map(next => [first, ...next])])
const shares = (options: number, most: number): Record<string, number>[] =>
  range((most + 1) ** options).map(code =>
    Object.fromEntries(
      range(options).map(option => [option, Math.floor(code / (most + 1) ** option) % (most + 1)]),
    ),
  )

const scoreMax = 2

/** Every ballot there is; of shares those with up to two points an option. */
function choices(method: Method, options: number): Choice[] {
  switch (method) {
    case 'single-choice':
      return [null, ...range(options)]
    case 'approval':
      return subsets(options)
    case 'weighted':
    case 'quadratic':
    case 'score':
      return shares(options, scoreMax)
    default:
      return [[], ...orders(range(options))]
  }
}

const splits: Readonly<Record<number, readonly bigint[][]>> = {
  0: [[]],
  1: [[], [1n]],
  2: [[], [1n], [2n], [1n, 1n]],
}

/** What the ballots may still become: each part of the rest a new ballot, or added to one that is there. */
function* futures(
  ballots: readonly Ballot[],
  remaining: number,
  all: readonly Choice[],
): Generator<Ballot[]> {
  const cast = function* (now: readonly Ballot[], parts: readonly bigint[]): Generator<Ballot[]> {
    const [weight, ...rest] = parts
    if (weight === undefined) return yield [...now]
    for (const choice of all) yield* cast([...now, { weight, choice }], rest)
    for (const at of ballots.keys()) {
      const grown = now.map((ballot, i) =>
        i === at ? { ...ballot, weight: ballot.weight + weight } : ballot,
      )
      yield* cast(grown, rest)
    }
  }
  for (const parts of splits[remaining] ?? []) yield* cast(ballots, parts)
}

const scenario = (method: Method) =>
  fc.integer({ min: 2, max: 3 }).chain(options => {
    const all = choices(method, options)
    return fc.record({
      options: fc.constant(options),
      ballots: fc.array(
        fc.record({ weight: fc.bigInt({ min: 0n, max: 6n }), choice: fc.constantFrom(...all) }),
        { maxLength: 4 },
      ),
      remaining: fc.integer({ min: 0, max: 2 }),
      lost: fc.bigInt({ min: 0n, max: 2n }),
      against: fc.constantFrom(options - 1, null),
      quorum: fc.constantFrom('0/1', '1/2', '4/5', '1/1'),
      threshold: fc.constantFrom('0/1', '1/3', '1/2', '2/3', '4/5'),
      reach: fc.constantFrom('more-than' as const, 'at-least' as const),
      thresholdOf: fc.constantFrom('counted' as const, 'present' as const, 'eligible' as const),
      abstentionsCount: fc.boolean(),
    })
  })

const comparesOptions = new Set<Method>(['quadratic', 'schulze', 'copeland'])
const exact = new Set<Method>(['single-choice', 'approval', 'weighted', 'score'])

describe.each(methods)('%s', method => {
  let settled = 0
  const run = () =>
    fc.assert(
      fc.property(scenario(method), ({ options, ballots, remaining, lost, against, ...rest }) => {
        const rule: VoteRule = { ...rest, method, scoreMax, earlyClose: true, extension: null }
        if (comparesOptions.has(method)) Object.assign(rule, { thresholdOf: 'counted' })
        const cast = ballots.reduce((sum, { weight }) => sum + weight, 0n)
        const eligible = { weight: cast + BigInt(remaining) + lost }
        const soFar = tally(method, options, ballots, { scoreMax })
        const says = cannotChange(rule, eligible, soFar, BigInt(remaining), against)
        const sealed = (now: Ballot[]) => {
          const { passed, winner } = voteOutcome(
            rule,
            eligible,
            tally(method, options, now, { scoreMax }),
            against,
          )
          return passed ? winner : null
        }
        if (!says && !exact.has(method)) return
        const first = sealed(ballots)
        let same = true
        for (const future of futures(ballots, remaining, choices(method, options))) {
          if (sealed(future) !== first) {
            same = false
            break
          }
        }
        if (says) settled += remaining > 0 ? 1 : 0
        expect(same).toBe(says)
      }),
      { numRuns: 200 },
    )

  test(
    exact.has(method) ? 'says exactly when nothing can change' : 'never says so while something can change',
    () => {
      run()
      expect(settled).toBeGreaterThan(5)
    },
  )
})

describe('when', () => {
  const rule: VoteRule = {
    method: 'single-choice',
    quorum: '1/2',
    abstentionsCount: true,
    threshold: '1/2',
    reach: 'more-than',
    thresholdOf: 'counted',
    earlyClose: true,
    extension: null,
  }
  const soFar = (pro: bigint, contra: bigint) =>
    tally('single-choice', 2, [
      { weight: pro, choice: 0 },
      { weight: contra, choice: 1 },
    ])
  const of = { weight: 100n }

  test('more than half of all are for it, or half against', () => {
    expect(cannotChange(rule, of, soFar(51n, 0n), 49n, 1)).toBe(true)
    expect(cannotChange(rule, of, soFar(50n, 0n), 50n, 1)).toBe(false)
    expect(cannotChange(rule, of, soFar(0n, 50n), 50n, 1)).toBe(true)
    expect(cannotChange(rule, of, soFar(0n, 49n), 51n, 1)).toBe(false)
  })

  test('the quorum cannot be reached any more', () => {
    expect(cannotChange(rule, of, soFar(10n, 0n), 39n, 1)).toBe(true)
    expect(cannotChange(rule, of, soFar(10n, 0n), 40n, 1)).toBe(false)
  })

  test('never where ballots may be changed', () => {
    expect(cannotChange({ ...rule, earlyClose: false }, of, soFar(100n, 0n), 0n, 1)).toBe(false)
  })

  test('more that remains than there is', () => {
    expect(() => cannotChange(rule, of, soFar(51n, 0n), 50n, 1)).toThrow(RangeError)
    expect(() => cannotChange(rule, of, soFar(51n, 0n), -1n, 1)).toThrow(RangeError)
  })
})
