// The own log is called in the reader's language where nobody named it; every other source as it was named.
import { afterEach, expect, test } from 'vitest'
import { de } from '../../messages/de.ts'
import { en } from '../../messages/en.ts'
import { speak } from '../../messages/text.ts'
import { sourceName } from './words.ts'

afterEach(() => speak(en))

test('the own log has a name in each language', () => {
  const own = { name: 'Decisions made here', origin: 'log' } as const
  expect(sourceName(own)).toBe('Decisions made here')
  speak(de)
  expect(sourceName(own)).toBe('Hier getroffene Entscheidungen')
  expect(sourceName({ ...own, name: 'Our register' })).toBe('Our register')
  expect(sourceName({ ...own, origin: 'path' })).toBe('Decisions made here')
})
