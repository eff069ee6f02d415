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

/** What is marked ranks above what is not; the unmarked are equal among themselves. */
export function takeDuels(sums: Sums, options: number): Count['take'] {
  const markedAt = new Float64Array(options)
  let ballot = 0
  return (marks: Marks, weight) => {
    ballot += 1
    sums.hold(weight)
    for (let i = 0; i < marks.length; i++) markedAt[marks.options[i] as number] = ballot
    for (let i = 0; i < marks.length; i++) {
      const row = (marks.options[i] as number) * options
      const rank = marks.values[i] as number
      for (let j = 0; j < marks.length; j++) {
        if (rank < (marks.values[j] as number)) sums.add(row + (marks.options[j] as number))
      }
      if (marks.length === options) continue
      for (let other = 0; other < options; other++) if (markedAt[other] !== ballot) sums.add(row + other)
    }
  }
}

export function countDuels(options: number, settings: Settings, judge: Judging): Count {
  const sums = new Sums(options * options)
  return {
    take: takeDuels(sums, options),
    result(): Counted {
      const totals = sums.totals()
      const duels = optionsUpTo(options).map(row => totals.slice(row * options, (row + 1) * options))
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
