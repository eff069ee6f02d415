// Times: with and without an offset, in zones with summer time, as counts, and those that no calendar has.
import { describe, expect, test } from 'vitest'
import { parseTime, type TimeFormat } from './time.ts'

const iso = (text: string, format: TimeFormat = {}) => {
  const time = parseTime(text, format)
  return time.ok ? new Date(time.value).toISOString() : time.refusal.code
}

describe('parseTime', () => {
  test.each([
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-07-07T16:13:02', '2026-07-07T16:13:02.000Z'],
    ['2024-06-01 12:30', '2024-06-01T12:30:00.000Z'],
    ['2024-06-01T12:30:15.123456Z', '2024-06-01T12:30:15.123Z'],
    ['2024-06-01T12:30:15+02:00', '2024-06-01T10:30:15.000Z'],
    ['2024-06-01 12:30:15 -0530', '2024-06-01T18:00:15.000Z'],
    ['2024-06-01T12:30:15+23:59', '2024-05-31T12:31:15.000Z'],
    ['2024-06-01 12:30:15 UTC', '2024-06-01T12:30:15.000Z'],
    ['2026/5/3 7:05', '2026-05-03T07:05:00.000Z'],
    ['2026/5/3', '2026-05-03T00:00:00.000Z'],
    ['1700000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000.5', '2023-11-14T22:13:20.500Z'],
    ['1700000000123', '2023-11-14T22:13:20.123Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ])('%s', (text, expected) => expect(iso(text)).toBe(expected))

  test.each([
    ['', 'evidence.empty_time'],
    ['yesterday', 'evidence.bad_time'],
    ['2023-02-29', 'evidence.bad_time'],
    ['2024-13-01', 'evidence.bad_time'],
    ['2024-01-01 24:00', 'evidence.bad_time'],
    ['2024/1-1', 'evidence.bad_time'],
    ['01/02/2024', 'evidence.bad_time'],
    ['20240101', 'evidence.bad_time'],
    ['1969-12-31', 'evidence.time_out_of_range'],
    ['2100-01-01', 'evidence.time_out_of_range'],
    ['2024-01-01T00:00:00+24:00', 'evidence.bad_time'],
    ['2024-01-01T00:00:00-12:60', 'evidence.bad_time'],
    ['2024-01-01'.repeat(20), 'evidence.bad_time'],
  ])('%s is refused', (text, code) => expect(iso(text)).toBe(code))

  test('a declared format is kept to', () => {
    expect(iso('1700000000123', { format: 'seconds' })).toBe('evidence.time_out_of_range')
    expect(iso('0', { format: 'seconds' })).toBe('1970-01-01T00:00:00.000Z')
    expect(iso('2024-01-01', { format: 'milliseconds' })).toBe('evidence.bad_time')
    expect(iso('1700000000', { format: 'iso' })).toBe('evidence.bad_time')
  })

  test.each([
    ['Europe/Berlin', '2024-01-15 12:00', '2024-01-15T11:00:00.000Z'],
    ['Europe/Berlin', '2024-07-15 12:00', '2024-07-15T10:00:00.000Z'],
    ['Europe/Berlin', '2024-03-31 01:59', '2024-03-31T00:59:00.000Z'],
    ['Europe/Berlin', '2024-03-31 03:00', '2024-03-31T01:00:00.000Z'],
    ['Europe/Berlin', '2024-10-27 02:30', '2024-10-27T00:30:00.000Z'],
    ['Europe/Berlin', '2024-10-27 03:00', '2024-10-27T02:00:00.000Z'],
    ['America/New_York', '2024-11-03 01:30', '2024-11-03T05:30:00.000Z'],
    ['Asia/Kathmandu', '2024-05-01 00:00', '2024-04-30T18:15:00.000Z'],
    ['Europe/Berlin', '2024-07-15T12:00:00Z', '2024-07-15T12:00:00.000Z'],
  ])('in %s, %s', (timezone, text, expected) => expect(iso(text, { timezone })).toBe(expected))

  test('an hour that spring skips is read with the offset before it; an unknown zone is refused', () => {
    expect(iso('2024-03-31 02:30', { timezone: 'Europe/Berlin' })).toBe('2024-03-31T01:30:00.000Z')
    expect(iso('2024-03-31 02:30', { timezone: 'Mars/Olympus' })).toBe('evidence.unknown_timezone')
  })
})
