// Filters: patterns of act types, and conditions on own fields of the payload.
import { describe, expect, test } from 'vitest'
import type { Filter } from '../rule/decision-class.ts'
import type { Payload } from './act.ts'
import { fits } from './fits.ts'

const where = (...conditions: Filter['where']): Filter => ({ acts: ['*'], where: conditions })
const takes = (filter: Filter, payload: unknown) => fits(filter, 'purse.pay', payload as Payload)

describe('a filter', () => {
  test.each([
    ['*', true],
    ['purse.*', true],
    ['purse.pay', true],
    ['purse.payday', false],
    ['purse.pa', false],
    ['pur.*', false],
    ['treasury.*', false],
  ])('of %s takes purse.pay: %s', (pattern, expected) => {
    expect(fits({ acts: [pattern], where: [] }, 'purse.pay', {})).toBe(expected)
  })

  test.each([
    ['100', true],
    [100, true],
    ['0', true],
    ['101', false],
    ['99999999999999999999999999999999', false],
    [-1, false],
    ['-1', false],
    ['1e1', false],
    ['', false],
    [99.5, false],
    [null, false],
    [['1'], false],
    [2 ** 53, false],
  ])('of at most 100 takes an amount of %j: %s', (amount, expected) => {
    expect(takes(where({ field: 'amount', atMost: '100' }), { amount })).toBe(expected)
  })

  test('a payload without the field meets no condition on it, and what objects inherit is no field', () => {
    expect(takes(where({ field: 'amount', atMost: '100' }), {})).toBe(false)
    expect(takes(where({ field: 'amount', moreThan: '0' }), {})).toBe(false)
    expect(takes(where({ field: 'constructor.name', oneOf: ['Object'] }), {})).toBe(false)
    expect(takes(where({ field: 'list.length', atMost: '5' }), { list: [] })).toBe(false)
  })

  test('looks into nested fields, and all conditions must hold', () => {
    const filter = where({ field: 'to.country', oneOf: ['DE', 'FR'] }, { field: 'amount', moreThan: '10' })
    expect(takes(filter, { amount: '11', to: { country: 'FR' } })).toBe(true)
    expect(takes(filter, { amount: '10', to: { country: 'FR' } })).toBe(false)
    expect(takes(filter, { amount: '11', to: { country: 'AT' } })).toBe(false)
    expect(takes(where({ field: 'urgent', oneOf: [true] }), { urgent: 'true' })).toBe(false)
  })
})
