// The whole part of a square root, exact for integers of any size.

/** The largest r with r * r <= value. `value` must not be negative. */
export function squareRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError('no square root of a negative number')
  if (value < roundsWell) return nearby(value)
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

/** Below this the root of the nearest double is off by less than one. */
const roundsWell = 1n << 104n

function nearby(value: bigint): bigint {
  const root = BigInt(Math.floor(Math.sqrt(Number(value))))
  if (root * root > value) return root - 1n
  const next = root + 1n
  return next * next <= value ? next : root
}

/** Near the root, so that one or two steps suffice; a double reaches to 2^1023. */
function guess(value: bigint): bigint {
  const excess = value < doubleReach ? 0n : BigInt(value.toString(16).length * 4 - 900)
  return BigInt(Math.floor(Math.sqrt(Number(value >> excess)))) << (excess / 2n)
}

const doubleReach = 1n << 1000n
