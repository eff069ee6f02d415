// The labels of an axis of days, in the reader's language: days, months or years, by how far apart they stand.
import { text } from '../messages/text.ts'
import { monthOf } from '../words/format.ts'

const daySeconds = 86_400

const spelled = (options: Intl.DateTimeFormatOptions, date: Date): string =>
  new Intl.DateTimeFormat(text.locale, { ...options, timeZone: 'UTC' }).format(date)

/** `splits` in seconds since 1970 UTC, `apart` the seconds between two of them; days are UTC days. */
export function dayLabels(splits: readonly number[], apart: number): string[] {
  let yearBefore: number | null = null
  return splits.map(seconds => {
    const date = new Date(seconds * 1000)
    const year = date.getUTCFullYear()
    const isNew = year !== yearBefore
    yearBefore = year
    if (apart >= 360 * daySeconds) return String(year)
    if (apart >= 27 * daySeconds)
      return isNew ? monthOf(date.toISOString().slice(0, 10)) : spelled({ month: 'short' }, date)
    return spelled({ day: 'numeric', month: 'short', ...(isNew ? { year: 'numeric' } : {}) }, date)
  })
}
