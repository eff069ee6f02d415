// The course of a unit: months from the evidence until days were recorded, and nothing after the day looked at.
import { expect, test } from 'vitest'
import { historyPoints } from './history-points.ts'

const point = (date: string, score: number) => ({ date, score, low: score, high: score })
const months = [point('2026-09-30', 10), point('2026-10-31', 12), point('2026-11-21', 14)]
const recorded = (day: string, score: number | null, high: number | null) => ({
  day,
  units: [
    { id: 'other', declared: 1, score: 99, high: 99 },
    { id: 'finance', declared: 50, score, high },
  ],
})

test('months alone where no day was recorded', () => {
  expect(historyPoints(months, undefined, 'finance', '2026-11-21')).toBe(months)
  const days = { first: null, today: '2026-11-21', recorded: [] }
  expect(historyPoints(months, days, 'finance', '2026-11-21')).toBe(months)
})

test('recorded days take over, as they were seen then', () => {
  const days = {
    first: '2026-01-01',
    today: '2026-11-22',
    recorded: [
      recorded('2026-11-19', 13, 15),
      recorded('2026-11-20', null, 40),
      recorded('2026-11-22', 15, 15),
    ],
  }
  expect(historyPoints(months, days, 'finance', '2026-11-21')).toEqual([
    point('2026-09-30', 10),
    point('2026-10-31', 12),
    { date: '2026-11-19', score: 13, low: 13, high: 15 },
    { date: '2026-11-20', score: null, low: null, high: 40 },
  ])
})

test('a unit that was recorded nowhere keeps its months', () => {
  const days = { first: null, today: '2026-11-21', recorded: [recorded('2026-11-19', 1, 1)] }
  expect(historyPoints(months, days, 'supply', '2026-11-21')).toBe(months)
})
