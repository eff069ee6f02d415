// Days as numbers: evidence is folded by UTC day, counted from 1970-01-01.

const msPerDay = 86_400_000

/** UTC day number of a time in milliseconds since 1970. */
export function dayOfMs(ms: number): number {
  return Math.floor(ms / msPerDay)
}

/** Day number of `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  return dayOfMs(Date.parse(`${date}T00:00:00Z`))
}

/** `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

/** The last day of every month from the month of `from` up to and without the month of `to`, then `to` itself. */
export function monthEnds(from: number, to: number, most: number): number[] {
  const days: number[] = [to]
  const end = new Date(to * msPerDay)
  for (let back = 0; days.length < most; back += 1) {
    const last = dayOfMs(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - back, 0))
    if (last < from) break
    days.push(last)
  }
  return days.reverse()
}
