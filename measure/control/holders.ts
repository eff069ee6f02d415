// Who holds a surface: amounts, shares, and which of them make up the K.
import type { HolderReport, Powers } from '../report/report.ts'
import { descending } from './descending.ts'
import type { PartyIndex } from './party-index.ts'
import type { Holding } from './timeline.ts'

export interface Amounts {
  readonly known: readonly bigint[]
  readonly unknown: bigint
  readonly total: bigint
}

export function amountsOf(holding: Holding): Amounts {
  const known = Array.from(holding.weights as readonly (number | bigint)[], BigInt)
  const unknown = [...holding.unknown, ...holding.divisible].reduce((sum, weight) => sum + weight, 0n)
  return { known, unknown, total: known.reduce((sum, weight) => sum + weight, unknown) }
}

/** The largest, at most `most`; `alone`: each of them decides without the others. */
export function holdersOf(
  holding: Holding,
  powers: Powers,
  amounts: Amounts,
  parties: PartyIndex,
  { decimals, most, alone }: { decimals: number; most: number; alone: boolean },
): HolderReport[] {
  const least = descending(amounts.known)[most - 1] ?? 1n
  const rows = amounts.known
    .map((weight, index) => ({ weight, party: holding.parties[index] as number }))
    .filter(({ weight }) => weight >= least)
    .sort(
      (a, b) =>
        compare(b.weight, a.weight) || ((parties.ids[a.party] ?? '') < (parties.ids[b.party] ?? '') ? -1 : 1),
    )
  // The unknown, taken as one party, may be among the K: then one of the known ones is not.
  const larger = rows.filter(({ weight }) => weight >= amounts.unknown).length
  const K = powers.K ?? 0
  const deciding = alone ? rows.length : amounts.unknown > 0n && larger < K ? K - 1 : K
  return rows.slice(0, most).map(({ weight, party }, index) => ({
    id: parties.ids[party] ?? '',
    name: parties.names[party] ?? '',
    weight: decimalText(weight, decimals),
    share: round(ratio(weight, amounts.total), 6),
    decides: index < deciding,
  }))
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** a / b as a double, without losing the digits of large integers. */
export function ratio(a: bigint, b: bigint): number {
  if (b === 0n) return 0
  return Number((a * 1_000_000_000_000n) / b) / 1e12
}

export function round(value: number, places: number): number {
  const scale = 10 ** places
  return Math.round(value * scale) / scale
}

/** A fixed-point amount as decimal text, without trailing zeros. */
export function decimalText(amount: bigint, decimals: number): string {
  if (decimals === 0) return amount.toString()
  const digits = amount.toString().padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return digits.slice(0, -decimals) + (fraction ? `.${fraction}` : '')
}
