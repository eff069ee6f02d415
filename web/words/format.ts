// Numbers, days and instants as the page spells them: one place, so that server and browser agree to the letter.
import { text } from '../messages/text.ts'
import { zone } from './zone.ts'

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than using it a thousand times. */
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${text.locale} ${JSON.stringify(options)}`
  const held = numbers.get(key) ?? new Intl.NumberFormat(text.locale, options)
  numbers.set(key, held)
  return held
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${text.locale} ${JSON.stringify(options)}`
  const held = dates.get(key) ?? new Intl.DateTimeFormat(text.locale, options)
  dates.set(key, held)
  return held
}

const whole = (value: number) => numberFormat({ maximumFractionDigits: 0 }).format(value)
const oneDecimal = (value: number) =>
  numberFormat({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)

export const unknownMark = '–'

/** A position 0..100 without decimals; a score a hair above 0 is never shown as 0. */
export function position(value: number): string {
  return value > 0 && value < 0.5 ? '<1' : whole(value)
}

export function count(value: number): string {
  return whole(value)
}

/** A share 0..1 as a percentage; what exists is never shown as 0%, what lacks something never as 100%. */
export function share(value: number): string {
  const percent = value * 100
  const spell = text.format.percent
  if (percent > 0 && percent < 0.1) return `<${spell(oneDecimal(0.1))}`
  if (percent < 100 && percent > 99.9) return `>${spell(oneDecimal(99.9))}`
  if (percent === 0 || percent === 100) return spell(whole(percent))
  return spell(percent < 9.95 || percent > 99 ? oneDecimal(percent) : whole(percent))
}

/** What a sum of floating figures leaves over where it should be nothing. */
const leftOver = 1e-9

export function figure(value: number | null): string {
  if (value === null) return unknownMark
  return Math.abs(value) < leftOver ? whole(0) : spelled(value)
}

function spelled(value: number): string {
  const small = Math.abs(value) < 0.01 && value !== 0
  return numberFormat(small ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 }).format(value)
}

/** An exact decimal of any length: grouped while it stays short, abbreviated beyond. */
export function amount(decimal: string): string {
  const value = Number(decimal)
  if (value >= 10_000_000)
    return numberFormat({ notation: 'compact', maximumFractionDigits: 1 }).format(value)
  return spelled(value)
}

/** A whole number of any length, every digit of it. */
export function exact(whole: string): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(BigInt(whole))
}

/** Bytes as a reader counts them, in thousands. */
export function bytes(value: number): string {
  const spell = text.format.bytes
  if (value < 1_000) return spell(whole(value), 'B')
  if (value < 1_000_000) return spell(whole(value / 1_000), 'kB')
  if (value < 1_000_000_000) return spell(oneDecimal(value / 1_000_000), 'MB')
  return spell(oneDecimal(value / 1_000_000_000), 'GB')
}

/** As it stands in a date: German says `Nov.` there, and `Nov` where a month stands alone. */
function monthName(date: Date, inZone: { timeZone?: string } = { timeZone: 'UTC' }): string {
  const parts = dateFormat({ day: 'numeric', month: 'short', year: 'numeric', ...inZone }).formatToParts(date)
  return parts.find(({ type }) => type === 'month')?.value ?? ''
}

/** `2026-11-21` as `21 Nov 2026`; put together here, because the order of parts differs between browsers. */
export function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  return text.format.day(date.getUTCDate(), monthName(date), date.getUTCFullYear())
}

export function monthOf(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  return `${monthName(date)} ${date.getUTCFullYear()}`
}

/** `21 Nov 2026, 16:04`, in the zone that the reader chose, and that zone's short name. */
function momentIn(iso: string): { readonly words: string; readonly zoneName: string } {
  const inZone = zone === 'utc' ? { timeZone: 'UTC' } : {}
  const date = new Date(iso)
  const parts = dateFormat({
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...inZone,
  }).formatToParts(date)
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  const named = text.format.day(Number(part('day')), monthName(date, inZone), Number(part('year')))
  return { words: `${named}, ${part('hour')}:${part('minute')}`, zoneName: part('timeZoneName') }
}

/** An instant such as `2026-11-21T15:04:05Z` as `21 Nov 2026, 16:04 CET`. */
export function instant(iso: string): string {
  const { words, zoneName } = momentIn(iso)
  return `${words} ${zoneName}`
}

/** The same as short as a column needs it: without its zone, which a tip beside it says. */
export function instantShort(iso: string): string {
  return momentIn(iso).words
}

/** A length of time in its largest fitting unit; milliseconds in. */
export function duration(ms: number): string {
  const { duration: spell } = text.format
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return spell.underMinute
  if (minutes < 60) return spell.minutes(whole(minutes))
  const hours = Math.round(minutes / 60)
  return hours < 48 ? spell.hours(whole(hours)) : spell.days(whole(Math.round(hours / 24)))
}
