// Laws that a count must keep, tried on made-up votes of every method.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { renamed, type Vote, votes } from './arbitrary-votes.ts'
import type { Ballot, Method, Tally } from './method.ts'
import { tally } from './tally.ts'

const count = ({ method, options, ballots }: Vote) => tally(method, options, ballots)
const runs = { numRuns: 400 }
const summing: readonly Method[] = ['single-choice', 'approval', 'weighted', 'quadratic', 'score']

describe('any method', () => {
  test('the order of ballots changes nothing', () => {
    fc.assert(
      fc.property(
        votes().chain(vote =>
          fc.tuple(
            fc.constant(vote),
            fc.shuffledSubarray([...vote.ballots], { minLength: vote.ballots.length }),
          ),
        ),
        ([vote, ballots]) => {
          expect(count({ ...vote, ballots })).toEqual(count(vote))
        },
      ),
      runs,
    )
  })

  test('renamed options get the same result under their new names', () => {
    const withNames = votes().chain(vote =>
      fc.tuple(
        fc.constant(vote),
        fc.shuffledSubarray(
          Array.from({ length: vote.options }, (_, i) => i),
          { minLength: vote.options },
        ),
      ),
    )
    fc.assert(
      fc.property(withNames, ([vote, names]) => {
        const before = count(vote)
        const after = count({
          ...vote,
          ballots: vote.ballots.map(({ weight, choice }) => ({ weight, choice: renamed(choice, names) })),
        })
        const tiers = (ranking: Tally['ranking'], by: (option: number) => number | undefined) =>
          ranking.map(tier => tier.map(by).sort())
        expect(tiers(after.ranking, option => option)).toEqual(tiers(before.ranking, option => names[option]))
        expect(after.winner).toBe(before.winner === null ? null : names[before.winner])
        expect(names.map(name => after.scores[name])).toEqual(before.scores)
        expect(after.rounds?.map(round => names.map(name => round.weights[name]))).toEqual(
          before.rounds?.map(round => round.weights),
        )
      }),
      runs,
    )
  })

  test('every option stands once in the ranking, and every ballot is counted, abstains or is invalid', () => {
    fc.assert(
      fc.property(votes(), vote => {
        const { ranking, counted, abstained, invalid, winner } = count(vote)
        expect(ranking.flat().sort()).toEqual(Array.from({ length: vote.options }, (_, i) => i))
        expect(counted.ballots + abstained.ballots + invalid.ballots).toBe(vote.ballots.length)
        expect(counted.weight + abstained.weight + invalid.weight).toBe(
          vote.ballots.reduce((sum, { weight }) => sum + weight, 0n),
        )
        const alone = counted.weight > 0n && ranking[0]?.length === 1
        expect(winner).toBe(alone ? ranking[0]?.[0] : null)
      }),
      runs,
    )
  })

  test('abstentions and invalid ballots move nothing but their own counts', () => {
    fc.assert(
      fc.property(votes(), fc.bigInt(0n, 2n ** 90n), (vote, weight) => {
        const without = count(vote)
        const silent: Ballot[] = [
          { weight, choice: null },
          { weight, choice: [0, 0] },
        ]
        const { abstained, invalid, ...rest } = count({ ...vote, ballots: [...silent, ...vote.ballots] })
        expect({ ...rest, abstained: without.abstained, invalid: without.invalid }).toEqual(without)
        expect(abstained.weight - without.abstained.weight).toBe(weight)
        expect(invalid.weight - without.invalid.weight).toBe(weight)
      }),
      runs,
    )
  })

  test('a ballot cut into two of the same choice counts as before, except where roots are taken', () => {
    const linear = votes([
      ...summing.filter(method => method !== 'quadratic'),
      'instant-runoff',
      'schulze',
      'copeland',
    ])
    fc.assert(
      fc.property(linear, fc.bigInt(1n, 5n), (vote, part) => {
        const ballots = vote.ballots.flatMap(({ weight, choice }) => [
          { weight: weight / part, choice },
          { weight: weight - weight / part, choice },
        ])
        const [{ counted, ...cut }, { counted: before, ...whole }] = [
          count({ ...vote, ballots }),
          count(vote),
        ]
        for (const key of ['scores', 'ranking', 'winner', 'rounds', 'duels'] as const) {
          expect(cut[key]).toEqual(whole[key])
        }
        expect(counted.weight).toBe(before.weight)
      }),
      runs,
    )
  })

  test('by roots, a ballot cut in two counts for more: budgets belong to people, not to accounts', () => {
    const whole = tally('quadratic', 2, [{ weight: 100n, choice: { '0': 1 } }])
    const cut = tally('quadratic', 2, Array(2).fill({ weight: 50n, choice: { '0': 1 } }))
    expect(whole.scores[0]).toEqual({ numerator: 10n, denominator: 1n })
    expect(cut.scores[0]?.numerator).toBeGreaterThan(10n * (cut.scores[0]?.denominator ?? 0n))
  })

  test('weight multiplied alike for all leaves the ranking, except where roots are rounded', () => {
    fc.assert(
      fc.property(votes(), fc.bigInt(1n, 2n ** 80n), (vote, factor) => {
        fc.pre(vote.method !== 'quadratic')
        const ballots = vote.ballots.map(({ weight, choice }) => ({ weight: weight * factor, choice }))
        expect(count({ ...vote, ballots }).ranking).toEqual(count(vote).ranking)
      }),
      runs,
    )
  })
})

describe('adding to a winner does not hurt it', () => {
  const only = (method: Method, option: number) => {
    if (method === 'single-choice') return option
    return summing.includes(method) && method !== 'approval' ? { [option]: 1 } : [option]
  }

  test('by a further ballot for it alone, in every method but the run-off', () => {
    fc.assert(
      fc.property(votes([...summing, 'schulze', 'copeland']), fc.bigInt(1n, 2n ** 70n), (vote, weight) => {
        const { winner } = count(vote)
        fc.pre(winner !== null)
        const ballots = [...vote.ballots, { weight, choice: only(vote.method, winner as number) }]
        expect(count({ ...vote, ballots }).winner).toBe(winner)
      }),
      runs,
    )
  })

  test('by moving it to the top of a ballot, in schulze and copeland', () => {
    fc.assert(
      fc.property(votes(['schulze', 'copeland']), fc.nat(11), (vote, at) => {
        const { winner } = count(vote)
        const raised = vote.ballots[at % Math.max(1, vote.ballots.length)]
        fc.pre(
          winner !== null &&
            Array.isArray(raised?.choice) &&
            new Set(raised.choice).size === raised.choice.length,
        )
        const ballots = vote.ballots.map(ballot => {
          if (ballot !== raised || !Array.isArray(ballot.choice)) return ballot
          return {
            ...ballot,
            choice: [winner as number, ...ballot.choice.filter(option => option !== winner)],
          }
        })
        expect(count({ ...vote, ballots }).winner).toBe(winner)
      }),
      runs,
    )
  })

  test('the run-off is known to break this law: more first places can lose it', () => {
    const ballots = (first: bigint, second: bigint): Ballot[] => [
      { weight: first, choice: [0, 1, 2] },
      { weight: second, choice: [1, 2, 0] },
      { weight: 26n, choice: [2, 0, 1] },
    ]
    expect(tally('instant-runoff', 3, ballots(39n, 35n)).winner).toBe(0)
    // Ten more put option 0 first: now 1 goes out in place of 2, and its ballots elect 2.
    expect(tally('instant-runoff', 3, ballots(49n, 25n)).winner).toBe(2)
  })
})
