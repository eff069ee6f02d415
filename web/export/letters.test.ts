// Texts of several scripts and the font files that they ask for.
import { expect, test } from 'vitest'
import { lettersIn, unicodeRange } from './letters.ts'

test.each([
  ['Inês Carvalho, £ – “so”', []],
  ['Zażółć gęślą jaźń', ['latinExt']],
  ['Tomáš Dvořák', ['latinExt']],
  ['Ελένη', ['greek']],
  ['Оксана і Łukasz', ['latinExt', 'cyrillic']],
  ['東京', []],
])('%s', (text, needed) => {
  expect([...lettersIn(text)]).toEqual(needed)
})

test('ranges are written as a style sheet has them', () => {
  expect(unicodeRange('greek')).toBe('U+370-3FF')
})
