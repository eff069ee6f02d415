// Entries as sentences, in both languages; every event that capabilities bring has its own.

import { afterEach, describe, expect, test } from 'vitest'
import { logSaid as german } from '../../messages/de/log-said.ts'
import { de } from '../../messages/de.ts'
import { events } from '../../messages/en/events.ts'
import { logSaid as english } from '../../messages/en/log-said.ts'
import { en } from '../../messages/en.ts'
import { speak } from '../../messages/text.ts'
import type { Entry, Reading } from './entry.ts'
import { entrySaid } from './sentence.ts'

afterEach(() => speak(en))

const ada = 'p-ada00'
const ben = 'p-ben00'
const pay = { to: { kind: 'vendor', name: 'Hetzner' }, amount: '400000', currency: 'EUR', purpose: 'Servers' }
const called: Readonly<Record<string, { name: string | null; decimals: number | null }>> = {
  'treasury/account/main': { name: 'Main account', decimals: 2 },
  'treasury/currency/EUR': { name: null, decimals: 2 },
}
const reading: Reading = {
  person: id => (({ [ada]: 'Ada', [ben]: 'Ben', 'p-gone0': null }) as Record<string, string | null>)[id],
  unit: id => (id === 'finance' ? 'Finance' : id),
  group: id => ({ team: 'Team', community: 'Community' })[id] ?? id,
  called: stream => called[stream],
  decisions: {
    'D-3': {
      type: 'treasury.pay',
      title: 'Pay Hetzner',
      asked: pay,
      unit: 'finance',
      options: ['for', 'against'],
    },
    'D-4': {
      type: 'rule.move',
      title: 'Change rules',
      asked: {},
      unit: 'finance',
      options: ['for', 'against'],
    },
  },
}
const entry = (command: object, happened: readonly (readonly [string, object])[], by: string | null = ada) =>
  ({
    seq: 5,
    at: '2026-03-01T12:00:00.000Z',
    by,
    command,
    events: happened.map(([type, data]) => ({ stream: 's', type, data })),
    title: 'Do something',
    before: null,
  }) as unknown as Entry
const said = (...given: Parameters<typeof entry>) => entrySaid(entry(...given), reading)
const act = { kind: 'act', act: { type: 'treasury.pay', unit: 'finance' } }
const paid = {
  amount: '400000',
  decimals: 2,
  currency: 'EUR',
  to: { kind: 'vendor', name: 'Hetzner' },
}

describe('an entry', () => {
  test('of an act done at once says who did what, with money in its decimals', () => {
    const once = [act, [['treasury.paid', paid] as const]] as const
    expect(said(...once)).toEqual({
      sentence: 'Ada paid 4,000.00 EUR to Hetzner.',
      came: [],
      decision: null,
    })
    speak(de)
    expect(said(...once).sentence).toBe('Ada zahlte 4.000,00 EUR an Hetzner.')
  })

  test('of an act that nobody worded says its title', () => {
    expect(said(act, [['other.happened', {}]]).sentence).toBe('Ada: Do something.')
  })

  test('that opens a decision, a ballot, and what the clock brought', () => {
    const opened = { kind: 'act', decision: 'D-4' }
    expect(
      said(opened, [
        ['decisions.opened', { decision: 'D-4' }],
        ['decision.opened', {}],
        ['decision.entered', { phase: 'vote' }],
      ]),
    ).toEqual({
      sentence: 'Ada proposed: Change who decides in Finance.',
      came: ['Decision D-4 opened.', 'Next: Vote.'],
      decision: 'D-4',
    })
    const cast = [['decision.ballot_cast', { phase: 'vote' }] as const]
    expect(said({ kind: 'ballot', decision: 'D-3', choice: 1 }, cast).sentence).toBe(
      'Ada voted “Against” on: Pay 4,000.00 EUR to Hetzner: Servers.',
    )
    expect(said({ kind: 'ballot', decision: 'D-3', choice: null }, cast).sentence).toBe(
      'Ada abstained on: Pay 4,000.00 EUR to Hetzner: Servers.',
    )
    const closed = said(
      { kind: 'advance', decision: 'D-3' },
      [
        ['decision.closed', { result: { passed: true, reason: 'passed' } }],
        ['treasury.paid', paid],
        ['decision.executed', {}],
      ],
      null,
    )
    expect(closed.sentence).toBe('The vote closed on: Pay 4,000.00 EUR to Hetzner: Servers. It passed.')
    expect(closed.came).toEqual(['4,000.00 EUR was paid to Hetzner.', 'It was carried out.'])
  })

  test('tells of people who were erased, and of those whom it does not know by their id', () => {
    expect(said(act, [['charter.admitted', { person: 'p-gone0' }]]).sentence).toBe(
      'Ada made somebody erased a member.',
    )
    expect(said(act, [['charter.admitted', { person: 'p-new00' }]], ben).sentence).toBe(
      'Ben made p-new00 a member.',
    )
  })

  test('that holds something else than it should is still said, without a hole', () => {
    const odd: readonly unknown[] = [null, 7, [], { name: 3 }, { constructor: 1 }]
    for (const value of odd) {
      for (const type of Object.keys(english.events)) {
        const data = { person: value, unit: value, amount: value, to: value, name: value, title: value }
        expect(said(act, [[type, data]]).sentence).not.toMatch(/undefined|\[object|NaN/)
      }
    }
    expect(said({ kind: 'toString' }, []).sentence).toBe('Ada: something unnamed.')
  })
})

test('every event that a timeline words has its sentence here, in both languages', () => {
  // Told by the entry that it is part of.
  const apart = new Set(['rules.founded', 'treasury.moved_in'])
  const worded = Object.keys(events).filter(type => !apart.has(type))
  for (const { events: said } of [english, german])
    expect(Object.keys(said)).toEqual(expect.arrayContaining(worded))
})
