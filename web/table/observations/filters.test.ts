// The choice in the address: what nobody could have chosen is left out, and what was chosen comes back the same.
import { describe, expect, test } from 'vitest'
import { askedFor, chosenOf, filtersOf, searchOf } from './filters.ts'

const newest = { key: 'at', order: 'desc' }

describe('filters in the address', () => {
  test('nothing chosen is the newest first', () => {
    expect(filtersOf({})).toEqual({ sort: newest })
    expect(Object.values(searchOf({ sort: newest } as never)).filter(Boolean)).toEqual([])
  })

  test('a choice comes back the same', () => {
    const filters = filtersOf({
      kind: 'commit.merged',
      party: 'p_0',
      from: '2026-01-01',
      q: 'fix',
      sort: 'weight',
      order: 'asc',
      row: 'history/12',
    })
    expect(chosenOf(filters)).toEqual(['kind', 'party', 'from', 'q'])
    expect(filtersOf(searchOf(filters))).toEqual(filters)
  })

  test('digits that the router read as a number are words again', () => {
    expect(filtersOf({ q: 4711 }).q).toBe('4711')
  })

  test('what nobody could have chosen is left out', () => {
    const search = { sort: 'constructor', order: 'up', from: 'yesterday', row: '../etc', party: {}, q: '' }
    expect(filtersOf(search)).toEqual({ sort: newest })
  })

  test('a longer search than the server takes is cut', () => {
    expect(filtersOf({ q: 'x'.repeat(500) }).q?.length).toBe(200)
  })
})

describe('what the server is asked for', () => {
  const within = { organization: 'northwind', unit: 'finance' }

  test('the row that stands open is no part of it', () => {
    const asked = askedFor(within, filtersOf({ row: 'a/1', kind: 'vote.cast' }))
    expect(asked).toEqual({ ...within, kind: 'vote.cast', sort: 'at', order: 'desc' })
  })

  test('nothing after the day that is looked at', () => {
    const looking = { ...within, asOf: '2026-06-30' }
    expect(askedFor(looking, filtersOf({}))).toMatchObject({ asOf: '2026-06-30' })
    // A range of days leaves out what has no date: only who asks for one gets one.
    expect(askedFor(looking, filtersOf({}))).not.toHaveProperty('to')
    expect(askedFor(looking, filtersOf({ to: '2026-03-31' }))).toMatchObject({
      asOf: '2026-06-30',
      to: '2026-03-31',
    })
  })

  test('the source of a page cannot be filtered away', () => {
    const asked = askedFor({ organization: 'northwind', source: 'history' }, filtersOf({ source: 'other' }))
    expect(asked.source).toBe('history')
  })
})
