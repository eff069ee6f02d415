// Elephant factor: the fewest employers whose people did half of the work.
import { fewest } from './fewest.ts'
import type { Ranked } from './ranked.ts'

/**
 * Takes contributions by employer, not by person. Fewest employers that make up at least half; higher = less
 * concentrated. Source: CHAOSS, "Elephant Factor". People without a known employer are each their own, or are left out:
 * the caller decides and says so. Empty, only zeros: null. Single: 1. Zeros change nothing. Ties: at least half, so two
 * equals give 1. Huge: exact.
 */
export function elephantFactor(byEmployer: Ranked): number | null {
  return fewest(byEmployer, { numerator: 1, denominator: 2, strict: false })
}
