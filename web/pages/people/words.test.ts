// What the measuring asks is understood here; held together by asking it.
import { resolveIdentities } from '@equalizer/measure'
import { expect, test } from 'vitest'
import { de } from '../../messages/de.ts'
import { en } from '../../messages/en.ts'
import { speak } from '../../messages/text.ts'
import { questionOf } from './words.ts'

const seen = (actor: string, name: string) => ({ actor, names: new Map([[name, 3]]), observations: 3 })
const { suggestions } = resolveIdentities({
  seen: [
    seen('email:wzhang@one.example', 'W Zhang One'),
    seen('github:wzhang', 'W Zhang Two'),
    seen('email:a@acme.test', 'A Person'),
    seen('email:b@acme.test', 'B Person'),
    seen('email:x@x.example', 'Wanda'),
    seen('email:y@y.example', 'wanda'),
  ],
  claims: [],
  people: [],
  bots: [],
  rules: { mailmap: true, noreply: true, name: true, employer: true, payer: true, funder: true, apart: [] },
})
const asked = (shared: string) => suggestions.find(one => one.reason.toLowerCase().includes(shared))

test.each([
  ['wzhang', false],
  ['acme.test', true],
  ['wanda', false],
])('a question about %s is put in the reader’s words', (shared, isBond) => {
  const reason = asked(shared)?.reason ?? ''
  expect(questionOf(reason)).toMatchObject({ isBond })
  expect(questionOf(reason).shared.toLowerCase()).toBe(shared)
  expect(questionOf(reason).words).not.toBe(reason)
  speak(de)
  expect(questionOf(reason).words).toMatch(/^Derselbe|^Dieselbe/)
  speak(en)
})

test('a question that nobody knows is shown as it is', () => {
  expect(questionOf('the same shoes, red: one person?')).toEqual({
    words: 'the same shoes, red: one person?',
    isBond: false,
    shared: '',
  })
})
