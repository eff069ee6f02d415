// Single choice and approval: every marked option gets the ballot's whole weight.
import type { Counting } from './count.ts'
import { rankingOf } from './ranking.ts'
import { rational } from './rational.ts'
import { Sums } from './sums.ts'

export const sumOfWeights: Counting = options => {
  const sums = new Sums(options)
  return {
    take(marks, weight) {
      sums.hold(weight)
      for (let i = 0; i < marks.length; i++) sums.add(marks.options[i] as number)
    },
    result() {
      const scores = sums.totals().map(total => rational(total))
      return { scores, ranking: rankingOf(scores) }
    },
  }
}
