// Only days that there are.
import { expect, test } from 'vitest'
import { calendarDay } from './calendar-day.ts'

test.each(['2026-02-28', '2024-02-29', '1999-12-31'])('%s is a day', day => {
  expect(calendarDay(day)).toBe(day)
})

test.each(['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '26-01-01', 'today', '', 20260101, null])(
  '%j is none',
  value => expect(calendarDay(value)).toBeUndefined(),
)
