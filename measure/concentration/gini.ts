// Gini coefficient: how unequal the parties are, whatever their number.
import { moments } from './moments.ts'
import type { Ranked } from './ranked.ts'

/**
 * 0 (all equal) to 1 - 1/n (one has all). Higher = more concentrated. Over the population as given: zeros are people who
 * have nothing and raise it; leave them out to measure holders only. No small-sample correction (n / (n - 1)). Source:
 * Gini (1912), as sum((2i - n - 1) x_i) / (n sum x), ascending. Empty, only zeros: null. Single: 0. Tied: 0. Huge: as
 * precise as doubles are.
 */
export function gini(ranked: Ranked): number | null {
  const found = moments(ranked)
  return found === null ? null : Math.max(0, found.gaps / ranked.size)
}
