// Tau index: the fewest parties that reach a percentage.
import { fewest } from './fewest.ts'
import type { Ranked } from './ranked.ts'

/**
 * Fewest whose sum is at least `percent` of all (above 0, up to 100; six places count). Higher = less concentrated.
 * Source: Karakostas, Kiayias and Ovezik, "SoK: A Stratified Approach to Blockchain Decentralization" (2022).
 * Empty, only zeros: null. Single: 1. Zeros change nothing. Ties count one by one. Huge: exact. RangeError outside 0-100.
 */
export function tauIndex(ranked: Ranked, percent: number): number | null {
  if (!(percent > 0 && percent <= 100)) throw new RangeError('A percentage is above 0 and at most 100')
  return fewest(ranked, { numerator: Math.round(percent * 1e6), denominator: 100_000_000, strict: false })
}
