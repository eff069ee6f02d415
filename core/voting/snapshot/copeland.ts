// Snapshot's Copeland: complete rankings, wins counted from both sides, ties told apart by average support, then scaled.
import { listOf, powerOf, readable, type SnapshotBallot, sumOf } from './vote.ts'

interface Ranked {
  readonly choice: readonly number[]
  readonly balance: number
}

/** Power for minus power against, and all power that an option has over those it is ranked above. */
function compare(ballots: readonly Ranked[], options: number) {
  const lead = Array.from({ length: options }, () => new Float64Array(options))
  const support = new Float64Array(options)
  const move = (row: number, column: number, by: number) => {
    const cells = lead[row] as Float64Array
    cells[column] = (cells[column] as number) + by
  }
  for (const { choice, balance } of ballots) {
    for (const [rank, better] of choice.entries()) {
      for (const worse of choice.slice(rank + 1)) {
        move(better - 1, worse - 1, balance)
        move(worse - 1, better - 1, -balance)
        support[better - 1] = (support[better - 1] as number) + balance
      }
    }
  }
  return { lead, support }
}

/** A won comparison is 2 and a tied one 1: Snapshot looks at each from both sides. */
function wins(lead: readonly Float64Array[], option: number): number {
  const row = [...(lead[option] as Float64Array)]
  return sumOf(row.map((by, other) => (other === option || by < 0 ? 0 : by > 0 ? 2 : 1)))
}

export function copelandScores(ballots: readonly SnapshotBallot[], options: number): number[] {
  const valid = completeRankings(ballots, options)
  const power = powerOf(valid)
  const { lead, support } = compare(valid, options)
  const rivals = options - 1
  const scores = lead.map((_, option) => {
    const bonus = power > 0 && rivals > 0 ? 0.5 * ((support[option] as number) / (rivals * power)) : 0
    return wins(lead, option) + bonus
  })
  const whole = sumOf(scores)
  return whole > 0 ? scores.map(score => (score / whole) * power) : scores.map(() => power / options)
}

export function completeRankings(ballots: readonly SnapshotBallot[], options: number): Ranked[] {
  return readable(ballots, choice => {
    const list = listOf(choice, options)
    return list !== null && list.length === options && options > 0 ? list : null
  })
}
