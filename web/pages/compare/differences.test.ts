// Two boards held against each other: matching, sorting, and what the words make of it.
import { describe, expect, test } from 'vitest'
import { deskUnitOf } from '../../desk/desk-unit.ts'
import { fixtureUnits } from '../../fixtures/units.ts'
import { comparedHeadline, differenceWords } from './difference-words.ts'
import { compared } from './differences.ts'

const units = fixtureUnits().map(deskUnitOf)
const scored = (id: string, score: number | null, name = id) => {
  const [unit] = units
  if (!unit) throw new Error('there is no fixture')
  return { ...unit, id, name, declared: 50, measured: { score, low: score, high: score } }
}

const left = [scored('a', 10), scored('b', 40), scored('c', null), scored('d', 30), scored('gone', 5)]
const right = [scored('d', 30), scored('b', 12, 'B now'), scored('a', 22), scored('c', 9), scored('new', 80)]
const days = { left: '1 Aug 2026', right: '1 Nov 2026', isSameOrganization: true }
const organizations = { left: 'North', right: 'South', isSameOrganization: false }

describe('compared', () => {
  const found = compared(left, right)

  test('the widest difference first, unknown ones last, the other side’s order not minded', () => {
    expect(found.both.map(({ id, change }) => [id, change])).toEqual([
      ['b', -28],
      ['a', 12],
      ['d', 0],
      ['c', null],
    ])
  })

  test('what stands on one side only is not compared', () => {
    expect(found.onlyLeft.map(unit => unit.id)).toEqual(['gone'])
    expect(found.onlyRight.map(unit => unit.id)).toEqual(['new'])
  })

  test('one organization rises and falls', () => {
    expect(found.both.map(one => differenceWords(one, days)[0])).toEqual([
      'fell by 28',
      'rose by 12',
      'the same on both sides',
      'unknown on the left',
    ])
    expect(comparedHeadline(found, days)).toBe(
      'From 1 Aug 2026 to 1 Nov 2026: B now fell by 28 and a rose by 12.',
    )
  })

  test('two organizations stand higher or lower', () => {
    expect(found.both.map(one => differenceWords(one, organizations)[0]).slice(0, 2)).toEqual([
      'North 28 higher',
      'South 12 higher',
    ])
    expect(comparedHeadline(found, organizations)).toContain('lie furthest apart in B now: 40 and 12.')
  })
})

test('what is declared differently is said too', () => {
  const [one] = compared([{ ...scored('a', 1), declared: null }], [scored('a', 1)]).both
  expect(one && differenceWords(one, days)).toEqual([
    'the same on both sides',
    'declared nothing on the left, 50 on the right',
  ])
})

test('equal low ends of different intervals are not called the same', () => {
  const open = (id: string, high: number) => ({ ...scored(id, 20), measured: { score: 20, low: 20, high } })
  const found = compared([open('a', 60)], [open('a', 35)])
  expect(found.both.map(one => differenceWords(one, days))).toEqual([
    ['the same at the low end', 'not ruled out: up to 60 on the left, 35 on the right'],
  ])
  expect(comparedHeadline(found, days)).toMatch(/^Both sides measure the same at the low end/)
})

test('nothing known, nothing different and nothing at all are three things', () => {
  const headline = (a: typeof left, b: typeof left) => comparedHeadline(compared(a, b), days)
  expect(headline([scored('a', null)], [scored('a', 4)])).toMatch(/^Nothing can be compared/)
  expect(headline([scored('a', 4)], [scored('a', 4)])).toBe('Both sides measure the same.')
  expect(headline([], [])).toBe('There is no unit on either side.')
})
