// Exact weights, largest first, without those of zero.
import { rank } from '../concentration/ranked.ts'

/** Throws for a negative weight: readers refuse those, so one here is a broken invariant. */
export function descending(weights: readonly number[] | readonly bigint[]): readonly bigint[] {
  const ranked = rank(weights)
  if (ranked === null) throw new Error('A weight is negative or no number')
  return (
    ranked.exact?.slice(0, ranked.positive) ?? Array.from(ranked.values.subarray(0, ranked.positive), BigInt)
  )
}
