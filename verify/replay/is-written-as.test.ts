// The quick way says yes only where the slow way does.
import { canonical } from '@equalizer/core'
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { isWrittenAs } from './is-written-as.ts'

test('whatever the value: its canonical text is it, mostly seen quickly, and no other text or value is', () => {
  let quick = 0
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      const text = canonical(value)
      const read = JSON.parse(text)
      if (isWrittenAs(text, read, value)) quick += 1
      expect(isWrittenAs(text, read, other) && canonical(other) !== text).toBe(false)
      const spread = JSON.stringify(value)
      expect(isWrittenAs(spread, JSON.parse(spread), value) && spread !== text).toBe(false)
    }),
    { numRuns: 2_000 },
  )
  expect(quick).toBeGreaterThan(1_000)
})

test.each([
  ['{"a":1,"b":2}', { b: 2, a: 1 }, true],
  ['{"b":2,"a":1}', { b: 2, a: 1 }, false],
  ['{"a":1}', { a: 1, b: undefined }, true],
  ['{"a":1}', { a: 1, b: null }, false],
  ['{"a":1,"a":1}', { a: 1 }, false],
  ['{"a": 1}', { a: 1 }, false],
  ['{"a":1.0}', { a: 1 }, false],
  ['{"a":-0}', { a: -0 }, false],
  ['{"__proto__":1}', {}, false],
  ['[1,2]', [1], false],
  ['[]', {}, false],
  ['"\\ud800"', '\ud800', false],
  ['null', null, true],
])('%s of %j: %s', (text, value, is) => {
  expect(isWrittenAs(text, JSON.parse(text), value)).toBe(is)
})
