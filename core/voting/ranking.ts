// Options put in tiers by a number each has: equal numbers share a tier, so that no order of options breaks a tie.
import type { Rational } from './method.ts'
import { compareRationals } from './rational.ts'

/** Tiers of options; `compare` is below 0 where the first comes earlier. Inside a tier by option number. */
export function tiersBy<T>(
  options: readonly number[],
  valueFor: (option: number) => T,
  compare: (a: T, b: T) => number,
): number[][] {
  const ordered = options
    .map(option => ({ option, value: valueFor(option) }))
    .sort((a, b) => compare(a.value, b.value) || a.option - b.option)
  const tiers: number[][] = []
  let last: T | undefined
  for (const { option, value } of ordered) {
    const tier = tiers.at(-1)
    if (tier !== undefined && compare(last as T, value) === 0) tier.push(option)
    else tiers.push([option])
    last = value
  }
  return tiers
}

export function optionsUpTo(options: number): number[] {
  return Array.from({ length: options }, (_, option) => option)
}

/** Best first by score. */
export function rankingOf(scores: readonly Rational[]): number[][] {
  return tiersBy(
    optionsUpTo(scores.length),
    option => scores[option] as Rational,
    (a, b) => compareRationals(b, a),
  )
}

export function compareAmounts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
