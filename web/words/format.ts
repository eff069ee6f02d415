// Numbers and dates as the page spells them: one place, so that server and browser agree to the letter.
import { en } from '../messages/en.ts'

const whole = new Intl.NumberFormat(en.locale, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(en.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const upToTwo = new Intl.NumberFormat(en.locale, { maximumFractionDigits: 2 })
const significant = new Intl.NumberFormat(en.locale, { maximumSignificantDigits: 3 })
const compact = new Intl.NumberFormat(en.locale, { notation: 'compact', maximumFractionDigits: 1 })
const month = new Intl.DateTimeFormat(en.locale, { month: 'short', timeZone: 'UTC' })

export const unknownMark = '–'

/** A position 0..100 without decimals; a score a hair above 0 is never shown as 0. */
export function position(value: number): string {
  return value > 0 && value < 0.5 ? '<1' : whole.format(value)
}

export function count(value: number): string {
  return whole.format(value)
}

/** A share 0..1 as a percentage; what exists is never shown as 0%, what lacks something never as 100%. */
export function share(value: number): string {
  const percent = value * 100
  if (percent > 0 && percent < 0.1) return '<0.1%'
  if (percent < 100 && percent > 99.9) return '>99.9%'
  if (percent === 0 || percent === 100) return `${percent}%`
  return `${percent < 9.95 || percent > 99 ? oneDecimal.format(percent) : whole.format(percent)}%`
}

export function figure(value: number | null): string {
  if (value === null) return unknownMark
  return Math.abs(value) < 0.01 && value !== 0 ? significant.format(value) : upToTwo.format(value)
}

/** An exact decimal of any length: grouped while it stays short, abbreviated beyond. */
export function amount(decimal: string): string {
  const value = Number(decimal)
  if (value >= 10_000_000) return compact.format(value)
  return figure(value)
}

/** `2026-11-21` as `21 Nov 2026`; put together here, because the order of parts differs between browsers. */
export function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  return `${date.getUTCDate()} ${month.format(date)} ${date.getUTCFullYear()}`
}

export function monthOf(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  return `${month.format(date)} ${date.getUTCFullYear()}`
}
