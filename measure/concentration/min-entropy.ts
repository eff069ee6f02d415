// Min-entropy: what the largest party alone leaves open.
import type { Ranked } from './ranked.ts'

/**
 * In bits: -log2 of the largest share. Higher = less concentrated. The Renyi entropy of infinite order; source: Renyi,
 * "On Measures of Entropy and Information" (1961). Empty, only zeros: null. Single: 0. Zeros change nothing. n tied:
 * log2 n. Huge: as precise as doubles are. Adding dust changes it only by the dust's share.
 */
export function minEntropy(ranked: Ranked): number | null {
  if (ranked.total === 0n) return null
  return Math.max(0, Math.log2(ranked.sum / (ranked.values[0] as number)))
}
