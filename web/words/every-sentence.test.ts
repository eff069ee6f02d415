// Every act as a title, every event and every command as a sentence, in both languages: made of their own facts, without a raw
// id where there is a name, without a code, without a hole.
import { capabilities } from '@equalizer/capabilities'
import { changeKinds, commandSchema, eventSchemas, movePayloads } from '@equalizer/core'
import { afterEach, describe, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { logWords } from '../messages/log-words.ts'
import { speak } from '../messages/text.ts'
import type { Entry, Reading } from '../pages/log/entry.ts'
import { entrySaid } from '../pages/log/sentence.ts'
import { titleOf } from './act-title.ts'
import { fieldValue } from './payload-words.ts'
import { type Part, turns, valueFor } from './sample-values.ts'

afterEach(() => speak(en))

const english = 'The server calls it so'
const named: Readonly<Record<string, string>> = {
  'treasury/account/main': 'Main account',
  'curation/item/main': 'A film',
  'lending/tool/main': 'Big drill',
  'group/main': 'The council',
}
const asked = {
  account: 'main',
  to: { kind: 'vendor', name: 'Hetzner' },
  amount: '1250',
  currency: 'EUR',
  purpose: 'Servers',
}
const reading: Reading = {
  person: () => 'Ada',
  unit: () => 'Finance',
  class: () => 'Payments',
  group: () => 'Team',
  called: stream =>
    stream === 'treasury/currency/EUR'
      ? { name: null, decimals: 2 }
      : { name: named[stream] ?? null, decimals: null },
  decisions: {
    'D-3': { type: 'treasury.pay', title: english, asked, unit: 'finance', options: ['for', 'against'] },
  },
}

/** Bookkeeping has no sentence; what tells of no person, account or amount says nothing of one. */
function readable(words: string): void {
  expect(words).not.toMatch(/undefined|\[object|NaN|[{}]|something unnamed|etwas Unbenanntes/)
  expect(words).not.toMatch(/\bp-[a-z0-9]{4}|\b[a-z]+[._][a-z_]+\b(?<!example\.org)|“main”|„main“|\bmain\b/)
  expect(words).not.toContain(english)
  // Cents as if they were euros.
  if (words.includes('EUR')) expect(words).not.toMatch(/\b1[.,]?250\b/)
}

const acts = [
  ...capabilities.flatMap(one => one.acts.map(({ type, payload }) => ({ type, schema: payload }))),
  ...Object.entries(movePayloads).map(([type, schema]) => ({ type, schema })),
].map(({ type, schema }) => [type, schema.toJSONSchema({ io: 'input' }) as Part] as const)

const languages = [
  ['en', en],
  ['de', de],
] as const

describe.each(languages)('%s', (_, messages) => {
  const all = Array.from({ length: turns }, (_, turn) => turn)

  test.each(acts)('%s has a title of its own, made of what it asks', (type, schema) => {
    speak(messages)
    expect(Object.hasOwn(messages.titles.acts, type)).toBe(true)
    const titles = all.map(turn => {
      const payload = valueFor(schema, turn) as Record<string, unknown>
      return titleOf({ type, title: english, asked: payload, unit: 'finance' }, reading)
    })
    for (const title of titles) {
      readable(withoutOwnIds(type, title))
    }
  })

  test.each(acts)('%s has fields that are read without JSON', (type, schema) => {
    speak(messages)
    for (const turn of all) {
      const data = valueFor(schema, turn) as Record<string, unknown>
      for (const field of Object.keys(data))
        expect(fieldValue({ type, data }, field, reading)).not.toMatch(/undefined|\[object|NaN|[{}[\]]/)
    }
  })

  const events = [...eventSchemas(capabilities)].map(([type, { schema }]) => {
    const { data } = (schema.toJSONSchema({ io: 'input' }) as unknown as { properties: { data: Part } })
      .properties
    return [type, data] as const
  })

  test.each(events)('%s is said of whoever did it, and of itself', (type, schema) => {
    speak(messages)
    for (const turn of all) {
      const data = valueFor(schema, turn)
      const entry = entryOf({ kind: 'advance', decision: 'D-3' }, [{ type, data }], null)
      const { sentence, came } = entrySaid(entry, reading)
      for (const one of [sentence, ...came]) {
        readable(withoutOwnIds(type, one))
      }
    }
  })

  const kinds = [...commandSchema.options.map(one => one.shape.kind.value), 'advance', 'found']

  test.each(kinds)('a command to %s is a sentence, and has a name', kind => {
    speak(messages)
    const option = commandSchema.options.find(one => one.shape.kind.value === kind)
    const { log } = logWords()
    expect(Object.hasOwn(log.filter.kinds, kind) && Object.hasOwn(log.page.kinds, kind)).toBe(true)
    const schema = (option?.toJSONSchema({ io: 'input' }) ?? { type: 'object', properties: {} }) as Part
    const command = { ...(valueFor(schema, 0) as object), kind, decision: 'D-3' }
    const happened = spoken[kind] ?? []
    if (kind === 'act')
      Object.assign(command, { act: { type: 'treasury.pay', unit: 'finance', payload: asked } })
    const by = kind === 'advance' || kind === 'found' ? null : 'p-ada00'
    const { sentence } = entrySaid(entryOf(command, happened, by), reading)
    readable(sentence)
    expect(sentence.length).toBeGreaterThan(12)
    if (by !== null && kind !== 'erase') expect(sentence).toMatch(/^Ada\b/)
  })

  test('every kind of change of the charter has its words', () => {
    expect(Object.keys(messages.titles.edits).sort()).toEqual([...changeKinds].sort())
  })
})

/** Roles and regular allocations have no name but their id. */
const withoutOwnIds = (type: string, words: string): string =>
  /allocation|role|group/.test(type)
    ? words.replace(/[“„]main[”“]|(?<=(Rolle|role|of|Einheiten|a|Punkten) )main\b/, 'X')
    : words

test('who is on the other side is said by name, and then what they are', () => {
  const data = { to: { kind: 'vendor', name: 'Hetzner' }, link: { kind: 'url', url: 'https://a.example' } }
  const said = (field: string) => fieldValue({ type: 'treasury.pay', data }, field, reading)
  expect([said('to'), said('link')]).toEqual(['Hetzner (A vendor)', 'https://a.example (A public address)'])
})

/** What a command alone does not say. */
const spoken: Readonly<Record<string, readonly { type: string; data: unknown }[]>> = {
  delegate: [
    { type: 'delegation.given', data: { from: 'p-ada00', to: 'p-ben00', scope: { kind: 'everything' } } },
  ],
  revoke: [{ type: 'delegation.revoked', data: { from: 'p-ada00', scope: { kind: 'everything' } } }],
  set_key: [{ type: 'key.set', data: { person: 'p-ada00', key: 'A'.repeat(43) } }],
  drop_key: [{ type: 'key.dropped', data: { person: 'p-ada00' } }],
  erase: [{ type: 'person.erased', data: { person: 'p-ada00' } }],
}

function entryOf(command: object, events: readonly object[], by: string | null): Entry {
  const at = '2026-03-01T12:00:00.000Z'
  return { seq: 5, at, by, command, events, title: english, before: null } as unknown as Entry
}

test('both languages say titles of the same acts', () => {
  expect(Object.keys(de.titles.acts).sort()).toEqual(Object.keys(en.titles.acts).sort())
  expect(Object.keys(en.titles.acts).sort()).toEqual(acts.map(([type]) => type).sort())
})
