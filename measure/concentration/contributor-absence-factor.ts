// Contributor absence factor, once called bus factor: the fewest who did half of the work.
import { fewest } from './fewest.ts'
import type { Ranked } from './ranked.ts'

/**
 * Fewest contributors who make up at least half. Higher = less concentrated. Source: CHAOSS, "Contributor Absence
 * Factor": "the smallest number of people that make 50% of contributions"; so reached, not exceeded: two equals give 1
 * here and 2 by the strict Nakamoto coefficient. Empty, only zeros: null. Single: 1. Zeros change nothing. Huge: exact.
 */
export function contributorAbsenceFactor(ranked: Ranked): number | null {
  return fewest(ranked, { numerator: 1, denominator: 2, strict: false })
}
