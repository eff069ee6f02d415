// One whole split over several by their weights, each decision counting as one however many took part in it.

/** A decision is so many parts, so that 12 decimal places say whose it was. */
export const shareDecimals = 12
const whole = 10n ** BigInt(shareDecimals)

export interface Weighed {
  readonly person: string
  readonly weight: bigint
}

/**
 * Each one's part of one decision, in parts of 10^12, rounded up: rounded down, the others would come short together and
 * somebody with exactly half would be taken for more than half.
 */
export function sharesOf(deciders: readonly Weighed[]): Weighed[] {
  const total = sum(deciders)
  if (total === 0n) return []
  return deciders
    .filter(({ weight }) => weight > 0n)
    .map(({ person, weight }) => ({ person, weight: (whole * weight + total - 1n) / total }))
}

/** An amount split so that the parts add up to it again: what is left over by rounding goes where it stands in the sum. */
export function amountsOf(deciders: readonly Weighed[], amount: bigint): Weighed[] {
  const total = sum(deciders)
  if (total === 0n) return []
  let [before, given] = [0n, 0n]
  return deciders.flatMap(({ person, weight }) => {
    before += weight
    const part = (amount * before) / total - given
    given += part
    return part > 0n ? [{ person, weight: part }] : []
  })
}

const sum = (weights: readonly Weighed[]) => weights.reduce((all, { weight }) => all + weight, 0n)
