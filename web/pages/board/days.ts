// Days as numbers, for a timeline: whole UTC days counted from a first one.
import type { Answer } from '@equalizer/client'

export type Days = Answer<'GET /api/organizations/{organization}/days'>
export type RecordedDay = Days['recorded'][number]

const dayMs = 86_400_000

export const numberOfDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)

export const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

/** The newest of the days, oldest first, that is not after `day`; null: there is none by then. */
export function newestBy<Day extends { readonly day: string }>(
  recorded: readonly Day[],
  day: string,
): Day | null {
  let [from, to] = [0, recorded.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((recorded[middle]?.day ?? '') <= day) from = middle + 1
    else to = middle
  }
  return recorded[from - 1] ?? null
}
