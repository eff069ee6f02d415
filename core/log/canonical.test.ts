// Canonical JSON against the examples of RFC 8785, and its law: one text for one value.
import { fc } from '@equalizer/testkit/laws'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'

describe('RFC 8785', () => {
  test('section 3.2.3: sorts by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const order = Object.values(JSON.parse(canonical(value)) as Record<string, string>)
    expect(canonical(value).startsWith('{"\\r":"Carriage Return","1":"One"')).toBe(true)
    expect(canonical(value).endsWith('"\ufb33":"Hebrew Letter Dalet With Dagesh"}')).toBe(true)
    expect(order).toHaveLength(7)
  })

  test('section 3.2.2: numbers as ECMAScript writes them', () => {
    expect(
      canonical({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      }),
    ).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}')
  })

  test('says one thing for one value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(canonical(reversed(value))).toBe(text)
      }),
    )
  })

  test.each([[NaN], [Infinity], [1n], ['\ud800'], [[undefined]], [{ '\udc00': 1 }]])('refuses %s', value => {
    expect(() => canonical(value)).toThrow(TypeError)
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
