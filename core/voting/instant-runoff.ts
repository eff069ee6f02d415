// Instant run-off: the lowest go out and their ballots move on, until one has more than half of what still counts.
import type { Count, Counting } from './count.ts'
import { type DuelsAmong, nextOut, type RoundWeights, tiersUpwards } from './elimination.ts'
import { Preferences } from './preferences.ts'
import { compareAmounts, optionsUpTo, tiersBy } from './ranking.ts'
import { rational } from './rational.ts'
import type { Settings } from './settings.ts'

interface Round {
  readonly weights: RoundWeights
  readonly exhausted: bigint
}

type Ending = 'majority' | 'tie'

/** How the run-off ends with this round, or who goes out before the next. */
function judge(
  round: RoundWeights,
  earlier: readonly RoundWeights[],
  duelsAmong: DuelsAmong,
  settings: Settings,
): Ending | readonly number[] {
  const standing = round.filter(weight => weight !== null)
  const total = standing.reduce((sum, weight) => sum + weight, 0n)
  if (standing.some(weight => weight * 2n > total)) return 'majority'
  // Two with as much each: neither has more than half, and who led before does not make one win.
  if (total === 0n || standing.length === 2) return 'tie'
  return nextOut(round, earlier, duelsAmong, settings) ?? 'tie'
}

/** By the weight in a round, highest first. */
function tiersDownwards(options: readonly number[], round: RoundWeights): number[][] {
  return tiersBy(
    options,
    option => round[option] ?? 0n,
    (a, b) => compareAmounts(b, a),
  )
}

function run(preferences: Preferences, options: number, settings: Settings) {
  const rounds: Round[] = []
  const weights: RoundWeights[] = []
  /** Best first; those who go out later are put before. */
  const out: number[][] = []
  const scores = optionsUpTo(options).map(() => 0n)
  const piles = preferences.deal(options)
  for (;;) {
    const round = piles.weights()
    const verdict = judge(round, weights, few => preferences.duelsAmong(few), settings)
    rounds.push({ weights: round, exhausted: piles.exhausted() })
    weights.push(round)
    for (const [option, weight] of round.entries()) if (weight !== null) scores[option] = weight
    if (verdict === 'majority') return { rounds, scores, ranking: [...tiersUpwards(round).reverse(), ...out] }
    if (verdict === 'tie')
      return { rounds, scores, ranking: [tiersUpwards(round).flat().sort(byNumber), ...out] }
    out.unshift(...tiersDownwards(verdict, round))
    piles.remove(verdict)
  }
}

const byNumber = (a: number, b: number) => a - b

export const instantRunoff: Counting = (options, settings): Count => {
  const preferences = new Preferences()
  return {
    take(marks, weight) {
      preferences.add(marks.options, marks.length, weight)
    },
    result() {
      const { rounds, scores, ranking } = run(preferences, options, settings)
      return { scores: scores.map(weight => rational(weight)), ranking, rounds }
    },
  }
}
