// Ballots while they are filled in: each method's form comes to the choice that the door takes, and back.
import { expect, test } from 'vitest'
import { choiceOf, draftFrom, leftOf, mostOf, moved } from './draft.ts'

test('what was cast is filled in again, by every method', () => {
  const both = (choice: Parameters<typeof draftFrom>[0], method: string) =>
    choiceOf(draftFrom(choice, method), method)
  expect(both(1, 'single-choice')).toBe(1)
  expect(both(0, 'single-choice')).toBe(0)
  expect(both([2, 0], 'approval')).toEqual([2, 0])
  expect(both([2, 0], 'instant-runoff')).toEqual([2, 0])
  expect(both({ 0: 2, 2: 1 }, 'schulze')).toEqual([2, 0])
  expect(both({ 0: 7, 1: 0 }, 'score')).toEqual({ 0: 7, 1: 0 })
  expect(both({ 0: 7, 1: 0 }, 'weighted')).toEqual({ 0: 7 })
})

test('nothing filled in is no ballot', () => {
  for (const method of ['single-choice', 'approval', 'schulze', 'score', 'quadratic']) {
    expect(choiceOf(draftFrom(null, method), method)).toBeUndefined()
  }
})

test('an option moves one place, and stays at the ends', () => {
  expect(moved([3, 1, 2], 2, -1)).toEqual([3, 2, 1])
  expect(moved([3, 1, 2], 3, 1)).toEqual([1, 3, 2])
  expect(moved([3, 1, 2], 3, -1)).toEqual([3, 1, 2])
  expect(moved([3, 1, 2], 2, 1)).toEqual([3, 1, 2])
})

test('points that are shared out run out; scores do not', () => {
  const draft = draftFrom({ 0: 60, 1: 30 }, 'weighted')
  expect(leftOf(draft, 'weighted')).toBe(10)
  expect(mostOf(draft, 1, 'weighted', 10)).toBe(40)
  expect(leftOf(draft, 'score')).toBeNull()
  expect(mostOf(draft, 1, 'score', 10)).toBe(10)
})
