// Somebody's words within a sentence: unchanged where they are harmless, and never able to turn or break what follows.
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('harmless words stay as they are', () => {
  for (const text of ['Hetzner', 'Żółć & Co.', '王小明', '👩‍👩‍👧 Familie', 'R2-D2 <b>not bold</b>'])
    expect(plainText(text)).toBe(text)
})

test('lines, control characters and turning marks are gone', () => {
  expect(plainText('a\u0000b\nc\u2028d\te')).toBe('a b c d e')
  expect(plainText('pay \u202e001 ruE\u202c now\u2066')).toBe('pay 001 ruE now')
  expect(plainText('\ud800x')).toBe('\ufffdx')
  expect(plainText('\u202e\u0007 ')).toBe('')
})

test('what runs from right to left stands apart', () => {
  expect(plainText('محمد')).toBe('\u2068محمد\u2069')
  expect(plainText('שלום 12')).toBe('\u2068שלום 12\u2069')
})

test('ten thousand characters are cut between two letters, heaped accents are thinned', () => {
  expect(plainText('x'.repeat(10_000))).toBe(`${'x'.repeat(200)}…`)
  expect(plainText('😀'.repeat(10_000))).toBe(`${'😀'.repeat(200)}…`)
  expect(plainText(`e${'\u0301'.repeat(500)}!`)).toBe(`e${'\u0301'.repeat(4)}!`)
})
