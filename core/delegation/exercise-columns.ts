// Who exercises how much, for a million people: columns in, columns out, every weight moved once to who votes for it.

import { halvesOf, highHalf, lowHalf } from '../voting/halves.ts'

export interface DelegationColumns {
  readonly count: number
  /** Row of the one delegated to, -1 for nobody; the delegation that counts for the class of the vote. */
  readonly to: Int32Array
  /** Not 0: has a ballot of one's own; abstaining is a ballot. */
  readonly voted: Uint8Array
  /** As fixed when the vote opened, not negative. Together below 2^64 in a BigUint64Array, of any size in a list. */
  readonly weights: BigUint64Array | readonly bigint[]
}

export interface ExercisedColumns<W> {
  /** Per row that voted, its own weight and all that came to it; 0 for the others. */
  readonly exercised: W
  /** Per row, the row whose ballot takes its weight: itself, the first on its chain who voted, or -1 for nobody. */
  readonly by: Int32Array
  /** The weight of all whose chain ends at somebody who did not vote. */
  readonly unexercised: bigint
}

const unknown = -2
const underWay = -3

/** Each person's weight goes to the first on the chain who voted; one's own ballot comes first. Linear, and exact. */
export function exerciseColumns(
  columns: DelegationColumns & { readonly weights: BigUint64Array },
): ExercisedColumns<BigUint64Array>
export function exerciseColumns(columns: DelegationColumns): ExercisedColumns<BigUint64Array | bigint[]>
export function exerciseColumns(columns: DelegationColumns): ExercisedColumns<BigUint64Array | bigint[]> {
  const { count, to, voted, weights } = columns
  if (!Number.isInteger(count) || [to, voted, weights].some(column => column.length !== count)) {
    throw new RangeError('The columns of an exercise have one row for each person')
  }
  const by = whoTakes(columns)
  return weights instanceof BigUint64Array
    ? { by, ...addedHalves(by, weights) }
    : { by, ...addedBig(by, weights) }
}

/**
 * Follows each chain once: what it comes to is written to everybody on it, so that no row is walked again. A circle, which
 * delegating refuses, would here be a chain that ends at nobody.
 */
function whoTakes({ count, to, voted }: DelegationColumns): Int32Array {
  const by = new Int32Array(count)
  for (let row = 0; row < count; row += 1) {
    const next = to[row] as number
    if (next < -1 || next >= count) throw new RangeError('A delegation leads to a row that is not there')
    by[row] = voted[row] !== 0 ? row : next < 0 ? -1 : unknown
  }
  for (let row = 0; row < count; row += 1) {
    if (by[row] !== unknown) continue
    let at = row
    while (at >= 0 && by[at] === unknown) {
      by[at] = underWay
      at = to[at] as number
    }
    const found = at < 0 ? -1 : (by[at] as number)
    const end = found === underWay ? -1 : found
    for (at = row; at >= 0 && by[at] === underWay; at = to[at] as number) by[at] = end
  }
  return by
}

function addedBig(by: Int32Array, weights: readonly bigint[]) {
  const exercised = new Array<bigint>(by.length).fill(0n)
  let unexercised = 0n
  for (let row = 0; row < by.length; row += 1) {
    const [taker, weight] = [by[row] as number, weights[row] as bigint]
    if (weight < 0n) throw new RangeError('A weight is not negative')
    if (taker < 0) unexercised += weight
    else exercised[taker] = (exercised[taker] as bigint) + weight
  }
  return { exercised, unexercised }
}

const word = 2 ** 32

/** The same by 32-bit halves with their carry, without one bigint made on the way. */
function addedHalves(by: Int32Array, weights: BigUint64Array) {
  const count = by.length
  const sums = new BigUint64Array(count + 1)
  const [halves, out] = [halvesOf(weights), halvesOf(sums)]
  for (let row = 0; row < count; row += 1) {
    const taker = by[row] as number
    // Nobody's weight gathers in one more row at the end.
    const place = 2 * (taker < 0 ? count : taker)
    const low = (out[place + lowHalf] as number) + (halves[2 * row + lowHalf] as number)
    const carry = low < word ? 0 : 1
    const high = (out[place + highHalf] as number) + (halves[2 * row + highHalf] as number) + carry
    if (high >= word) throw new RangeError('Weights that come to 2^64 and more come as a list of bigints')
    out[place + lowHalf] = low - carry * word
    out[place + highHalf] = high
  }
  return { exercised: sums.subarray(0, count), unexercised: sums[count] as bigint }
}
