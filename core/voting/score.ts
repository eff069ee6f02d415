// Score voting: an option's score is the sum over ballots of weight times points.
import type { Counting } from './count.ts'
import { rankingOf } from './ranking.ts'
import { rational } from './rational.ts'
import { Sums } from './sums.ts'

export const score: Counting = options => {
  const sums = new Sums(options)
  return {
    take(marks, weight) {
      sums.hold(weight)
      for (let i = 0; i < marks.length; i++) sums.add(marks.options[i] as number, marks.values[i] as number)
    },
    result() {
      const scores = sums.totals().map(total => rational(total))
      return { scores, ranking: rankingOf(scores) }
    },
  }
}
