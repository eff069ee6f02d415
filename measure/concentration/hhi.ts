// Herfindahl-Hirschman index: the sum of squared shares.
import { moments } from './moments.ts'
import type { Ranked } from './ranked.ts'

/**
 * 0 to 10,000. Higher = more concentrated. Source: US Department of Justice and FTC, Merger Guidelines (2023), 2.1:
 * squares of shares in percent. Empty, only zeros: null. Single: 10,000. Zeros change nothing. n tied: 10,000 / n. Huge:
 * as precise as doubles are.
 */
export function hhi(ranked: Ranked): number | null {
  const found = moments(ranked)
  return found === null ? null : 10_000 * found.squares
}
