// Ties in an instant run-off, one rule after another, and what stays a tie.
import { describe, expect, test } from 'vitest'
import type { Ballot } from './method.ts'
import type { Settings } from './settings.ts'
import { tally } from './tally.ts'

const ballots = (...lines: readonly (readonly [number, readonly number[]])[]): Ballot[] =>
  lines.map(([weight, choice]) => ({ weight: BigInt(weight), choice }))

const run = (options: number, cast: Ballot[], settings?: Settings) => {
  const { rounds = [], ranking, winner } = tally('instant-runoff', options, cast, settings)
  return {
    rounds: rounds.map(round => round.weights.map(weight => weight && Number(weight))),
    ranking,
    winner,
  }
}

describe('instant run-off', () => {
  test('tied at the bottom that cannot catch up together go out together', () => {
    const { rounds, ranking } = run(4, ballots([5, [0]], [4, [1]], [1, [2, 1]], [1, [3, 1]]))
    expect(rounds).toEqual([
      [5, 4, 1, 1],
      [5, 6, null, null],
    ])
    expect(ranking).toEqual([[1], [0], [2, 3]])
  })

  test('tied that could catch up with the next, but not with the one above it, take the next with them', () => {
    const { rounds, ranking } = run(5, ballots([9, [0]], [8, [1]], [2, [4, 1]], [1, [2, 1]], [1, [3, 1]]))
    expect(rounds).toEqual([
      [9, 8, 1, 1, 2],
      [9, 12, null, null, null],
    ])
    expect(ranking).toEqual([[1], [0], [4], [2, 3]])
  })

  test('of the tied the one with less in the latest earlier round goes out', () => {
    // 3 goes out first and lifts 2 to where 1 is; 1 had more before, so 2 goes.
    const { rounds, ranking } = run(4, ballots([11, [0]], [6, [1, 2]], [4, [2, 1]], [2, [3, 2]]))
    expect(rounds).toEqual([
      [11, 6, 4, 2],
      [11, 6, 6, null],
      [11, 10, null, null],
    ])
    expect(ranking).toEqual([[0], [1], [2], [3]])
  })

  test('the latest earlier round counts before the earliest', () => {
    // 1 began below 2, was above it once 4 was out, and is level with it once 3 is out.
    const { rounds, ranking } = run(
      5,
      ballots([12, [0]], [5, [1]], [6, [2]], [2, [3, 0]], [1, [3, 2]], [2, [4, 1]]),
    )
    expect(rounds).toEqual([
      [12, 5, 6, 3, 2],
      [12, 7, 6, 3, null],
      [14, 7, 7, null, null],
      [14, 7, null, null, null],
    ])
    expect(ranking).toEqual([[0], [1], [2], [3], [4]])
  })

  test('equal in all rounds: the one that loses in direct comparison goes out', () => {
    // 1 and 2 have three each; those of 0 would rather have 2.
    const { rounds, winner } = run(3, ballots([4, [0, 2]], [3, [1, 0]], [3, [2, 1]]))
    expect(rounds).toEqual([
      [4, 3, 3],
      [7, null, 3],
    ])
    expect(winner).toBe(0)
  })

  test('as few wins among themselves: compared again, among those alone', () => {
    // 2 and 3 lose twice among the four; 2 beats 3.
    const { rounds, ranking } = run(4, ballots([3, [0, 1]], [3, [1, 0, 2]], [3, [2, 3, 1, 0]], [3, [3]]))
    expect(rounds).toEqual([
      [3, 3, 3, 3],
      [3, 3, 3, null],
      [3, 6, null, null],
    ])
    expect(ranking).toEqual([[1], [0], [2], [3]])
  })

  test('no more go out together than are tied, where those cannot catch up', () => {
    expect(run(5, ballots([10, [0]], [8, [1]], [4, [2, 0]], [1, [3, 2]], [1, [4, 2]])).rounds).toEqual([
      [10, 8, 4, 1, 1],
      [10, 8, 6, null, null],
      [14, 8, null, null, null],
    ])
  })

  const undecided = ballots([4, [0]], [3, [1, 0]], [3, [2, 0]])

  test('equal in everything: a tie, among all that are left, unless a lot was drawn', () => {
    expect(run(3, undecided)).toEqual({ rounds: [[4, 3, 3]], ranking: [[0, 1, 2]], winner: null })
    expect(run(3, undecided, { lot: [0, 1, 2] }).ranking).toEqual([[0], [1], [2]])
    expect(run(3, undecided, { lot: [2, 1, 0] }).ranking).toEqual([[0], [2], [1]])
  })

  test('two left with as much each: a tie, though one led before or is first by lot', () => {
    expect(run(3, ballots([5, [0]], [5, [1]], [1, [2]])).ranking).toEqual([[0, 1], [2]])
    const ledBefore = run(3, ballots([5, [0]], [4, [1]], [1, [2, 1]]), { lot: [0, 1, 2] })
    expect(ledBefore).toEqual({
      rounds: [
        [5, 4, 1],
        [5, 5, null],
      ],
      ranking: [[0, 1], [2]],
      winner: null,
    })
  })

  test('more than half ends it in the first round, exactly half does not', () => {
    expect(run(3, ballots([6, [0]], [3, [1]], [2, [2]])).rounds).toHaveLength(1)
    expect(run(3, ballots([6, [0]], [4, [1]], [2, [2]])).rounds).toHaveLength(2)
  })

  test('half is of what still counts: a ballot that ran out no longer does', () => {
    const result = tally('instant-runoff', 3, ballots([5, [0]], [4, [1]], [3, [2]]))
    expect(result.rounds).toEqual([
      { weights: [5n, 4n, 3n], exhausted: 0n },
      { weights: [5n, 4n, null], exhausted: 3n },
    ])
    expect(result.winner).toBe(0)
    expect(result.scores.map(score => score.numerator)).toEqual([5n, 4n, 3n])
  })

  test('batches take out at once all that cannot catch up', () => {
    const cast = ballots([9, [0]], [8, [1]], [3, [2, 1]], [2, [3, 1]])
    expect(run(4, cast).rounds).toHaveLength(3)
    expect(run(4, cast, { elimination: 'batch' })).toEqual({
      rounds: [
        [9, 8, 3, 2],
        [9, 13, null, null],
      ],
      ranking: [[1], [0], [2], [3]],
      winner: 1,
    })
  })
})
