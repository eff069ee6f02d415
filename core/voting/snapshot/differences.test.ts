// Where Snapshot and we agree on the same ballots, and each place where we differ, as docs/methods.md lists them.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { tally } from '../tally.ts'
import { choiceFromSnapshot } from './choice.ts'
import { snapshotScores } from './scores.ts'
import type { SnapshotBallot, SnapshotType } from './vote.ts'

const options = 4
const all = [1, 2, 3, 4]

function ours(type: SnapshotType, ballots: readonly SnapshotBallot[]) {
  const read = ballots.map(({ choice, balance }) => ({
    weight: BigInt(balance),
    made: choiceFromSnapshot(type, options, choice),
  }))
  const kept = read.flatMap(({ weight, made }) => (made.ok ? [{ weight, ...made.value }] : []))
  return tally(kept[0]?.method ?? 'approval', options, kept)
}

const cast = (choice: fc.Arbitrary<unknown>) =>
  fc.array(fc.record({ choice, balance: fc.integer({ min: 1, max: 1_000 }) }), {
    minLength: 1,
    maxLength: 15,
  })
const ranked = fc.shuffledSubarray(all, { minLength: options })
const shares = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.integer({ min: 1, max: 9 }), {
  minKeys: 1,
  noNullPrototype: true,
})

/** The option that Snapshot has on top, from 0; null where two are too close for doubles to tell. */
function leader(scores: readonly number[]): number | null {
  const [best = 0, second = 0] = [...scores].sort((a, b) => b - a)
  return best - second > 1e-9 * best ? scores.indexOf(best) : null
}

describe('on the same ballots', () => {
  test('single choice and approval give the same sums, while doubles hold them', () => {
    fc.assert(
      fc.property(cast(fc.constantFrom(...all)), cast(fc.shuffledSubarray(all)), (single, approval) => {
        for (const [type, ballots] of [
          ['single-choice', single],
          ['approval', approval],
        ] as const) {
          const scores = ours(type, ballots).scores.map(score => Number(score.numerator))
          expect(scores).toEqual(snapshotScores(type, options, ballots).scores)
        }
      }),
    )
  })

  test.each([
    ['weighted', shares],
    ['quadratic', shares],
    ['copeland', ranked],
  ] as const)('%s: who wins here alone is on top there', (type, choice) => {
    fc.assert(
      fc.property(cast(choice), ballots => {
        const there = leader(snapshotScores(type, options, ballots).scores)
        const { winner } = ours(type, ballots)
        if (winner !== null && there !== null) expect(there).toBe(winner)
      }),
      { numRuns: 300 },
    )
  })

  test('a run-off in which no round ties at the bottom elects the same', () => {
    let compared = 0
    fc.assert(
      fc.property(cast(ranked), ballots => {
        const { rounds = [], winner } = ours('ranked-choice', ballots)
        const tied = rounds.some(({ weights }) => {
          const left = weights.filter(weight => weight !== null)
          const least = left.reduce((a, b) => (a < b ? a : b))
          return left.filter(weight => weight === least).length > 1
        })
        if (tied) return
        compared += 1
        expect(leader(snapshotScores('ranked-choice', options, ballots).scores)).toBe(winner)
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})

describe('differences', () => {
  test('a tie at the bottom of a run-off: there the lower number goes out, here the votes tell', () => {
    const ballots = [
      { choice: [1, 2, 3, 4], balance: 3 },
      { choice: [2, 1, 3, 4], balance: 3 },
      { choice: [3, 1, 2, 4], balance: 4 },
    ]
    // There 1 goes out and 2 wins; here 1 stays, for in direct comparison it beats 2.
    expect(leader(snapshotScores('ranked-choice', 4, ballots).scores)).toBe(1)
    expect(ours('ranked-choice', ballots).winner).toBe(0)
  })

  test('a ranking that leaves something out: there it is no ballot, here what is left out ranks last', () => {
    const ballots = [{ choice: [2], balance: 5 }]
    for (const type of ['ranked-choice', 'copeland'] as const) {
      expect(leader(snapshotScores(type, 4, ballots).scores)).toBe(null)
      expect(ours(type, ballots).winner).toBe(1)
    }
  })

  test('a tie of Copeland: there support tells them apart, here it is a tie', () => {
    // A circle: each of three beats one other; all three beat the fourth.
    const ballots = [
      { choice: [1, 2, 3, 4], balance: 5 },
      { choice: [2, 3, 1, 4], balance: 3 },
      { choice: [3, 1, 2, 4], balance: 3 },
    ]
    expect(leader(snapshotScores('copeland', 4, ballots).scores)).not.toBe(null)
    expect(ours('copeland', ballots).ranking).toEqual([[0, 1, 2], [3]])
  })

  test('an invalid ballot: there its power is in the total, here it counts for nothing', () => {
    const ballots = [
      { choice: 1, balance: 5 },
      { choice: 9, balance: 7 },
    ]
    expect(snapshotScores('single-choice', 4, ballots).total).toBe(12)
    const { counted, invalid } = tally('single-choice', 4, [
      { weight: 5n, choice: 0 },
      { weight: 7n, choice: 8 },
    ])
    expect([counted.weight, invalid.weight]).toEqual([5n, 7n])
  })

  test('an approval of nothing: there it is in the total, here it abstains', () => {
    expect(snapshotScores('approval', 4, [{ choice: [], balance: 5 }]).total).toBe(5)
    const { counted, abstained } = ours('approval', [{ choice: [], balance: 5 }])
    expect([counted.weight, abstained.weight]).toEqual([0n, 5n])
  })

  test('doubles lose what a big weight gains by one: here the one vote decides', () => {
    const ballots = [
      { choice: 1, balance: 2 ** 53 },
      { choice: 2, balance: 2 ** 53 },
      { choice: 2, balance: 1 },
    ]
    expect(leader(snapshotScores('single-choice', 4, ballots).scores)).toBe(null)
    expect(ours('single-choice', ballots).winner).toBe(1)
  })

  test('points that are no whole numbers are taken there and refused here', () => {
    expect(choiceFromSnapshot('weighted', 4, { '1': 0.5 })).toMatchObject({
      refusal: { code: 'ballot.bad_points' },
    })
    expect(snapshotScores('weighted', 4, [{ choice: { '1': 0.5 }, balance: 2 }]).scores).toEqual([2, 0, 0, 0])
  })

  test.each([0, -1, 5, Number.NaN, '1', {}, null, [1]])('single choice %s is refused', choice => {
    expect(choiceFromSnapshot('single-choice', 4, choice).ok).toBe(false)
  })
})
