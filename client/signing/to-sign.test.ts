// By which time a ballot is signed, whatever the clocks say.
import { limits } from '@equalizer/core'
import { expect, test } from 'vitest'
import { timeToSign } from './to-sign.ts'

const atMs = Date.UTC(2026, 10, 21)
const minute = 60_000

test.each([
  ['clocks that agree', 0, 0, atMs],
  ['a clock that is a little ahead', 4 * minute, 0, atMs + 4 * minute],
  ['a clock that is a little behind', -4 * minute, 0, atMs - 4 * minute],
  ['a clock that is a day ahead: the server’s counts', 1_440 * minute, 0, atMs],
  ['a clock that was never set: the server’s counts', -atMs, 0, atMs],
  ['a ballot signed just now', 0, atMs, atMs + 1],
  ['a ballot signed by a clock that was ahead', 0, atMs + 3 * minute, atMs + 3 * minute + 1],
])('%s', (_, offMs, usedMs, signedMs) => {
  expect(timeToSign({ usedMs, atMs }, atMs + offMs)).toBe(signedMs)
  expect(Math.abs(signedMs - atMs)).toBeLessThan(limits.signedWithinMs)
})
