// Quadratic voting: the weight is a budget; what goes to an option counts as its square root, to nine decimals.
import { limits } from '../limits.ts'
import type { Counting } from './count.ts'
import { rankingOf } from './ranking.ts'
import { rational } from './rational.ts'
import { squareRoot } from './square-root.ts'
import { pointsOf } from './weighted.ts'

/** Effective votes are counted in billionths. */
export const quadraticScale = 1_000_000_000n
const scaleSquared = quadraticScale * quadraticScale
/** Roots remembered: people of equal small weight who share alike ask for the same ones. */
const rootsKept = 65_536
const smallWeight = 2n ** 32n

/**
 * One ballot's effective votes for an option, in billionths and rounded down: floor(10^9 * sqrt(weight * points / all)).
 * Each is rounded by itself before anything is added, so that the order of ballots cannot matter.
 */
export function effectiveVotes(weight: bigint, points: number, all: number): bigint {
  return squareRoot((weight * BigInt(points) * scaleSquared) / BigInt(all))
}

function rememberedVotes(): typeof effectiveVotes {
  const roots = new Map<number, bigint>()
  return (weight, points, all) => {
    if (weight >= smallWeight) return effectiveVotes(weight, points, all)
    const key = (Number(weight) * (limits.ballotPoints + 1) + points) * (limits.ballotPoints + 1) + all
    const known = roots.get(key)
    if (known !== undefined) return known
    const root = effectiveVotes(weight, points, all)
    if (roots.size < rootsKept) roots.set(key, root)
    return root
  }
}

export const quadratic: Counting = options => {
  const sums = Array.from({ length: options }, () => 0n)
  const votesOf = rememberedVotes()
  return {
    take(marks, weight) {
      const all = pointsOf(marks)
      for (let i = 0; i < marks.length; i++) {
        const option = marks.options[i] as number
        const points = marks.values[i] as number
        if (points > 0) sums[option] = (sums[option] as bigint) + votesOf(weight, points, all)
      }
    },
    result() {
      const scores = sums.map(sum => rational(sum, quadraticScale))
      return { scores, ranking: rankingOf(scores) }
    },
  }
}
