// Renyi entropy of any order: the higher the order, the more only the large ones count.
import { hartleyEntropy } from './hartley-entropy.ts'
import { minEntropy } from './min-entropy.ts'
import { moments } from './moments.ts'
import type { Ranked } from './ranked.ts'
import { shannonEntropy } from './shannon-entropy.ts'

/**
 * In bits, log2(sum p^order) / (1 - order). Order 0 is Hartley, 1 Shannon, Infinity min-entropy. Higher = less
 * concentrated. Source: Renyi, "On Measures of Entropy and Information" (1961). Empty, only zeros: null. Single: 0.
 * Zeros change nothing. n tied: log2 n. Huge: as precise as doubles are. RangeError for an order that is negative or NaN.
 */
export function renyiEntropy(ranked: Ranked, order: number): number | null {
  if (!(order >= 0)) throw new RangeError('The order of an entropy is not negative')
  if (order === 0) return hartleyEntropy(ranked)
  if (order === 1) return shannonEntropy(ranked)
  if (order === Infinity) return minEntropy(ranked)
  const found = moments(ranked)
  if (found === null) return null
  if (order === 2) return Math.max(0, -Math.log2(found.squares))
  // Relative to the largest, so that a high order leaves something to take the logarithm of.
  const largest = ranked.values[0] as number
  let sum = 0
  for (let index = 0; index < ranked.positive; index += 1) {
    sum += ((ranked.values[index] as number) / largest) ** order
  }
  return Math.max(0, (Math.log2(sum) + order * Math.log2(largest / ranked.sum)) / (1 - order))
}
