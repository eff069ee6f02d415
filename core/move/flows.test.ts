// Which acts a new list of classes moves elsewhere: never one too few, and not so many that a plain step looks like a mixture.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { fits } from '../act/fits.ts'
import type { DecisionClass, Filter } from '../rule/decision-class.ts'
import { presetRule } from '../stage/preset.ts'
import { flowsBetween } from './flows.ts'

const rule = presetRule(0, { center: 'team', edge: 'community', council: 'council' })
const one = (id: string, filter: Filter): DecisionClass => ({ id, name: id, filter, consequence: 1, rule })
const every = one('rest', { acts: ['*'], where: [] })
const pays = (id: string, atMost: string, acts = ['purse.pay']) =>
  one(id, { acts, where: [{ field: 'amount', atMost }] })
const names = (before: DecisionClass[], after: DecisionClass[]) =>
  flowsBetween(before, after).map(({ from, to }) => `${from.id} → ${to.id}`)

describe('flows', () => {
  test('given the same filters, every act stays where it is', () => {
    const classes = [pays('small', '10'), pays('middle', '100', ['purse.*']), every]
    expect(names(classes, classes)).toEqual(['small → small', 'middle → middle', 'rest → rest'])
  })

  test('a class split off takes acts from the one that had them, and nothing goes back', () => {
    expect(names([every], [pays('small', '10'), every])).toEqual(['rest → small', 'rest → rest'])
    expect(names([pays('small', '10'), every], [every])).toEqual(['small → rest', 'rest → rest'])
  })

  test('a limit raised takes from the rest, a limit lowered gives to it', () => {
    expect(names([pays('small', '10'), every], [pays('small', '20'), every])).toEqual([
      'small → small',
      'rest → small',
      'rest → rest',
    ])
    expect(names([pays('small', '20'), every], [pays('small', '10'), every])).toEqual([
      'small → small',
      'small → rest',
      'rest → rest',
    ])
  })

  test('conditions that exclude each other keep classes apart', () => {
    const large = one('large', { acts: ['purse.pay'], where: [{ field: 'amount', moreThan: '10' }] })
    expect(names([pays('small', '10'), every], [large, every])).toEqual([
      'small → rest',
      'rest → large',
      'rest → rest',
    ])
  })

  const condition = fc.oneof(
    fc.record({ field: fc.constantFrom('a', 'b'), atMost: fc.nat(4).map(String) }),
    fc.record({ field: fc.constantFrom('a', 'b'), moreThan: fc.nat(4).map(String) }),
    fc.record({
      field: fc.constantFrom('a', 'b'),
      oneOf: fc.uniqueArray(fc.nat(5).map(String), { minLength: 1, maxLength: 3 }),
    }),
  )
  const filter = fc.record({
    acts: fc.uniqueArray(fc.constantFrom('*', 'x.*', 'x.one', 'y.one'), { minLength: 1, maxLength: 2 }),
    where: fc.array(condition, { maxLength: 2 }),
  })
  const lists = fc
    .array(filter, { maxLength: 3 })
    .map(filters => [...filters.map((given, i) => one(`c${i}`, given)), every])

  test('whatever the lists, no act goes a way that is not among them', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const ways = new Set(names(before, after))
        for (const type of ['x.one', 'x.two', 'y.one', 'z.one']) {
          for (let a = 0; a <= 6; a += 1) {
            for (let b = 0; b <= 6; b += 1) {
              const payload = { a: String(a), b: String(b) }
              const taking = (list: DecisionClass[]) =>
                list.find(item => fits(item.filter, type, payload))?.id
              expect(ways).toContain(`${taking(before)} → ${taking(after)}`)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
