// A quorum in both languages: counted, nested, none; what is no quorum stays as it came.
import { type Quorum, quorumText } from '@equalizer/tlog'
import { afterEach, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { quorumWords } from './quorum-words.ts'

afterEach(() => speak(en))

const one = (name: string): Quorum => ({ kind: 'witness', name })
const some = (needed: number, ...members: Quorum[]): Quorum => ({ kind: 'group', name: 'g', needed, members })
const cases = [
  [some(2, one('w1'), one('w2'), one('w3')), '2 of (w1, w2, w3)', '2 von (w1, w2, w3)'],
  [
    some(2, some(1, one('a'), one('b')), some(2, one('c'), one('d')), one('any')),
    '2 of (any of (a, b), all of (c, d), any)',
    '2 von (eine von (a, b), alle von (c, d), any)',
  ],
  [one('example.org/w+1'), 'example.org/w+1', 'example.org/w+1'],
  [{ kind: 'none' }, 'no cosignature is needed', 'keine Unterschrift ist nötig'],
] as const

test.each(cases)('%o', (quorum, english, german) => {
  expect(quorumWords(quorumText(quorum))).toBe(english)
  speak(de)
  expect(quorumWords(quorumText(quorum))).toBe(german)
})

test.each([
  '2 of (w1, w2',
  '2 of (w1, w2)) and more',
  'two of (w1)',
  '2 of ()',
  'a name, with (signs)',
  '',
  `${'all of ('.repeat(5_000)}w${')'.repeat(5_000)}`,
])('%s stays as it came', text => {
  speak(de)
  expect(quorumWords(text)).toBe(text)
})
