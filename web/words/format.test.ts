// Figures as the page spells them, at the edges where rounding would lie.
import { describe, expect, test } from 'vitest'
import { amount, day, figure, position, share } from './format.ts'

describe('rounding never turns something into nothing', () => {
  test.each([
    [0, '0'],
    [0.2, '<1'],
    [47.6, '48'],
    [100, '100'],
  ])('position %d', (value, text) => expect(position(value)).toBe(text))

  test.each([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [0.071, '7.1%'],
    [0.5, '50%'],
    [0.994, '99.4%'],
    [0.9999, '>99.9%'],
    [1, '100%'],
  ])('share %d', (value, text) => expect(share(value)).toBe(text))

  test.each([
    ['0', '0'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['1234567.891', '1,234,567.89'],
    ['225000000', '225M'],
  ])('amount %s', (value, text) => expect(amount(value)).toBe(text))

  test('what rounding leaves over is nothing; a small amount stays what it is', () => {
    expect(figure(2.220446049250313e-16)).toBe('0')
    expect(figure(-4e-17)).toBe('0')
    expect(amount('0.000000000001')).not.toBe('0')
  })

  test('what is unknown is a dash, not a number', () => expect(figure(null)).toBe('–'))
  test('a day does not shift with the time zone of the reader', () =>
    expect(day('2026-01-01')).toBe('1 Jan 2026'))
})
