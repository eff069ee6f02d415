// Every option against every other: the weight of the ballots that rank the one above the other.
import type { Count, Counted, Marks } from './count.ts'
import { standing } from './default-option.ts'
import type { Rational } from './method.ts'
import { optionsUpTo } from './ranking.ts'
import { rational } from './rational.ts'
import type { Settings } from './settings.ts'
import { Sums } from './sums.ts'

/** `duels[row][column]`: weight that prefers row over column. */
export type Duels = readonly (readonly bigint[])[]

/** What a method makes of the duels between the options that stand. */
export type Judging = (
  duels: Duels,
  stand: readonly number[],
) => { readonly scores: ReadonlyMap<number, Rational>; readonly ranking: readonly (readonly number[])[] }

/**
 * Counts only pairs that a ballot marks both. What is marked ranks above what is not, the unmarked being equal among
 * themselves: so whoever marks one and not the other prefers the one, and that is all who mark it less those who mark both.
 */
export class DuelCount {
  readonly #options: number
  readonly #sums: Sums

  constructor(options: number) {
    this.#options = options
    this.#sums = new Sums(options * (2 * options + 1))
  }

  take(marks: Marks, weight: bigint): void {
    const [sums, options] = [this.#sums, this.#options]
    sums.hold(weight)
    for (let i = 0; i < marks.length; i++) {
      const [one, rank] = [marks.options[i] as number, marks.values[i] as number]
      sums.add(2 * options * options + one)
      for (let j = i + 1; j < marks.length; j++) {
        const [other, itsRank] = [marks.options[j] as number, marks.values[j] as number]
        if (rank < itsRank) sums.add(one * options + other)
        else if (rank > itsRank) sums.add(other * options + one)
        else sums.add((options + Math.min(one, other)) * options + Math.max(one, other))
      }
    }
  }

  duels(): bigint[][] {
    const options = this.#options
    const totals = this.#sums.totals()
    const above = (row: number, column: number) => totals[row * options + column] as bigint
    const level = (a: number, b: number) => above(options + Math.min(a, b), Math.max(a, b))
    return optionsUpTo(options).map(row =>
      optionsUpTo(options).map(column => {
        if (row === column) return 0n
        return above(2 * options, row) - above(column, row) - level(row, column)
      }),
    )
  }
}

export function countDuels(options: number, settings: Settings, judge: Judging): Count {
  const count = new DuelCount(options)
  return {
    take(marks, weight) {
      count.take(marks, weight)
    },
    result(): Counted {
      const duels = count.duels()
      const stand = standing(duels, settings.defaultOption)
      const dropped = optionsUpTo(options).filter(option => !stand.includes(option))
      const { scores, ranking } = judge(duels, stand)
      return {
        scores: optionsUpTo(options).map(option => scores.get(option) ?? rational(0n)),
        ranking: dropped.length === 0 ? ranking : [...ranking, dropped],
        duels,
      }
    },
  }
}
