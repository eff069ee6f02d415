// Sorting and filtering of units: unknown never counts as low, and equal ones keep the charter's order.
import { expect, test } from 'vitest'
import { fixtureUnits } from '../fixtures/units.ts'
import { deskUnitOf } from './desk-unit.ts'
import { inOrder, matching } from './order.ts'

const units = fixtureUnits().map(deskUnitOf)
const ids = (of: readonly { id: string }[]) => of.map(unit => unit.id)

test('weakest first, unknown last', () => {
  const sorted = inOrder(units, 'weakest', 'en')
  const scores = sorted.map(unit => unit.measured.score)
  const known = scores.filter(score => score !== null)
  expect(known).toEqual(known.toSorted((a, b) => a - b))
  expect(scores.slice(known.length).every(score => score === null)).toBe(true)
  expect(scores.length).toBeGreaterThan(known.length)
})

test('the widest gap first', () => {
  expect(inOrder(units, 'gap', 'en')[0]?.id).toBe('finance')
})

test('names in the order of the language, numbers as numbers', () => {
  const named = ['Unit 10', 'Ärzte', 'Unit 9', 'Zoll'].map((name, i) => ({ ...units[0], id: `${i}`, name }))
  const of = inOrder(named as typeof units, 'name', 'de')
  expect(of.map(unit => unit.name)).toEqual(['Ärzte', 'Unit 9', 'Unit 10', 'Zoll'])
})

test('the charter’s order is left alone, and the list that was given too', () => {
  const before = ids(units)
  expect(ids(inOrder(units, 'charter', 'en'))).toEqual(before)
  inOrder(units, 'weakest', 'en')
  expect(ids(units)).toEqual(before)
})

test('a filter asks for every word, in any order', () => {
  expect(ids(matching(units, 'TEAM core'))).toEqual(['core-team'])
  expect(matching(units, 'no such unit')).toEqual([])
  expect(matching(units, '  ')).toHaveLength(units.length)
})
