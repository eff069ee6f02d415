// Max share: the share of the largest party.
import { concentrationRatio } from './concentration-ratio.ts'
import type { Ranked } from './ranked.ts'

/**
 * 0 to 1. Higher = more concentrated. The concentration ratio of one (Berger-Parker dominance, 1970). Empty, only zeros:
 * null. Single: 1. Zeros change nothing. n tied: 1 / n. Huge: exact, rounded once.
 */
export function maxShare(ranked: Ranked): number | null {
  return concentrationRatio(ranked, 1)
}
