// Snapshot's weighted and quadratic voting, with its own steps of rounding: through percentages, scaled to all power.
import { isOption, powerOf, readable, type SnapshotBallot, sumOf } from './vote.ts'

type Shares = Readonly<Record<string, number>>

/** Points of any size, fractions too; some above 0. */
function sharesOf(choice: unknown, options: number): Shares | null {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return null
  const [keys, values]: [string[], unknown[]] = [Object.keys(choice), Object.values(choice)]
  if (!keys.every(key => isOption(Number(key), options))) return null
  if (!values.every(value => typeof value === 'number' && value >= 0)) return null
  return values.some(value => (value as number) > 0) ? (choice as Shares) : null
}

/** A part of a whole; 0 where there is neither. */
function partOf(part: number | undefined, whole: number, scale: number): number {
  const share = ((part ?? Number.NaN) / whole) * scale
  return Number.isNaN(share) ? 0 : share
}

/** Every score in proportion, so that together they are the power of the ballots that count. */
function scaled(scores: readonly number[], power: number, scale: number): number[] {
  const whole = sumOf(scores)
  return scores.map(score => (power / scale) * partOf(score, whole, scale))
}

const optionsFrom1 = (options: number) => Array.from({ length: options }, (_, i) => i + 1)

export function weightedScores(ballots: readonly SnapshotBallot[], options: number): number[] {
  const valid = readable(ballots, choice => sharesOf(choice, options))
  const scores = optionsFrom1(options).map(option =>
    sumOf(
      valid.map(
        ({ choice, balance }) => (partOf(choice[option], sumOf(Object.values(choice)), 100) / 100) * balance,
      ),
    ),
  )
  return scaled(scores, powerOf(valid), 100)
}

/** The square of a sum of roots: an option is worth more for being backed by many. */
export function quadraticScores(ballots: readonly SnapshotBallot[], options: number): number[] {
  const valid = readable(ballots, choice => sharesOf(choice, options))
  const scores = optionsFrom1(options).map(option => {
    const roots = valid.map(({ choice, balance }) =>
      Math.sqrt(partOf(choice[option], sumOf(Object.values(choice)), 1) * balance),
    )
    return sumOf(roots) * sumOf(roots)
  })
  return scaled(scores, powerOf(valid), 1)
}
