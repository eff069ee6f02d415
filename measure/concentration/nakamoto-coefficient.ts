// Nakamoto coefficient: the fewest parties that can decide.
import { fewest, type Share } from './fewest.ts'
import type { Ranked } from './ranked.ts'

/**
 * Fewest whose sum is strictly more than half, or another quota. Higher = less concentrated. Source: Srinivasan and Lee,
 * "Quantifying Decentralization" (2017), which asks for "at least 51%"; strictly more than the quota is what a vote needs.
 * Empty, only zeros: null. Single: 1. Zeros change nothing. Two tied at a strict half: 2. Huge: exact. A quota that the
 * whole does not meet (strictly more than all): null.
 */
export function nakamotoCoefficient(
  ranked: Ranked,
  quota: Share = { numerator: 1, denominator: 2, strict: true },
): number | null {
  return fewest(ranked, quota)
}
