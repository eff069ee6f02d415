// The three sums over all shares that most metrics are made of, gathered in one pass and kept.
import type { Ranked } from './ranked.ts'

export interface Moments {
  /** Sum of squared shares, 0 to 1. */
  readonly squares: number
  /** Sum of share * ln(share); nothing for a share of nothing. Never above 0. */
  readonly logs: number
  /** Sum of (size + 1 - 2 * rank) * share, the largest having rank 1. */
  readonly gaps: number
}

const kept = new WeakMap<Ranked, Moments>()

/** Null for an empty or all-zero population. Tied weights share one logarithm. */
export function moments(ranked: Ranked): Moments | null {
  if (ranked.total === 0n) return null
  const known = kept.get(ranked)
  if (known !== undefined) return known
  const { values, positive, size, sum } = ranked
  let squares = 0
  let logs = 0
  let gaps = 0
  let tied = -1
  let share = 0
  let log = 0
  for (let index = 0; index < positive; index += 1) {
    const value = values[index] as number
    // A weight so far below the total that doubles cannot hold both adds nothing that could be seen.
    if (value === 0) break
    if (value !== tied) {
      tied = value
      share = value / sum
      log = share === 0 ? 0 : share * Math.log(share)
    }
    squares += share * share
    logs += log
    gaps += (size - 1 - 2 * index) * share
  }
  const found = { squares, logs: Math.min(0, logs), gaps }
  kept.set(ranked, found)
  return found
}
