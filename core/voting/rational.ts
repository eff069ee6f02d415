// Exact fractions: made in lowest terms, compared without a floating-point number.
import type { Rational } from './method.ts'

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** `numerator / denominator` in lowest terms. The denominator must be above 0. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator <= 0n) throw new RangeError('a denominator must be above 0')
  if (denominator === 1n) return { numerator, denominator }
  const divisor = commonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Below 0 where a < b, 0 where they are equal, above 0 where a > b. */
export function compareRationals(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

export function addRationals(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator)
  const shared = commonDivisor(a.denominator, b.denominator)
  const [left, right] = [b.denominator / shared, a.denominator / shared]
  return rational(a.numerator * left + b.numerator * right, a.denominator * left)
}
