// Money by the decimals that were declared, else by ISO 4217, else as smallest units that say so; every digit of it.
import { afterEach, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { moneyWords } from './money.ts'

afterEach(() => speak(en))

const spelled = (amount: string, currency: string, decimals?: unknown) =>
  moneyWords({ amount, currency, decimals })

test('by declared decimals, however long it is', () => {
  expect(spelled('5', 'GOV', 2)).toBe('0.05 GOV')
  expect(spelled('-123456', 'GOV', 2)).toBe('-1,234.56 GOV')
  expect(spelled('1000', 'GOV', 0)).toBe('1,000 GOV')
  expect(spelled('12345678901234567890123', 'ETH', 18)).toBe('12,345.678901234567890123 ETH')
  // What the organization declared comes before what the standard says.
  expect(spelled('1250', 'EUR', 3)).toBe('1.250 EUR')
})

test('a currency that nobody declared has the decimals of ISO 4217', () => {
  expect(['EUR', 'JPY', 'KWD'].map(one => spelled('1250', one))).toEqual([
    '12.50 EUR',
    '1,250 JPY',
    '1.250 KWD',
  ])
})

test('what neither says stands as smallest units, and says so', () => {
  expect(spelled('1250', 'USDC')).toBe('1,250 smallest units of USDC')
  expect(spelled('7', 'GOV', 'two')).toBe('7 smallest units of GOV')
  expect(spelled('7', 'GOV', 99)).toBe('7 smallest units of GOV')
  speak(de)
  expect(spelled('1250', 'USDC')).toBe('1.250 kleinste Einheiten USDC')
  expect(spelled('123456', 'EUR', 2)).toBe('1.234,56 EUR')
})

test('what is no amount is none', () => {
  expect(moneyWords({ amount: 7, currency: 'EUR' })).toBeNull()
  expect([spelled('1e3', 'EUR', 2), spelled('9'.repeat(81), 'EUR', 2), spelled('', 'EUR')]).toEqual([
    null,
    null,
    null,
  ])
})
