// Shannon entropy: how uncertain it is whose the next unit of weight is.
import { moments } from './moments.ts'
import type { Ranked } from './ranked.ts'

/**
 * In bits: 0 (one has all) to log2 n (all equal). Higher = less concentrated. Source: Shannon, "A Mathematical Theory of
 * Communication" (1948). Empty, only zeros: null. Single: 0. Zeros change nothing. n tied: log2 n. Huge: as precise as
 * doubles are. Adding dust raises it.
 */
export function shannonEntropy(ranked: Ranked): number | null {
  const found = moments(ranked)
  return found === null ? null : -found.logs / Math.LN2 + 0
}
