// An amount of money as people write it: 400000 smallest units of EUR with 2 decimals are 4,000.00 EUR. Digits, no floats.
import { text } from '../messages/text.ts'
import { plainText } from './plain-text.ts'

const decimalsAtMost = 36

/** Separators as the language has them. */
function marks(): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(text.locale).formatToParts(12_345.6)
  const of = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  return { group: of('group'), decimal: of('decimal') }
}

const isPlaces = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= decimalsAtMost

let listed: ReadonlySet<string> | null = null

/** As ISO 4217 has them; null: that is no currency of it. */
function standardPlaces(currency: string): number | null {
  listed ??= new Set(Intl.supportedValuesOf('currency'))
  if (!listed.has(currency)) return null
  const made = new Intl.NumberFormat('en', { style: 'currency', currency })
  return made.resolvedOptions().maximumFractionDigits ?? null
}

export interface Money {
  /** A whole number of smallest units, as decimal text. */
  readonly amount: unknown
  readonly currency: unknown
  /** As they were declared; anything else: they are not known here. */
  readonly decimals?: unknown
}

/** null: one of the two is missing. Where nobody said how many decimals there are, it says that these are smallest units. */
export function moneyWords({ amount, currency, decimals }: Money): string | null {
  if (typeof amount !== 'string' || !/^-?\d{1,80}$/.test(amount) || typeof currency !== 'string') return null
  const places = isPlaces(decimals) ? decimals : standardPlaces(currency)
  const sign = amount.startsWith('-') ? '-' : ''
  const digits = amount.replace('-', '').padStart((places ?? 0) + 1, '0')
  const { group, decimal } = marks()
  const end = digits.length - (places ?? 0)
  const whole = digits.slice(0, end).replace(/\B(?=(?:\d{3})+$)/g, group)
  const said = `${sign}${whole}${places ? `${decimal}${digits.slice(end)}` : ''}`
  const code = plainText(currency)
  return places === null ? text.titles.smallest(said, code) : `${said} ${code}`
}
