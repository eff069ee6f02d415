// The days that a link to the evidence asks for are those that the surface's score counted.
import { expect, test } from 'vitest'
import { firstDayOf } from './view.ts'

test.each([
  ['90d', '2026-11-21', '2026-08-24'],
  ['365d', '2026-11-21', '2025-11-22'],
  ['365d', '2024-03-01', '2023-03-03'],
  ['all', '2026-11-21', undefined],
  ['standing', '2026-11-21', undefined],
  [null, '2026-11-21', undefined],
] as const)('%s up to %s begins on %s', (window, asOf, first) => {
  expect(firstDayOf({ window }, asOf)).toBe(first)
})
