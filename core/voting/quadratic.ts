// Quadratic voting: the weight is a budget; what goes to an option counts as its square root, to nine decimals.
import { limits } from '../limits.ts'
import type { Counting, Marks } from './count.ts'
import { rankingOf } from './ranking.ts'
import { rational } from './rational.ts'
import { squareRoot } from './square-root.ts'
import { pointsOf } from './weighted.ts'

/** Effective votes are counted in billionths. */
export const quadraticScale = 1_000_000_000n
const scaleSquared = quadraticScale * quadraticScale
const small = Array.from({ length: limits.ballotPoints + 1 }, (_, points) => BigInt(points))

/**
 * One ballot's effective votes for an option, in billionths and rounded down: floor(10^9 * sqrt(weight * points / all)).
 * Each is rounded by itself before anything is added, so that the order of ballots cannot matter.
 *
 * @param points at most `all`, which is at most `limits.ballotPoints`
 */
export function effectiveVotes(weight: bigint, points: number, all: number): bigint {
  return squareRoot((weight * scaleSquared * (small[points] as bigint)) / (small[all] as bigint))
}

/** Times 1,000 points a double still holds it exactly. */
const quickWeight = 2n ** 43n
/** Up to here a double's error is far below one, and a sum of two stays exact. */
const quickVotesMost = 2 ** 46

/**
 * The same as `effectiveVotes` where doubles can tell for certain, or null. The quotient, the root and the product are each
 * rounded once, so the error is below 2.5 * 2^-53 of the value; where no whole number lies within 2^-51, the floor is right.
 *
 * @param weight whole, below 2^43
 */
export function quickVotes(weight: number, points: number, all: number): number | null {
  const votes = 1e9 * Math.sqrt((weight * points) / all)
  if (votes >= quickVotesMost) return null
  const error = votes * 2 ** -51
  const floor = Math.floor(votes - error)
  return floor === Math.floor(votes + error) ? floor : null
}

/** A sum per option, in doubles until one could become inexact. */
class Votes {
  readonly #quick: Float64Array
  readonly #sums: bigint[]

  constructor(options: number) {
    this.#quick = new Float64Array(options)
    this.#sums = Array.from({ length: options }, () => 0n)
  }

  add(option: number, votes: number | bigint): void {
    if (typeof votes === 'bigint') {
      this.#sums[option] = (this.#sums[option] as bigint) + votes
      return
    }
    const sum = (this.#quick[option] as number) + votes
    this.#quick[option] = sum
    if (sum >= 2 ** 52) this.#carry(option)
  }

  totals(): bigint[] {
    for (const option of this.#sums.keys()) this.#carry(option)
    return [...this.#sums]
  }

  #carry(option: number): void {
    this.#sums[option] = (this.#sums[option] as bigint) + BigInt(this.#quick[option] as number)
    this.#quick[option] = 0
  }
}

function takeRoots(votes: Votes, marks: Marks, weight: bigint): void {
  const all = pointsOf(marks)
  const quick = weight < quickWeight ? Number(weight) : null
  for (let i = 0; i < marks.length; i++) {
    const points = marks.values[i] as number
    if (points === 0) continue
    const found = quick === null ? null : quickVotes(quick, points, all)
    votes.add(marks.options[i] as number, found ?? effectiveVotes(weight, points, all))
  }
}

export const quadratic: Counting = options => {
  const votes = new Votes(options)
  return {
    take(marks, weight) {
      takeRoots(votes, marks, weight)
    },
    result() {
      const scores = votes.totals().map(total => rational(total, quadraticScale))
      return { scores, ranking: rankingOf(scores) }
    },
  }
}
