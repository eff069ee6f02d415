// A population of weights, sorted once, with its exact total: what every metric of concentration takes.
import { doubleOf, integerOf, placesOf, sumOfDoubles } from './doubles.ts'
import { sortBigints } from './sort-bigints.ts'

export type Weights = readonly bigint[] | readonly number[] | Float64Array | BigUint64Array

export interface Ranked {
  /** Everybody, those with nothing included. */
  readonly size: number
  /** Those with more than nothing. */
  readonly positive: number
  /** Largest first, as doubles: exact for numbers, the nearest for bigints (divided by a power of two where huge). */
  readonly values: Float64Array
  /** The sum of `values`, rounded once. */
  readonly sum: number
  /** Exact, in units of `2^-places`. */
  readonly total: bigint
  /** 0 where all weights are integers, so that `total` is their plain sum. */
  readonly places: number
  /** Largest first, in the same units; null: `values` are exact themselves. */
  readonly exact: readonly bigint[] | null
}

/** Doubles above this could overflow when they are summed; they are counted as bigints. */
const greatest = 2 ** 960

/**
 * Sorts once, largest first. Null for a weight that is negative, NaN or infinite: then nothing is known. An empty or
 * all-zero population ranks, with total 0, and its metrics are null. Doubles are taken as exactly what they are: 0.1 is
 * 3602879701896397/2^55. The input is not changed.
 */
export function rank(weights: Weights): Ranked | null {
  if (weights instanceof Float64Array) return rankDoubles(new Float64Array(weights))
  if (weights instanceof BigUint64Array) return rankBigints(Array.from(weights.toSorted().reverse()), true, 0)
  if (typeof weights[0] === 'bigint') return rankBigints(weights as readonly bigint[], false, 0)
  return rankDoubles(new Float64Array(weights as readonly number[]))
}

function rankDoubles(values: Float64Array): Ranked | null {
  // NaN comes last when ascending, so that the two ends say whether all is well.
  values.sort().reverse()
  const size = values.length
  const [largest, least] = [values[0] ?? 0, values[size - 1] ?? 0]
  if (!(largest < Infinity && least >= 0)) return null
  let positive = size
  let sum = 0
  let whole = true
  for (let index = 0; index < size; index += 1) {
    const value = values[index] as number
    if (value === 0) {
      positive = index
      break
    }
    sum += value
    whole &&= value === Math.floor(value)
  }
  if (whole && sum <= Number.MAX_SAFE_INTEGER) {
    return { size, positive, values, sum, total: BigInt(sum), places: 0, exact: null }
  }
  const places = whole ? 0 : placesOf(values[positive - 1] as number)
  if (largest > greatest) {
    const exact = Array.from(values, value => integerOf(value, places))
    return rankBigints(exact, true, places)
  }
  const total = sumOfDoubles(values, 0, positive, places)
  return { size, positive, values, sum: doubleOf(total, places), total, places, exact: null }
}

function rankBigints(weights: readonly bigint[], sorted: boolean, places: number): Ranked | null {
  let total = 0n
  for (const weight of weights) {
    if (weight < 0n) return null
    total += weight
  }
  // Digits beyond what a double can hold are left out of the doubles, never out of the exact weights.
  const surplus = BigInt(Math.max(0, total.toString(16).length * 4 - 960))
  const keys = new Float64Array(weights.length)
  for (let index = 0; index < keys.length; index += 1) {
    const weight = weights[index] as bigint
    keys[index] = Number(surplus === 0n ? weight : weight >> surplus)
  }
  const { exact, values } = sorted ? { exact: weights, values: keys } : sortBigints(weights, keys)
  const zero = exact.indexOf(0n)
  return {
    size: exact.length,
    positive: zero < 0 ? exact.length : zero,
    values,
    sum: Number(total >> surplus),
    total,
    places,
    exact,
  }
}

/** Exact sum of the `count` largest, in the units of `total`. */
export function sumOfTop(ranked: Ranked, count: number): bigint {
  const end = Math.min(count, ranked.positive)
  if (ranked.exact === null) return sumOfDoubles(ranked.values, 0, end, ranked.places)
  let sum = 0n
  for (let index = 0; index < end; index += 1) sum += ranked.exact[index] as bigint
  return sum
}

/** Exact weight of the one at `index`, 0 the largest, in the units of `total`. */
export function weightAt(ranked: Ranked, index: number): bigint {
  return ranked.exact === null
    ? integerOf(ranked.values[index] as number, ranked.places)
    : (ranked.exact[index] as bigint)
}
