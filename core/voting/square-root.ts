// The whole part of a square root, exact for integers of any size.

/** The largest r with r * r <= value. `value` must not be negative. */
export function squareRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError('no square root of a negative number')
  if (value === 0n) return 0n
  let root = guess(value)
  // One step from any guess above 0 lands at or above the root; from there steps only go down.
  root = (root + value / root) >> 1n
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) break
    root = next
  }
  return root
}

/** Near the root, so that one or two steps suffice; a double reaches to 2^1023. */
function guess(value: bigint): bigint {
  const excess = value < doubleReach ? 0n : BigInt(value.toString(16).length * 4 - 900)
  return BigInt(Math.floor(Math.sqrt(Number(value >> excess)))) << (excess / 2n)
}

const doubleReach = 1n << 1000n
