// Lorenz curve: what share the poorest part of the population has.
import type { Ranked } from './ranked.ts'

/**
 * Knots [share of parties, share of weight], smallest first, from [0, 0] to [1, 1]; at most `points` of them, spread
 * evenly along both axes at once, so that neither the many small nor the few large are lost. All knots where they fit.
 * Source: Lorenz, "Methods of Measuring the Concentration of Wealth" (1905). Zeros belong to the population. Empty, only
 * zeros: no knots. Single, tied: the diagonal. RangeError for fewer than 2 points.
 */
export function lorenzPoints(ranked: Ranked, points: number): [number, number][] {
  if (!(Number.isInteger(points) && points >= 2)) throw new RangeError('A curve has at least 2 points')
  if (ranked.total === 0n) return []
  const { size, values, sum } = ranked
  const steps = points - 1
  const knots: [number, number][] = [[0, 0]]
  let below = 0
  let reached = 0
  for (let index = 1; index < size; index += 1) {
    below += values[size - index] as number
    const knot: [number, number] = [index / size, Math.min(1, below / sum)]
    const step = Math.floor(((knot[0] + knot[1]) / 2) * steps)
    if (size > steps && (step <= reached || step >= steps)) continue
    reached = step
    knots.push(knot)
  }
  knots.push([1, 1])
  return knots
}
