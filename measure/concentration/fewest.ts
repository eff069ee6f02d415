// The fewest who hold a given share between them, decided exactly.
import { type Ranked, sumOfTop, weightAt } from './ranked.ts'

/** A share as a fraction of two integers, and whether it must be exceeded (`strict`) or only reached. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly strict: boolean
}

/**
 * Null for an empty or all-zero population, and where no number of them suffices (strictly more than the whole).
 * Doubles find the place; bigints decide it, one step at a time, so that no rounding can move the answer.
 * Throws RangeError for a share outside 0 to 1 or not of integers.
 */
export function fewest(ranked: Ranked, share: Share): number | null {
  const { numerator, denominator, strict } = share
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) {
    throw new RangeError('A share is a fraction of two integers')
  }
  if (denominator <= 0 || numerator < 0 || numerator > denominator) throw new RangeError('A share is 0 to 1')
  if (ranked.total === 0n) return null
  const needed = BigInt(numerator) * ranked.total
  const suffices = (sum: bigint) =>
    strict ? sum * BigInt(denominator) > needed : sum * BigInt(denominator) >= needed
  let count = nearly(ranked, (ranked.sum * numerator) / denominator)
  let sum = sumOfTop(ranked, count)
  while (count < ranked.positive && !suffices(sum)) {
    sum += weightAt(ranked, count)
    count += 1
  }
  while (count > 1) {
    const without = sum - weightAt(ranked, count - 1)
    if (!suffices(without)) break
    sum = without
    count -= 1
  }
  return suffices(sum) ? count : null
}

/** As doubles have it; at least one. */
function nearly(ranked: Ranked, threshold: number): number {
  let sum = 0
  for (let index = 0; index < ranked.positive; index += 1) {
    sum += ranked.values[index] as number
    if (sum >= threshold) return index + 1
  }
  return ranked.positive
}
