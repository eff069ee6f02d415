// Amounts: exact, whatever the notation; refused by name where they would need guessing.
import { limits } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { parseAmount } from './amount.ts'

const value = (text: string, format = { decimals: 18 }) => {
  const amount = parseAmount(text, format)
  return amount.ok ? amount.value : amount.refusal.code
}

describe('parseAmount', () => {
  test.each([
    ['0', 0n],
    ['1', 10n ** 18n],
    ['1.5', 15n * 10n ** 17n],
    ['.5', 5n * 10n ** 17n],
    ['5.', 5n * 10n ** 18n],
    ['+2', 2n * 10n ** 18n],
    ['-0', 0n],
    ['007', 7n * 10n ** 18n],
    ['1e-7', 10n ** 11n],
    ['1.5E+3', 1500n * 10n ** 18n],
    ['10343757.805367500103173471', 10343757805367500103173471n],
    ['1.500000000000000000000', 15n * 10n ** 17n],
    [' 3 ', 3n * 10n ** 18n],
  ])('%s is exact', (text, expected) => expect(value(text)).toBe(expected))

  test.each([
    ['', 'evidence.empty_amount'],
    ['  ', 'evidence.empty_amount'],
    ['n/a', 'evidence.bad_amount'],
    ['.', 'evidence.bad_amount'],
    ['$5', 'evidence.bad_amount'],
    ['1.2.3', 'evidence.bad_amount'],
    ['0x10', 'evidence.bad_amount'],
    ['NaN', 'evidence.bad_amount'],
    ['Infinity', 'evidence.bad_amount'],
    ['١٢', 'evidence.bad_amount'],
    ['1,234', 'evidence.thousands_separator'],
    ['1 234 567.5', 'evidence.thousands_separator'],
    ["1'234", 'evidence.thousands_separator'],
    ['12,5', 'evidence.decimal_comma'],
    ['1.234,50', 'evidence.decimal_comma'],
    ['-1', 'evidence.negative_amount'],
    ['0.1234567890123456789', 'evidence.too_many_decimals'],
    ['1e999999', 'evidence.amount_too_long'],
    ['1e-999999', 'evidence.amount_too_long'],
    ['9'.repeat(limits.amountDigits + 1), 'evidence.amount_too_long'],
    ['9'.repeat(10_000_000), 'evidence.amount_too_long'],
  ])('%# is refused', (text, code) => expect(value(text)).toBe(code))

  test('whole smallest units: no place is added, none is allowed, hexadecimal is read', () => {
    const raw = (text: string) => {
      const amount = parseAmount(text, { decimals: 18, raw: true })
      return amount.ok ? amount.value : amount.refusal.code
    }
    expect(raw('1500')).toBe(1500n)
    expect(raw('1.5e3')).toBe(1500n)
    expect(raw('1500.00')).toBe(1500n)
    expect(raw('0xff')).toBe(255n)
    expect(raw('1.5')).toBe('evidence.too_many_decimals')
    expect(raw(`0x${'f'.repeat(65)}`)).toBe('evidence.bad_amount')
  })

  test('rounding is half to even, and counted', () => {
    const rounded = { count: 0 }
    const all = ['0.125', '0.135', '0.1251', '0.12', '-0.126'].map(text =>
      parseAmount(text, { decimals: 2, signed: true, rounded }),
    )
    expect(all.map(amount => (amount.ok ? amount.value : null))).toEqual([12n, 14n, 13n, 12n, -13n])
    expect(rounded.count).toBe(4)
  })

  test('law: a fixed-point number written out is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), fc.nat(36), (amount, decimals) => {
        const digits = amount.toString().padStart(decimals + 1, '0')
        const text = `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`
        expect(value(text, { decimals })).toBe(amount)
      }),
    )
  })
})
