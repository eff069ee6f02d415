// The figures of the data sets' reference.json, computed the plain way, so that tests do not check a measure by itself.
import type { Observation } from '@equalizer/measure'

export interface ReferenceFacts {
  readonly holders: number
  readonly total: bigint
  readonly top1_share: number
  readonly top10_share: number
  readonly top100_share: number
  /** Fewest holders whose sum is strictly more than half. */
  readonly nakamoto_gt50: number
  /** Over positive holders, without a small-sample correction. */
  readonly gini_positive_holders: number
  /** Sum of squared shares, 0 to 1. */
  readonly hhi: number
}

/** Over all observations with a known actor, added up by actor. */
export function referenceFacts(observations: readonly Observation[]): ReferenceFacts {
  const held = new Map<string, bigint>()
  for (const { actor, weight } of observations) {
    if (actor !== null) held.set(actor, (held.get(actor) ?? 0n) + weight)
  }
  const largestFirst = [...held.values()]
    .filter(weight => weight > 0n)
    .sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  const n = largestFirst.length
  const total = largestFirst.reduce((sum, weight) => sum + weight, 0n)
  const shares = largestFirst.map(weight => Number(weight) / Number(total))
  const top = (count: number): number => shares.slice(0, count).reduce((sum, share) => sum + share, 0)
  let decided = 0n
  let nakamoto = 0
  while (decided * 2n <= total) decided += largestFirst[nakamoto++] as bigint
  // Descending place i is ascending place n - i, so that 2i - n - 1 turns its sign.
  const gini = shares.reduce((sum, share, i) => sum + (n - 1 - 2 * i) * share, 0) / n
  return {
    holders: n,
    total,
    top1_share: top(1),
    top10_share: top(10),
    top100_share: top(100),
    nakamoto_gt50: nakamoto,
    gini_positive_holders: gini,
    hhi: shares.reduce((sum, share) => sum + share * share, 0),
  }
}

/** What `reference.json` says of one concentration; totals are numbers where the file has floats. */
export interface PublishedFacts extends Omit<ReferenceFacts, 'total'> {
  readonly total: string | number
}

/** The differences that are more than floating point explains, as readable lines; empty: reproduced. */
export function differences(found: ReferenceFacts, published: PublishedFacts, decimals: number): string[] {
  const lines: string[] = []
  for (const [name, expected] of Object.entries(published)) {
    const value = found[name as keyof ReferenceFacts]
    if (name === 'total') {
      const exact = typeof expected === 'string' ? BigInt(expected) * 10n ** BigInt(decimals) === value : null
      if (!(exact ?? near(Number(value) / 10 ** decimals, Number(expected))))
        lines.push(`total ${value}, not ${expected}`)
    } else if (!near(Number(value), Number(expected))) lines.push(`${name} ${value}, not ${expected}`)
  }
  return lines
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1e-3, Math.abs(b))
}
