// Days as numbers and back, over the end of a month and a leap day, and the recorded day that counts.
import { expect, test } from 'vitest'
import { dayOfNumber, newestBy, numberOfDay } from './days.ts'

test.each(['1970-01-01', '2024-02-29', '2026-11-21', '2026-03-29'])('%s comes back', day => {
  expect(dayOfNumber(numberOfDay(day))).toBe(day)
})

test('days are one apart', () => {
  expect(numberOfDay('2024-03-01') - numberOfDay('2024-02-28')).toBe(2)
})

const recorded = ['2026-01-02', '2026-01-05', '2026-02-01'].map(day => ({ day, units: [] }))

test.each([
  ['2026-01-01', null],
  ['2026-01-02', '2026-01-02'],
  ['2026-01-04', '2026-01-02'],
  ['2026-01-05', '2026-01-05'],
  ['2027-01-01', '2026-02-01'],
])('by %s stands what was recorded on %s', (day, found) => {
  expect(newestBy(recorded, day)?.day ?? null).toBe(found)
})
