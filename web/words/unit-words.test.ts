// Intervals, stages, gaps and quotas in words, and when a strip turns to the warning colour.
import { describe, expect, test } from 'vitest'
import { fixtureUnits } from '../fixtures/units.ts'
import { at, gapOf, intervalText, isAlarming, quotaText, scoreText, stageOf } from './unit-words.ts'

const unit = (id: string) => {
  const found = fixtureUnits().find(one => one.id === id)
  if (!found) throw new Error(`no fixture ${id}`)
  return found
}

describe('intervals', () => {
  test.each([
    [{ score: 24, low: 24, high: 31 }, '24–31', '24'],
    [{ score: 0, low: 0, high: 0 }, '0', '0'],
    [{ score: 24.2, low: 24.2, high: 24.4 }, '24', '24'],
    [{ score: null, low: null, high: 40 }, '≤ 40', '≤ 40'],
    [{ score: null, low: null, high: null }, '?', '–'],
  ])('%o', (measured, interval, score) => {
    expect(intervalText(measured)).toBe(interval)
    expect(scoreText(measured)).toBe(score)
  })
})

test('a position is named after the stage it has reached', () => {
  expect([0, 24.9, 25, 38, 50, 99, 100].map(stageOf)).toEqual([
    'Team',
    'Team',
    'Consulted',
    'Consulted',
    'Shared',
    'Community',
    'Autonomous',
  ])
})

test('the gap is the difference of the figures that are shown, and unknown is no gap', () => {
  expect(gapOf(unit('finance'))).toBe(50)
  expect(gapOf(unit('supply'))).toBeNull()
})

test('promises ahead of facts alarm; what is unknown does not, nor what an unproven interval still allows', () => {
  expect(isAlarming(unit('finance'))).toBe(true)
  expect(isAlarming(unit('core-team'))).toBe(true)
  expect(isAlarming(unit('contributors'))).toBe(false)
  expect(isAlarming(unit('supply'))).toBe(false)
  expect(isAlarming(unit('processes'))).toBe(false)
  expect(isAlarming({ ...unit('processes'), declared: 90 })).toBe(true)
})

test('quotas', () => {
  const of = (numerator: number, denominator: number) =>
    quotaText({ rule: 'share', numerator, denominator, strict: true })
  expect(of(1, 2)).toBe('more than half')
  expect(of(50, 100)).toBe('more than half')
  expect(of(2, 3)).toBe('more than two thirds')
  expect(of(3, 5)).toBe('more than 3/5')
  expect(quotaText({ rule: 'threshold', required: 2, of: 3 })).toBe('2 of 3 must act together')
  expect(quotaText({ rule: 'override' })).toBe('any one holder, alone')
})

test('a class for every position, whatever is thrown at it', () => {
  expect([-5, 0, 49.6, 100, 140].map(at)).toEqual(['at-0', 'at-0', 'at-50', 'at-100', 'at-100'])
})
