// The one rule for facts without a date: the day from which those of each source count, the same for files and a store.
import type { Charter } from '@equalizer/core'
import { dayOfDate } from '@equalizer/measure'

/**
 * UTC day numbers by id of the source: its own word (`since`), else the day on which it was read, where somebody kept
 * that. A source that is not in the answer stands as of the day that is measured: files lie there as they are, and only
 * whoever names the day knows that they were so then.
 */
export function standingDays(
  charter: Charter,
  readOn: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(
    charter.sources.flatMap(({ id, since }): [string, number][] => {
      const day = since === undefined ? readOn.get(id) : dayOfDate(since)
      return day === undefined ? [] : [[id, day]]
    }),
  )
}

/** What became of facts without a date. */
export interface Standing {
  /** First known after the day that is measured, and not counted. */
  withheld: number
  /** Of sources of which nobody says since when: taken as they stood on the day that is measured. */
  assumed: number
}

/** `later`: whether there is dated evidence from after `asOf`, so that a past day is measured. */
export function standingNotes({ withheld, assumed }: Standing, asOf: string, later: boolean): string[] {
  const notes: string[] = []
  if (withheld > 0) {
    notes.push(
      `${withheld} observations without a date were first known after ${asOf}: how that stood then is unknown.`,
    )
  }
  if (later && assumed > 0) {
    notes.push(`${assumed} observations have no date and are taken as they stood on ${asOf}.`)
  }
  return notes
}
