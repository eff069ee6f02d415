// The control score a second time, as plainly as it can be said and sharing no code with the first: only for tests.

/** One fact, its people merged already; null: nobody knows who, or there is no date. */
export interface NaiveFact {
  readonly party: string | null
  readonly day: number | null
  readonly weight: bigint
  readonly divisible?: boolean
  readonly wallet?: string
  readonly required?: number
}

/** `share` as numerator and denominator. */
export type NaiveRule = readonly [bigint, bigint] | 'threshold' | 'override'

export interface NaivePowers {
  readonly K: number
  readonly K_b: number | null
  readonly N2: number
  readonly coverage: number
  readonly low: number
  readonly high: number
}

const sum = (weights: readonly bigint[]) => weights.reduce((all, weight) => all + weight, 0n)

/** Fewest of the weights for which `enough` holds of their sum; all of them where it never does. */
function fewest(weights: readonly bigint[], enough: (held: bigint) => boolean): number {
  const sorted = weights.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  for (let count = 1; count <= sorted.length; count += 1)
    if (enough(sum(sorted.slice(0, count)))) return count
  return sorted.length
}

function counts(weights: readonly bigint[], rule: NaiveRule, required: number, blocks: boolean) {
  const total = sum(weights)
  const squares = sum(weights.map(weight => weight * weight))
  const N2 = Number((total * total * 10n ** 15n) / squares) / 1e15
  if (rule === 'override') return { K: 1, K_b: blocks ? 1 : null, N2 }
  const decides = (held: bigint) =>
    rule === 'threshold'
      ? held >= (required < total ? BigInt(required) : total)
      : held === total || held * rule[1] > total * rule[0]
  const K = fewest(weights, decides)
  // Those block without whom the others cannot decide.
  const K_b = blocks ? fewest(weights, held => !decides(total - held)) : null
  return { K, K_b, N2 }
}

function score({ K, K_b, N2 }: { K: number; K_b: number | null; N2: number }): number {
  const least = Math.min(K, K_b ?? K, N2)
  return Math.round(Math.min(100, Math.max(0, (100 * Math.log(least)) / Math.log(10))) * 10) / 10
}

function powers(
  facts: readonly NaiveFact[],
  rule: NaiveRule,
  required: number,
  blocks: boolean,
): NaivePowers | null {
  const held: Record<string, bigint> = {}
  for (const { party, weight } of facts) if (party !== null) held[party] = (held[party] ?? 0n) + weight
  const known = Object.values(held).filter(weight => weight > 0n)
  const dark = facts.filter(fact => fact.party === null && fact.weight > 0n)
  const unknown = sum(dark.map(fact => fact.weight))
  const total = sum(known) + unknown
  if (total === 0n) return null
  const asOne = counts(unknown > 0n ? [...known, unknown] : known, rule, required, blocks)
  const many = dark.flatMap(({ weight, divisible }) =>
    divisible ? Array.from({ length: Number(weight) }, () => 1n) : [weight],
  )
  const asMany = counts([...known, ...many], rule, required, blocks)
  const coverage = Number((sum(known) * 10n ** 12n) / total) / 1e12
  return { ...asOne, coverage, low: score(asOne), high: Math.max(score(asOne), score(asMany)) }
}

export interface NaiveSurface {
  readonly window: string
  readonly now: NaivePowers
  readonly windows: Readonly<Record<string, NaivePowers>>
}

/** As of the end of a day; null: nothing is known. */
export function naiveSurface(
  facts: readonly NaiveFact[],
  rule: NaiveRule,
  blocks: boolean,
  asOf: number,
): NaiveSurface | null {
  const until = facts.filter(({ day }) => day === null || day <= asOf)
  if (rule === 'threshold') {
    const wallets = [...new Set(until.map(fact => fact.wallet ?? ''))].sort().flatMap(wallet => {
      const own = until.filter(fact => (fact.wallet ?? '') === wallet)
      const now = powers(own, rule, Math.max(1, ...own.map(fact => fact.required ?? 1)), blocks)
      return now ? [now] : []
    })
    const [least] = wallets.sort((a, b) => a.low - b.low)
    return least ? { window: 'standing', now: least, windows: { standing: least } } : null
  }
  const dated = until.some(({ day }) => day !== null) && rule !== 'override'
  const within = (days: number) => until.filter(({ day }) => day !== null && day > asOf - days)
  const choices: [string, NaiveFact[]][] = dated
    ? [
        ['90d', within(90)],
        ['365d', within(365)],
        ['all', until],
      ]
    : [['standing', until]]
  const windows: Record<string, NaivePowers> = {}
  for (const [name, inside] of choices) {
    const found = powers(inside, rule, 0, blocks)
    if (found) windows[name] = found
  }
  const enough = choices.find(([, inside]) => inside.length >= 20)
  const [window] = enough ?? choices.findLast(([, inside]) => inside.length > 0) ?? ['']
  const now = windows[window]
  return now ? { window, now, windows } : null
}

/** The minimum rule over the necessary surfaces; `override`: that none is listed is no gap. */
export function naiveUnit(
  surfaces: readonly { necessary: boolean; override: boolean; found: NaivePowers | null }[],
) {
  const counted = surfaces.filter(({ necessary, override, found }) => necessary && !(override && !found))
  const seen = counted.flatMap(({ found }) => found ?? [])
  if (seen.length === 0) return { score: null, low: null, high: null }
  const high = Math.min(...seen.map(found => found.high))
  const low = Math.min(...seen.map(found => found.low))
  if (high === 0) return { score: 0, low: 0, high: 0 }
  return seen.length < counted.length ? { score: null, low: null, high } : { score: low, low, high }
}
