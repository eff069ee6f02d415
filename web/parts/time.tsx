// A moment in the reader's zone, or a day, which has none.
import { day, instant } from '../words/format.ts'

export function Time({ iso }: { readonly iso: string }) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  return <time dateTime={iso}>{isDay ? day(iso) : instant(iso)}</time>
}
