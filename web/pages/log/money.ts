// An amount of money as people write it: 400000 smallest units of EUR with 2 decimals are 4,000.00 EUR. Digits, no floats.
import { text } from '../../messages/text.ts'

const decimalsAtMost = 36

/** Separators as the language has them. */
function marks(): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(text.locale).formatToParts(12_345.6)
  const of = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  return { group: of('group'), decimal: of('decimal') }
}

/** null: the event does not say all of it. Without decimals the amount stands as it is. */
export function money(data: Readonly<Record<string, unknown>>): string | null {
  const { amount, currency, decimals } = data
  if (typeof amount !== 'string' || !/^-?\d{1,80}$/.test(amount) || typeof currency !== 'string') return null
  const places =
    typeof decimals === 'number' && Number.isInteger(decimals) && decimals >= 0 && decimals <= decimalsAtMost
      ? decimals
      : 0
  const sign = amount.startsWith('-') ? '-' : ''
  const digits = amount.replace('-', '').padStart(places + 1, '0')
  const { group, decimal } = marks()
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/g, group)
  const part = places === 0 ? '' : `${decimal}${digits.slice(digits.length - places)}`
  return `${sign}${whole}${part} ${currency}`
}
