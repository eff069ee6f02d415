// When things happen in the simulated organization: working days over the years that end with a given day.
import type { Random } from './random.ts'

const dayMs = 86_400_000
/** The organization's recorded life. */
export const daysOfLife = 730

export interface Moment {
  /** ISO 8601, UTC, whole seconds. */
  readonly instant: string
  /** 0 at the beginning of the record, 1 at its end. */
  readonly progress: number
}

/** The day `days` before `end` (both YYYY-MM-DD, UTC). */
export function dayBefore(end: string, days: number): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10)
}

/**
 * Moments in the order of time, `perWeek` on average, in office hours of several time zones. Weekends are quiet, but
 * counted from the end of the record rather than by the calendar: the story is the same whatever day it ends on.
 */
export function* moments(random: Random, end: string, perWeek: number): Generator<Moment> {
  const daily = [1.25, 1.25, 1.25, 1.25, 1.1, 0.5, 0.4]
  let due = random.next()
  for (let day = 0; day < daysOfLife; day += 1) {
    due += (perWeek / 7) * (daily[day % 7] ?? 1)
    const seconds: number[] = []
    for (; due >= 1; due -= 1) seconds.push(random.whole(6 * 3_600, 22 * 3_600))
    const date = dayBefore(end, daysOfLife - 1 - day)
    for (const second of seconds.sort((a, b) => a - b)) {
      const clock = new Date(second * 1_000).toISOString().slice(11, 19)
      yield { instant: `${date}T${clock}Z`, progress: day / (daysOfLife - 1) }
    }
  }
}

/** `instant` later by some hours. */
export function hoursLater(instant: string, hours: number): string {
  return `${new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 19)}Z`
}
