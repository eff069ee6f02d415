// By people's ids: own ballots come first, chains hand on, and who is not eligible weighs nothing.
import { expect, test } from 'vitest'
import { exercised } from './exercised.ts'

const weights = new Map([
  ['ada', 5n],
  ['ben', 3n],
  ['cleo', 2n],
  ['dora', 1n],
])
const chain = [
  { from: 'ada', to: 'ben' },
  { from: 'ben', to: 'cleo' },
]

test('along a chain to the first who voted', () => {
  const all = exercised(['cleo'], chain, weights)
  expect(Object.fromEntries(all.weights)).toEqual({ cleo: 10n })
  expect(all.unexercised).toBe(1n)
  expect(Object.fromEntries(all.by)).toEqual({ ada: 'cleo', ben: 'cleo', cleo: 'cleo' })
})

test("one's own ballot comes first, for oneself and for those behind", () => {
  expect(Object.fromEntries(exercised(['cleo', 'ben'], chain, weights).weights)).toEqual({
    cleo: 2n,
    ben: 8n,
  })
  expect(Object.fromEntries(exercised(['cleo', 'ada'], chain, weights).weights)).toEqual({
    cleo: 5n,
    ada: 5n,
  })
})

test('revoked, the weight is back at once', () => {
  expect(exercised(['cleo'], chain.slice(0, 1), weights).unexercised).toBe(9n)
})

test('somebody who is not eligible hands on, and takes nothing', () => {
  const around = [
    { from: 'ada', to: 'guest' },
    { from: 'guest', to: 'cleo' },
  ]
  expect(exercised(['cleo'], around, weights).weights.get('cleo')).toBe(7n)
  const both = exercised(['cleo', 'guest', 'nobody'], around, weights)
  expect(Object.fromEntries(both.weights)).toEqual({ cleo: 7n })
})

test('two delegations of one person for one class are a mistake of the caller', () => {
  expect(() => exercised([], [...chain, { from: 'ada', to: 'dora' }], weights)).toThrow(RangeError)
})

test('nobody voted', () => {
  const none = exercised([], chain, weights)
  expect([none.weights.size, none.by.size, none.unexercised]).toEqual([0, 0, 11n])
})
