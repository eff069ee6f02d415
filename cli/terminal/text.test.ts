// Text for a terminal: wide and combining characters, cutting, wrapping, and what must never reach the terminal.
import { fc } from '@equalizer/testkit/laws'
import { expect, test } from 'vitest'
import { cut, harmless, padEnd, padStart, textWidth, wrap } from './text.ts'

test.each([
  ['Ada', 3],
  ['李小龙', 6],
  ['한국어', 6],
  ['Zoë', 3],
  ['Zoe\u0308', 3],
  ['👩‍🚀', 2],
  ['🇨🇭', 2],
  ['\u001b[31mred\u001b[0m', 3],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(textWidth(text)).toBe(columns)
})

test('names cannot move the cursor, colour the screen or reorder a line', () => {
  expect(harmless('a\u001b[2Jb\u0007\r\nc')).toBe('ab\ufffd c')
  expect(harmless('\u202egro.elpmaxe')).toBe('\ufffdgro.elpmaxe')
  expect(harmless('\u001b]8;;http://x\u0007link\u001b]8;;\u0007')).toBe('link')
  expect(harmless('\u009b31m')).not.toMatch(/\p{Cc}/u)
})

test('harmless text holds no control character, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(harmless(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})

test('cut and wrapped text keeps to its columns, and wrapping loses nothing but spaces', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 2, max: 30 }),
      (text, columns) => {
        const clean = harmless(text)
        expect(textWidth(cut(clean, columns))).toBeLessThanOrEqual(columns)
        const lines = wrap(clean, columns)
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(clean.replaceAll(' ', ''))
      },
    ),
  )
})

test('padding counts columns', () => {
  expect(padEnd('李', 4)).toBe('李  ')
  expect(padStart('李', 4)).toBe('  李')
  expect(padEnd('longer', 3)).toBe('longer')
})
