// Whoever guesses waits; whoever does not is not disturbed; memory is bounded.
import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

test('so many failures in a window, then none until it has passed', () => {
  let now = 0
  const throttle = createThrottle({ failures: 3, windowMs: 1_000 }, () => now)
  for (let tries = 0; tries < 3; tries++) {
    expect(throttle.allows('a')).toBe(true)
    throttle.failed('a')
  }
  expect(throttle.allows('a')).toBe(false)
  expect(throttle.allows('b')).toBe(true)
  now = 999
  expect(throttle.allows('a')).toBe(false)
  now = 1_000
  expect(throttle.allows('a')).toBe(true)
})

test('addresses that failed longest ago are forgotten first', () => {
  const throttle = createThrottle({ failures: 1, addresses: 2 }, () => 0)
  for (const address of ['a', 'b', 'c']) throttle.failed(address)
  expect(['a', 'b', 'c'].map(throttle.allows)).toEqual([true, false, false])
})
