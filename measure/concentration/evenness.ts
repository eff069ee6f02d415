// Pielou's evenness: the entropy as a part of what it could be.
import type { Ranked } from './ranked.ts'
import { shannonEntropy } from './shannon-entropy.ts'

/**
 * 0 to 1 (all who have anything have the same). Higher = less concentrated. Shannon entropy over log2 of how many have
 * more than nothing. Source: Pielou, "The Measurement of Diversity" (1966). Empty, only zeros: null. Single: null, for
 * one alone is neither even nor uneven (0 / 0). Zeros change nothing. Tied: 1. Huge: as precise as doubles are.
 */
export function evenness(ranked: Ranked): number | null {
  const entropy = shannonEntropy(ranked)
  if (entropy === null || ranked.positive < 2) return null
  return Math.min(1, entropy / Math.log2(ranked.positive))
}
