// Theil index T: the entropy that is missing from full equality.
import { moments } from './moments.ts'
import type { Ranked } from './ranked.ts'

/**
 * In nats: 0 (all equal) to ln n (one has all). Higher = more concentrated. Over the population as given, so that zeros
 * raise it. Source: Theil, "Economics and Information Theory" (1967): mean of (x / mean) ln(x / mean), where 0 ln 0 = 0.
 * Empty, only zeros: null. Single: 0. Tied: 0. Huge: as precise as doubles are.
 */
export function theil(ranked: Ranked): number | null {
  const found = moments(ranked)
  return found === null ? null : Math.max(0, Math.log(ranked.size) + found.logs)
}
