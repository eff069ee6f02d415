// Our counts beside the plainest ones that can be written down: path by path, round by round, fraction by fraction.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { type Vote, votes } from './arbitrary-votes.ts'
import { ballotReader } from './ballot-reader.ts'
import type { Ballot, Choice, Method, Rational } from './method.ts'
import { addRationals, compareRationals, rational } from './rational.ts'
import { tally } from './tally.ts'

const runs = { numRuns: 400 }
const count = ({ method, options, ballots }: Vote) => tally(method, options, ballots)
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)

function acceptedBallots({ method, options, ballots }: Vote): Ballot[] {
  const reader = ballotReader(method, options)
  return ballots.filter(({ choice }) => reader.read(choice) === 'counts')
}

/** The rank that a ballot gives an option; what it leaves out is last. */
function rankOf(choice: Choice, option: number): number {
  if (Array.isArray(choice)) return choice.includes(option) ? choice.indexOf(option) : Infinity
  return (choice as Readonly<Record<string, number>>)[option] ?? Infinity
}

function naiveDuels(vote: Vote): bigint[][] {
  const ballots = acceptedBallots(vote)
  return upTo(vote.options).map(row =>
    upTo(vote.options).map(column =>
      ballots
        .filter(({ choice }) => rankOf(choice, row) < rankOf(choice, column))
        .reduce((sum, { weight }) => sum + weight, 0n),
    ),
  )
}

/** Every path without a repeated option, tried one by one. */
function strongestByAllPaths(
  duels: bigint[][],
  from: number,
  to: number,
  seen: readonly number[] = [],
): bigint {
  const strength = (a: number, b: number) => {
    const [pro, contra] = [duels[a]?.[b] ?? 0n, duels[b]?.[a] ?? 0n]
    return pro > contra ? pro : 0n
  }
  const through = upTo(duels.length).filter(via => via !== from && via !== to && !seen.includes(via))
  const viaOthers = through.map(via => {
    const [first, rest] = [strength(from, via), strongestByAllPaths(duels, via, to, [...seen, from])]
    return first < rest ? first : rest
  })
  return [strength(from, to), ...viaOthers].reduce((a, b) => (a > b ? a : b))
}

test('duels are those of counting ballot by ballot', () => {
  fc.assert(
    fc.property(votes(['schulze', 'copeland']), vote => {
      expect(count(vote).duels).toEqual(naiveDuels(vote))
    }),
    runs,
  )
})

test('schulze: an option beats another just where its strongest of all paths is stronger', () => {
  fc.assert(
    fc.property(votes(['schulze']), vote => {
      const duels = naiveDuels(vote)
      const beats = (a: number, b: number) =>
        strongestByAllPaths(duels, a, b) > strongestByAllPaths(duels, b, a)
      const { scores, ranking, counted } = count(vote)
      const options = upTo(vote.options)
      const beaten = options.map(a => BigInt(options.filter(b => a !== b && beats(a, b)).length))
      expect(scores).toEqual(beaten.map(many => rational(many)))
      if (counted.weight > 0n)
        expect(ranking[0]).toEqual(options.filter(a => !options.some(b => a !== b && beats(b, a))))
    }),
    runs,
  )
})

test('an option that beats every other wins in schulze and copeland', () => {
  let found = 0
  fc.assert(
    fc.property(votes(['schulze', 'copeland']), vote => {
      const duels = naiveDuels(vote)
      const best = upTo(vote.options).find(a =>
        upTo(vote.options).every(b => a === b || (duels[a]?.[b] ?? 0n) > (duels[b]?.[a] ?? 0n)),
      )
      if (best === undefined || count(vote).counted.weight === 0n) return
      found += 1
      expect(count(vote).winner).toBe(best)
    }),
    runs,
  )
  expect(found).toBeGreaterThan(20)
})

function naiveScores(vote: Vote): Rational[] {
  const sum = (terms: Rational[]) => terms.reduce(addRationals, rational(0n))
  return upTo(vote.options).map(option =>
    sum(
      acceptedBallots(vote).map(({ weight, choice }) => {
        if (typeof choice === 'number') return rational(choice === option ? weight : 0n)
        if (Array.isArray(choice)) return rational(choice.includes(option) ? weight : 0n)
        const points = choice as Readonly<Record<string, number>>
        const all = vote.method === 'score' ? 1 : Object.values(points).reduce((a, b) => a + b, 0)
        return rational(weight * BigInt(points[option] ?? 0), BigInt(all))
      }),
    ),
  )
}

test('single choice, approval, score and weighted add up to the same fractions', () => {
  const summing: readonly Method[] = ['single-choice', 'approval', 'score', 'weighted']
  fc.assert(
    fc.property(votes(summing), vote => {
      expect(count(vote).scores).toEqual(naiveScores(vote))
    }),
    runs,
  )
})

test('quadratic lies below the true sum of roots by less than a billionth a ballot', () => {
  fc.assert(
    fc.property(votes(['quadratic']), vote => {
      const ballots = acceptedBallots(vote)
      for (const [option, score] of count(vote).scores.entries()) {
        // In units of 10^-40, so that what the rule rounds off shows.
        const fine = ballots.map(({ weight, choice }) => {
          const points = choice as Readonly<Record<string, number>>
          const all = Object.values(points).reduce((a, b) => a + b, 0)
          return wholeRoot((weight * BigInt(points[option] ?? 0) * 10n ** 80n) / BigInt(all))
        })
        const low = rational(
          fine.reduce((a, b) => a + b, 0n),
          10n ** 40n,
        )
        const most = rational(BigInt(ballots.length), 1_000_000_000n)
        expect(
          compareRationals(score, addRationals(low, rational(BigInt(ballots.length), 10n ** 40n))),
        ).toBeLessThanOrEqual(0)
        expect(compareRationals(addRationals(score, most), low)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 100 },
  )
})

/** By halving: nothing in common with ours. */
function wholeRoot(value: bigint): bigint {
  let [low, high] = [0n, value + 1n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle * middle <= value) low = middle
    else high = middle
  }
  return low
}

/** One out at a time; undefined where a round has no single lowest, which is what the rules for ties are for. */
function naiveRunoff(ballots: readonly Ballot[], standing: readonly number[]): number | undefined {
  if (standing.length === 0) return undefined
  const firsts = standing.map(option =>
    ballots
      .filter(({ choice }) => (choice as number[]).find(mark => standing.includes(mark)) === option)
      .reduce((sum, { weight }) => sum + weight, 0n),
  )
  const total = firsts.reduce((a, b) => a + b, 0n)
  const best = firsts.findIndex(weight => weight * 2n > total)
  if (best !== -1) return standing[best]
  const least = firsts.reduce((a, b) => (a < b ? a : b))
  const lowest = standing.filter((_, i) => firsts[i] === least)
  return lowest.length === 1
    ? naiveRunoff(
        ballots,
        standing.filter(option => option !== lowest[0]),
      )
    : undefined
}

test('the run-off elects whom counting again in every round elects, one at a time or in batches', () => {
  let found = 0
  fc.assert(
    fc.property(votes(['instant-runoff']), vote => {
      const expected = naiveRunoff(acceptedBallots(vote), upTo(vote.options))
      if (expected === undefined) return
      found += 1
      expect(count(vote).winner).toBe(expected)
      const batches = tally('instant-runoff', vote.options, vote.ballots, { elimination: 'batch' })
      expect(batches.winner).toBe(expected)
    }),
    runs,
  )
  expect(found).toBeGreaterThan(50)
})
