// Hartley entropy: how many hold anything, in bits.
import type { Ranked } from './ranked.ts'

/**
 * log2 of how many have more than nothing. Higher = less concentrated. The Renyi entropy of order 0; source: Hartley,
 * "Transmission of Information" (1928). Empty, only zeros: null. Single: 0. Zeros change nothing (they have probability
 * nought). n tied: log2 n. Huge: exact count.
 */
export function hartleyEntropy(ranked: Ranked): number | null {
  return ranked.positive === 0 ? null : Math.log2(ranked.positive)
}
