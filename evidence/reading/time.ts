// A time as text becomes milliseconds since 1970 UTC; a time without an offset is read in the source's zone.
import { accepted, type Result, refused } from '@equalizer/core'

export interface TimeFormat {
  /** Left out: ISO 8601 or Y/M/D, and for bare digits seconds (9 or 10) or milliseconds (12 or 13). */
  readonly format?: 'iso' | 'seconds' | 'milliseconds' | undefined
  /** IANA zone for times without an offset; UTC when left out. */
  readonly timezone?: string | undefined
}

const earliestMs = 0
const latestMs = Date.UTC(2100, 0, 1)

const calendar =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?$/i

/** Refused: `evidence.empty_time`, `bad_time`, `time_out_of_range` (before 1970 or after 2100), `unknown_timezone`. */
export function parseTime(text: string, format: TimeFormat = {}): Result<number> {
  const trimmed = text.trim()
  if (trimmed === '') return refused('evidence.empty_time', 'The time is empty')
  if (trimmed.length > 64) return bad(trimmed)
  if (format.format !== 'iso' && /^\d+(\.\d+)?$/.test(trimmed)) return unixTime(trimmed, format.format)
  if (format.format === 'seconds' || format.format === 'milliseconds') return bad(trimmed)
  const match = calendar.exec(trimmed)
  if (match === null) return bad(trimmed)
  const [year, month, day, hour, minute, second] = [1, 3, 4, 5, 6, 7].map(at => Number(match[at] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const fraction = Number((match[8] ?? '0').padEnd(3, '0').slice(0, 3))
  // A leap second is the last second of its minute here, as POSIX counts.
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), fraction)
  const wall = new Date(wallMs)
  if (
    wall.getUTCMonth() !== month - 1 ||
    wall.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 60
  ) {
    return bad(trimmed)
  }
  const offset = match[9]
  if (offset !== undefined) return inRange(wallMs - offsetMs(offset), trimmed)
  const utc = fromZone(wallMs, format.timezone ?? 'UTC')
  return utc.ok ? inRange(utc.value, trimmed) : utc
}

function unixTime(text: string, format: TimeFormat['format']): Result<number> {
  const whole = text.split('.')[0] as string
  const unit = format ?? (whole.length <= 10 ? 'seconds' : 'milliseconds')
  if (format === undefined && ![9, 10, 12, 13].includes(whole.length)) return bad(text)
  return inRange(Math.trunc(unit === 'seconds' ? Number(text) * 1000 : Number(text)), text)
}

function inRange(ms: number, text: string): Result<number> {
  if (ms >= earliestMs && ms < latestMs) return accepted(ms)
  return refused(
    'evidence.time_out_of_range',
    'The time is before 1970 or after 2100 (seconds taken for milliseconds?)',
    { time: text },
  )
}

function offsetMs(offset: string): number {
  if (!/^[+-]/.test(offset)) return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0)
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

/**
 * The instant at which clocks in the zone show this wall time. In the hour that a zone repeats in autumn the earlier one
 * is meant; a time that spring skips is read with the offset from before the change.
 */
function fromZone(wallMs: number, timezone: string): Result<number> {
  if (timezone === 'UTC') return accepted(wallMs)
  const clock = clockOf(timezone)
  if (clock === null) return unknownTimezone(timezone)
  const day = 86_400_000
  const before = clock(wallMs - day) // the offset well before and well after any change nearby
  const after = clock(wallMs + day)
  if (before === after || clock(wallMs - before) === before) return accepted(wallMs - before)
  return accepted(clock(wallMs - after) === after ? wallMs - after : wallMs - before)
}

/** A zone that does not exist spoils every row, so that readers ask before the first. */
export function checkTimezone(timezone: string | undefined): Result<undefined> {
  return timezone === undefined || clockOf(timezone) !== null
    ? accepted(undefined)
    : unknownTimezone(timezone)
}

function unknownTimezone(timezone: string): Result<never> {
  return refused('evidence.unknown_timezone', `There is no time zone of the name ${timezone}`, { timezone })
}

type Clock = (utcMs: number) => number
const clocks = new Map<string, Clock>()

/** Offset of a zone in milliseconds at an instant, kept per hour because files repeat hours. */
function clockOf(timezone: string): Clock | null {
  const known = clocks.get(timezone)
  if (known !== undefined) return known
  let shown: Intl.DateTimeFormat
  try {
    shown = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
  const perQuarter = new Map<number, number>()
  const clock: Clock = utcMs => {
    const quarter = Math.floor(utcMs / 900_000)
    let offset = perQuarter.get(quarter)
    if (offset === undefined) {
      const at = quarter * 900_000
      const part = Object.fromEntries(shown.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - at
      if (perQuarter.size > 50_000) perQuarter.clear()
      perQuarter.set(quarter, offset)
    }
    return offset
  }
  clocks.set(timezone, clock)
  return clock
}

function bad(text: string): Result<never> {
  return refused('evidence.bad_time', 'This is not a time that can be read', { time: text.slice(0, 60) })
}
