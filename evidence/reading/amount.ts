// An amount as text becomes a fixed-point bigint, exactly; what would need guessing is refused.
import { accepted, limits, type Result, refused } from '@equalizer/core'

export interface AmountFormat {
  /** Decimal places of the result: 1.5 with 18 places is 1_500_000_000_000_000_000n. */
  readonly decimals: number
  /** The text holds whole smallest units already (wei), so that no place is added. */
  readonly raw?: boolean
  /** Negative amounts are read too (an account's statement); otherwise they are refused by a code of their own. */
  readonly signed?: boolean
  /**
   * For sources whose numbers went through binary floats (0.1234567890123456789): places beyond `decimals` are rounded,
   * half to even, and counted here, so that the reader can note how many. Left out: they are refused unless zero.
   */
  readonly rounded?: { count: number }
}

/** At most this many digits may an exponent move the point, before any digit is allocated. */
const exponentLimit = limits.amountDigits

const plainDigits = /^\d+$/
/** At most 256 bits, as contracts hold them; only for whole smallest units. */
const hexadecimal = /^0x[0-9a-fA-F]{1,64}$/
const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/

/** Refused: `evidence.empty_amount`, `bad_amount`, `thousands_separator`, `too_many_decimals`, `negative_amount`, `amount_too_long`. */
export function parseAmount(text: string, format: AmountFormat): Result<bigint> {
  if (text.length <= limits.amountDigits && plainDigits.test(text))
    return accepted(scaled(BigInt(text), places(format)))
  const trimmed = text.trim()
  if (format.raw === true && hexadecimal.test(trimmed)) return accepted(BigInt(trimmed))
  if (trimmed === '') return refused('evidence.empty_amount', 'The amount is empty')
  if (trimmed.length > 2 * limits.amountDigits) return tooLong()
  const match = decimal.exec(trimmed)
  const whole = match?.[2] ?? ''
  const fraction = match?.[3] ?? ''
  if (match === null || whole + fraction === '') return unreadable(trimmed)
  const exponent = Number(match[4] ?? 0)
  if (Math.abs(exponent) > exponentLimit || whole.length > limits.amountDigits) return tooLong()
  const negative = match[1] === '-'
  const size = fixed(BigInt(whole + fraction), exponent - fraction.length + places(format), format, trimmed)
  if (!size.ok || size.value === 0n || !negative) return size
  if (format.signed !== true) {
    return refused('evidence.negative_amount', 'The amount is negative', { amount: shown(trimmed) })
  }
  return accepted(-size.value)
}

function places(format: AmountFormat): number {
  return format.raw === true ? 0 : format.decimals
}

const powers: bigint[] = []

function scaled(digits: bigint, shift: number): bigint {
  if (shift === 0) return digits
  powers[shift] ??= 10n ** BigInt(shift)
  return digits * (powers[shift] as bigint)
}

function fixed(digits: bigint, shift: number, format: AmountFormat, text: string): Result<bigint> {
  if (shift >= 0) return accepted(scaled(digits, shift))
  const divisor = 10n ** BigInt(-shift)
  const kept = digits / divisor
  const excess = digits % divisor
  if (excess === 0n) return accepted(kept)
  if (format.rounded === undefined) {
    const limit =
      format.raw === true
        ? 'is not a whole number of smallest units'
        : `has more than ${format.decimals} decimal places`
    return refused('evidence.too_many_decimals', `The amount ${limit}`, {
      what: format.raw === true ? 'raw' : 'decimal',
      amount: shown(text),
      decimals: places(format),
    })
  }
  format.rounded.count += 1
  const twice = excess * 2n
  return accepted(twice > divisor || (twice === divisor && kept % 2n === 1n) ? kept + 1n : kept)
}

function unreadable(text: string): Result<never> {
  const facts = { amount: shown(text) }
  if (/^[+-]?\d{1,3}([,' \u00a0\u202f_]\d{3})+(\.\d+)?$/.test(text)) {
    return refused(
      'evidence.thousands_separator',
      'The amount has thousands separators; export plain numbers',
      facts,
    )
  }
  if (/^[+-]?\d+,\d+$/.test(text) || /^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) {
    return refused('evidence.decimal_comma', 'The amount has a decimal comma; export it with a point', facts)
  }
  return refused('evidence.bad_amount', 'This is not an amount', facts)
}

function tooLong(): Result<never> {
  return refused('evidence.amount_too_long', `The amount has more than ${limits.amountDigits} digits`, {
    limit: limits.amountDigits,
  })
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
