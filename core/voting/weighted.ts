// Weighted voting: a ballot's weight is shared among options in proportion to its points, as exact fractions.
import type { Counting } from './count.ts'
import type { Rational } from './method.ts'
import { rankingOf } from './ranking.ts'
import { addRationals, rational } from './rational.ts'
import { Sums } from './sums.ts'

/** In a balanced tree, so that large denominators meet late. */
function sumOf(terms: readonly Rational[]): Rational {
  if (terms.length <= 1) return terms[0] ?? rational(0n)
  const middle = terms.length >> 1
  return addRationals(sumOf(terms.slice(0, middle)), sumOf(terms.slice(middle)))
}

export function pointsOf(marks: { readonly length: number; readonly values: Int32Array }): number {
  let points = 0
  for (let i = 0; i < marks.length; i++) points += marks.values[i] as number
  return points
}

/** Sums are kept per total of points, which is the denominator; there are at most `limits.ballotPoints` of them. */
export const weighted: Counting = options => {
  const byPoints = new Map<number, Sums>()
  return {
    take(marks, weight) {
      const points = pointsOf(marks)
      let sums = byPoints.get(points)
      if (sums === undefined) {
        sums = new Sums(options)
        byPoints.set(points, sums)
      }
      sums.hold(weight)
      for (let i = 0; i < marks.length; i++) sums.add(marks.options[i] as number, marks.values[i] as number)
    },
    result() {
      const parts = [...byPoints].map(([points, sums]) => ({ points: BigInt(points), totals: sums.totals() }))
      const scores = Array.from({ length: options }, (_, option) =>
        sumOf(parts.map(({ points, totals }) => rational(totals[option] as bigint, points))),
      )
      return { scores, ranking: rankingOf(scores) }
    },
  }
}
