// Exact weights, largest first, without those of zero.

/**
 * Sorts by the nearest double first, which is quick, and then puts right the runs that a double cannot tell apart.
 * Rounding to a double keeps order, so only equal doubles can be out of order.
 */
export function descending(weights: readonly number[] | readonly bigint[]): bigint[] {
  if (typeof weights[0] === 'number') {
    const numbers = Float64Array.from(weights as readonly number[])
      .sort()
      .reverse()
    return Array.from(
      numbers.subarray(0, numbers.indexOf(0) < 0 ? numbers.length : numbers.indexOf(0)),
      BigInt,
    )
  }
  const list = (weights as readonly bigint[]).filter(weight => weight > 0n)
  if (list.length < 2) return list
  const keys = Float64Array.from(list, Number)
  const order = Uint32Array.from(list.keys()).sort(
    (a, b) => (keys[b] as number) - (keys[a] as number) || a - b,
  )
  const sorted = Array.from(order, index => list[index] as bigint)
  let start = 0
  for (let end = 1; end <= sorted.length; end += 1) {
    if (end < sorted.length && Number(sorted[end]) === Number(sorted[start])) continue
    if (end - start > 1) {
      const run = sorted.slice(start, end).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
      run.forEach((weight, offset) => {
        sorted[start + offset] = weight
      })
    }
    start = end
  }
  return sorted
}
