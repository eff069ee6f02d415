// Effective number: how many equal parties would be as concentrated as these.
import { moments } from './moments.ts'
import type { Ranked } from './ranked.ts'

/**
 * 10,000 / HHI, in parties. Higher = less concentrated. Source: Laakso and Taagepera, "Effective Number of Parties"
 * (1979); Hill number of order 2. Empty, only zeros: null. Single: 1. Zeros change nothing. n tied: n. Huge: as precise
 * as doubles are.
 */
export function effectiveNumber(ranked: Ranked): number | null {
  const found = moments(ranked)
  return found === null ? null : 1 / found.squares
}
