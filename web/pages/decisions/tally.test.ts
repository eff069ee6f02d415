// Bars of a result: exact digits, what they are parts of by method, and where threshold and quorum lie.
import { expect, test } from 'vitest'
import type { VoteRule } from '../../words/rule-words.ts'
import { figureOf, fractionOf, type Result, tallyOf } from './tally.ts'

const rule: VoteRule = {
  method: 'single-choice',
  quorum: '1/5',
  abstentionsCount: true,
  threshold: '2/3',
  reach: 'at-least',
  thresholdOf: 'counted',
  earlyClose: false,
  extension: null,
}
const result: Result = {
  passed: true,
  reason: 'passed',
  winner: 0,
  ranking: [[0], [1]],
  scores: ['30', '10'],
  counted: { ballots: 4, weight: '40' },
  abstained: { ballots: 1, weight: '20' },
  invalid: { ballots: 0, weight: '0' },
  taking: '60',
  eligible: { members: 9, weight: '101' },
}
const parts = (of: Partial<VoteRule>, more: Partial<Result> = {}) =>
  tallyOf({ ...result, ...more }, { ...rule, ...of }, ['For', 'Against']).bars.map(({ part }) => part)

test('a bar is a part of what the threshold is held against', () => {
  expect(parts({})).toEqual([0.75, 0.25])
  expect(parts({ thresholdOf: 'present' })).toEqual([0.5, 0.166666])
  expect(parts({ thresholdOf: 'eligible' })[0]).toBe(0.297029)
  expect(parts({ method: 'score', scoreMax: 3 })[0]).toBe(0.25)
  expect(parts({ method: 'quadratic' }, { scores: ['1/2', '3/2'] })).toEqual([0.25, 0.75])
  expect(parts({ method: 'schulze' }, { scores: ['1', '0'] })).toEqual([1, 0])
})

test('the quorum is the share of all who may vote, rounded up', () => {
  const { quorum, threshold } = tallyOf(result, rule, [])
  expect(quorum).toMatchObject({ has: '60', of: '101', needs: '21', isReached: true })
  expect(threshold).toBe(0.666666)
  expect(tallyOf({ ...result, taking: '20' }, rule, []).quorum.isReached).toBe(false)
  expect(tallyOf(result, { ...rule, method: 'copeland' }, []).threshold).toBeNull()
})

test('nothing cast is no part of anything', () => {
  const none = { counted: { ballots: 0, weight: '0' }, scores: ['0', '0'] }
  expect(parts({}, none)).toEqual([0, 0])
})

test('every digit is shown, of fractions as long as they are short', () => {
  expect(figureOf(fractionOf('123456789012345678901'))).toBe('123,456,789,012,345,678,901')
  expect(figureOf(fractionOf('7/3'))).toBe('7/3')
  expect(figureOf(fractionOf('250003/100001'))).toBe('≈ 2.5')
})
