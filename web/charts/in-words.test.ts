// The charts' sentences against curves small enough to read off by eye.
import { expect, test } from 'vitest'
import { historySentence, lorenzSentence } from './in-words.ts'

test('a curve of two equal parties', () => {
  const equal: [number, number][] = [
    [0, 0],
    [0.5, 0.5],
    [1, 1],
  ]
  expect(lorenzSentence(equal, 0)).toBe(
    'The smaller half of the parties holds 50% of the weight, the largest tenth 10%. Gini 0.',
  )
})

test('one of four holds nearly everything', () => {
  const steep: [number, number][] = [
    [0, 0],
    [0.25, 0.01],
    [0.5, 0.02],
    [0.75, 0.04],
    [1, 1],
  ]
  expect(lorenzSentence(steep, null)).toBe(
    'The smaller half of the parties holds 2.0% of the weight, the largest tenth 38%.',
  )
})

test('months without a score are no zero', () => {
  const point = (date: string, score: number | null) => ({ date, score, low: score, high: score })
  expect(historySentence([point('2026-01-01', null)])).toBe('There is no history yet.')
  expect(historySentence([point('2026-01-01', null), point('2026-02-01', 30)])).toBe(
    'One point: 30 in Feb 2026.',
  )
  expect(historySentence([point('2026-01-01', 30), point('2026-02-01', 12), point('2026-03-01', 41)])).toBe(
    'From 30 in Jan 2026 to 41 in Mar 2026; never under 12, never over 41.',
  )
})
