// Concentration ratio: the share of the k largest.
import { doubleOf } from './doubles.ts'
import { type Ranked, sumOfTop } from './ranked.ts'

/**
 * 0 to 1, of the `k` largest together. Higher = more concentrated. Source: the CR4 and CR8 of industrial economics
 * (Bain, 1951). Fewer than k parties: 1. Empty, only zeros: null. Single: 1. Zeros change nothing. Tied: k / n. Huge:
 * exact sums, rounded once. RangeError for a k that is not a whole number above 0.
 */
export function concentrationRatio(ranked: Ranked, k: number): number | null {
  if (!(Number.isInteger(k) && k > 0)) throw new RangeError('k is a whole number above 0')
  if (ranked.total === 0n) return null
  return doubleOf((sumOfTop(ranked, k) << 128n) / ranked.total, 128)
}
