// Copeland: an option's score is the duels it wins, a tied duel counting half (A. H. Copeland, 1951).
import type { Counting } from './count.ts'
import { countDuels, type Judging } from './duels.ts'
import type { Rational } from './method.ts'
import { tiersBy } from './ranking.ts'
import { compareRationals, rational } from './rational.ts'

const judge: Judging = (duels, stand) => {
  const halves = (option: number) =>
    stand.reduce((sum, other) => {
      if (other === option) return sum
      const [pro, contra] = [duels[option]?.[other] ?? 0n, duels[other]?.[option] ?? 0n]
      return sum + (pro > contra ? 2n : pro === contra ? 1n : 0n)
    }, 0n)
  const scores = new Map(stand.map(option => [option, rational(halves(option), 2n)]))
  const ranking = tiersBy(
    stand,
    option => scores.get(option) as Rational,
    (a, b) => compareRationals(b, a),
  )
  return { scores, ranking }
}

export const copeland: Counting = (options, settings) => countDuels(options, settings, judge)
