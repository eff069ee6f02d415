// The whole part of a square root, exact for integers of any size.

/** Below this the root of the nearest double is off by less than one. */
const doubleSuffices = 1n << 104n
/** Below this one step of Newton's from there is off by less than one, and never too low. */
const oneStepSuffices = 1n << 200n
/** Up to here a value is a finite double. */
const doubleReach = 1n << 1000n

/** The largest r with r * r <= value. `value` must not be negative. */
export function squareRoot(value: bigint): bigint {
  if (value < 0n) throw new RangeError('no square root of a negative number')
  if (value < doubleSuffices) return nearby(value)
  const root = step(value, guess(value))
  if (value < oneStepSuffices) return root * root > value ? root - 1n : root
  return descend(value, root)
}

function nearby(value: bigint): bigint {
  const root = BigInt(Math.floor(Math.sqrt(Number(value))))
  if (root * root > value) return root - 1n
  const next = root + 1n
  return next * next <= value ? next : root
}

/** From any guess above 0 it lands at or above the root. */
function step(value: bigint, root: bigint): bigint {
  return (root + value / root) >> 1n
}

/** From at or above the root, downwards until it is reached. */
function descend(value: bigint, from: bigint): bigint {
  let root = from
  for (;;) {
    const next = step(value, root)
    if (next >= root) return root
    root = next
  }
}

/** The root to about fifteen digits. */
function guess(value: bigint): bigint {
  const excess = value < doubleReach ? 0n : BigInt(value.toString(16).length * 4 - 900)
  return BigInt(Math.floor(Math.sqrt(Number(value >> excess)))) << (excess / 2n)
}
