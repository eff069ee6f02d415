// Places of a sentence: amounts in the decimals beside them, periods as they are called, and no sentence with a hole.
import { afterEach, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { ownWords } from './problem-words.ts'

afterEach(() => speak(en))

const facts = {
  account: 'main',
  name: 'Main account',
  has: '1250',
  needs: '400000',
  currency: 'EUR',
  decimals: 2,
}

test('what an account lacks is said as money', () => {
  const code = 'treasury.balance_exceeded'
  expect(ownWords({ code, facts })).toBe(
    'The account “Main account” has 12.50 EUR, and 4,000.00 EUR are needed.',
  )
  speak(de)
  expect(ownWords({ code, facts })).toBe(
    'Auf dem Konto „Main account“ sind 12,50 EUR, gebraucht werden 4.000,00 EUR.',
  )
})

test('a refusal that was kept without its facts is said by what the act asked for', () => {
  const { has: _, ...asked } = facts
  const code = 'treasury.balance_exceeded'
  expect(ownWords({ code, facts: { ...asked, what: 'held_up' } })).toBe(
    'The account “Main account” had less than the 4,000.00 EUR that are needed.',
  )
  expect(ownWords({ code, facts: { what: 'held_up' } })).toBeNull()
})

test('a period is called as people call it', () => {
  const code = 'treasury.already_allocated'
  const said = (period: string) => ownWords({ code, facts: { allocation: 'rent', period } })
  expect(['2026-03', '2026-Q1', '2026', '2026-13'].map(said)).toEqual(
    ['Mar 2026', 'quarter 1 of 2026', '2026', '2026-13'].map(
      one => `The regular allocation “rent” was carried out already for ${one}.`,
    ),
  )
})
