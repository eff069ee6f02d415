// Schulze's method with winning votes: beatpaths by their weakest duel (M. Schulze, Social Choice and Welfare 36, 2011).
import type { Counting } from './count.ts'
import { countDuels, type Duels, type Judging } from './duels.ts'
import { compareAmounts } from './ranking.ts'
import { rational } from './rational.ts'

/**
 * The strength of every won duel as its place among all strengths, from 1; 0 where a duel is not won. Only their order
 * matters to a path, so that small integers stand for weights of any size.
 */
function strengths(duels: Duels, stand: readonly number[]): Int32Array {
  const won = (row: number, column: number) => {
    const [pro, contra] = [duels[row]?.[column] ?? 0n, duels[column]?.[row] ?? 0n]
    return pro > contra ? pro : 0n
  }
  const all = stand.flatMap(row => stand.map(column => won(row, column)))
  const place = new Map([...new Set([0n, ...all])].sort(compareAmounts).map((weight, i) => [weight, i]))
  return Int32Array.from(all, weight => place.get(weight) as number)
}

/** Strongest paths, in place: Floyd and Warshall with minimum along a path and maximum over paths. */
function strongestPaths(paths: Int32Array, n: number): Int32Array {
  for (let via = 0; via < n; via++) {
    for (let from = 0; from < n; from++) {
      const first = paths[from * n + via] as number
      if (from === via || first === 0) continue
      for (let to = 0; to < n; to++) {
        const through = Math.min(first, paths[via * n + to] as number)
        if (to !== from && through > (paths[from * n + to] as number)) paths[from * n + to] = through
      }
    }
  }
  return paths
}

/** Tier by tier those whom none of the rest beats; "beats" is transitive, so that no tier is empty. */
function layers(n: number, beats: (a: number, b: number) => boolean): number[][] {
  let rest = Array.from({ length: n }, (_, i) => i)
  const tiers: number[][] = []
  while (rest.length > 0) {
    const tier = rest.filter(a => !rest.some(b => beats(b, a)))
    tiers.push(tier)
    rest = rest.filter(a => !tier.includes(a))
  }
  return tiers
}

const judge: Judging = (duels, stand) => {
  const n = stand.length
  const paths = strongestPaths(strengths(duels, stand), n)
  const beats = (a: number, b: number) => (paths[a * n + b] as number) > (paths[b * n + a] as number)
  const places = Array.from({ length: n }, (_, i) => i)
  const scores = new Map(
    stand.map((option, a) => [option, rational(BigInt(places.filter(b => beats(a, b)).length))]),
  )
  return { scores, ranking: layers(n, beats).map(tier => tier.map(place => stand[place] as number)) }
}

/** An option's score is how many others it beats by its strongest path. */
export const schulze: Counting = (options, settings) => countDuels(options, settings, judge)
