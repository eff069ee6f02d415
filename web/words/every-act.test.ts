// What capabilities bring is worded in both languages: acts, fields, choices, views, columns, kinds of observation, events.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capabilities } from '@equalizer/capabilities'
import { movePayloads } from '@equalizer/core'
import { observationKinds } from '@equalizer/measure'
import { afterEach, describe, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { descriptionInWords } from '../pages/act/words.ts'
import { actInWords } from './act-words.ts'
import { columnWords, viewWords } from './view-words.ts'

afterEach(() => speak(en))

interface Part {
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Part>>
  readonly const?: unknown
  readonly items?: Part
  readonly oneOf?: readonly Part[]
  readonly anyOf?: readonly Part[]
}

const acts = capabilities.flatMap(one => one.acts)
const views = capabilities.flatMap(({ views: own, tables }) =>
  own.map(view => ({ view, table: tables.find(({ name }) => name === view.table) })),
)

interface Said {
  readonly fields: Set<string>
  readonly choices: Set<string>
  readonly descriptions: Set<string>
}

function walk(part: Part, said: Said): void {
  if (part.description !== undefined) said.descriptions.add(part.description)
  for (const value of part.enum ?? []) said.choices.add(String(value))
  for (const [name, field] of Object.entries(part.properties ?? {})) {
    if (field.const === undefined) said.fields.add(name)
    else said.choices.add(String(field.const))
    walk(field, said)
  }
  for (const inner of [...(part.oneOf ?? []), ...(part.anyOf ?? []), ...(part.items ? [part.items] : [])])
    walk(inner, said)
}

/** The charter has a page of its own and no form. */
const said: Said = { fields: new Set(), choices: new Set(), descriptions: new Set() }
for (const { type, payload } of acts)
  if (type !== 'charter.edit') walk(payload.toJSONSchema({ io: 'input' }) as Part, said)

const lacking = (words: Readonly<Record<string, unknown>>, wanted: Iterable<string>) =>
  [...wanted].filter(one => !Object.hasOwn(words, one)).sort()
const stale = (words: Readonly<Record<string, unknown>>, wanted: Iterable<string>) =>
  lacking(Object.fromEntries([...wanted].map(one => [one, true])), Object.keys(words))

test('there is something to word', () => {
  expect(acts.length).toBeGreaterThan(20)
  expect(said.fields.size).toBeGreaterThan(25)
  expect(said.choices.size).toBeGreaterThan(8)
  expect(said.descriptions.size).toBeGreaterThan(35)
  expect(views.length).toBeGreaterThan(10)
})

const sentence = /^[A-Z0-9][^.!]*[^.! ]$/

describe('English', () => {
  test('stands in what the capabilities declare, as one line without a full stop', () => {
    const lines = [...acts, ...views.map(({ view }) => view)].map(({ summary }) => summary)
    expect(lines.filter(line => !sentence.test(line))).toEqual([])
    expect([...said.descriptions].filter(line => !sentence.test(line))).toEqual([])
  })
})

describe('German', () => {
  test('has every act, and no other', () => {
    const types = [...acts.map(({ type }) => type), ...Object.keys(movePayloads)]
    expect(lacking(de.act.types, types)).toEqual([])
    expect(stale(de.act.types, types)).toEqual([])
  })

  test('has every field, choice and description of their forms, and no other', () => {
    const { fields, choices, descriptions } = de.act
    expect(lacking(fields, said.fields)).toEqual([])
    expect(lacking(choices, said.choices)).toEqual([])
    expect(lacking(descriptions, said.descriptions)).toEqual([])
    expect(stale(fields, said.fields)).toEqual([])
    expect(stale(choices, said.choices)).toEqual([])
    expect(stale(descriptions, said.descriptions)).toEqual([])
  })
})

describe.each([
  ['en', en],
  ['de', de],
] as const)('%s', (language, words) => {
  test('has every capability, column and kind of observation', () => {
    const names = capabilities.map(({ name }) => name)
    expect(lacking(words.act.capabilities, names)).toEqual([])
    const columns = new Set(views.flatMap(({ table }) => Object.keys(table?.columns ?? {})))
    expect(columns.size).toBeGreaterThan(30)
    expect(lacking(words.views.columns, columns)).toEqual([])
    expect(stale(words.views.columns, columns)).toEqual([])
    const kinds = capabilities.flatMap(({ measures }) => measures.map(({ kind }) => kind))
    expect(lacking(words.table.kinds, [...kinds, ...observationKinds])).toEqual([])
    if (language === 'de')
      expect(
        lacking(
          words.views.names,
          views.map(({ view }) => view.name),
        ),
      ).toEqual([])
  })

  test('has every choice of a form', () => {
    expect(lacking(words.act.choices, said.choices)).toEqual([])
  })

  test('has every event of a timeline, and no other', () => {
    expect(events().length).toBeGreaterThan(45)
    expect(lacking(words.decisions.happened.events, events())).toEqual([])
    expect(stale(words.decisions.happened.events, events())).toEqual([])
  })
})

const root = join(import.meta.dirname, '../..')

function found(folder: string, pattern: RegExp, area = ''): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.includes('.test.') && name !== 'trial.ts',
  )
  return files.flatMap(name =>
    [...readFileSync(join(root, folder, name), 'utf8').matchAll(pattern)].map(([, one]) => `${area}${one}`),
  )
}

/** Said by the page in another way, or standing beside one that says it. */
const besides = new Set([
  'decision.entered',
  'decision.ended',
  'decision.ballot_cast',
  'decisions.opened',
  'decisions.closed',
  'standing.set',
  'curation.recommendation_given',
  'treasury.outside_changed',
])

/** As the log has them: written out where they are made. */
function events(): string[] {
  const asked = new Set([...acts.map(({ type }) => type), ...Object.keys(movePayloads)])
  const own = capabilities.flatMap(({ name }) =>
    found(
      `capabilities/${name}`,
      new RegExp(`(?:\\btype: |\\bIs<|\\| )'(${name}\\.[a-z_]+)'(?=,| \\}|\\s*[|;\\n])`, 'g'),
    ),
  )
  const all = [
    ...own,
    ...found('core/decision', /\bhappen\(course, '([a-z_]+)'/g, 'decision.'),
    ...found('core/move', /\bhappened\('([a-z_]+)'/g, 'rules.'),
    ...found('core/person', /'((?:charter\.person_|person\.)erased)'/g),
    ...['decision', 'delegation', 'kernel'].flatMap(folder =>
      found(`core/${folder}`, /\btype: '((?:decisions?|rules|delegation|standing)\.[a-z_]+)'/g),
    ),
  ]
  return [...new Set(all)].filter(one => !asked.has(one) && !besides.has(one)).sort()
}

describe('what a capability brings that nobody worded', () => {
  const named = { type: 'orchard.plant', name: 'orchard.trees', summary: 'Plant a tree' }

  test('is said in its English, and marked as such where the page is not English', () => {
    expect(actInWords(named)).toEqual({ words: 'Plant a tree' })
    speak(de)
    expect(actInWords(named)).toEqual({ words: 'Plant a tree', lang: 'en' })
    expect(viewWords(named)).toEqual({ words: 'Plant a tree', lang: 'en' })
    expect(columnWords('toString')).toEqual({ words: 'toString', lang: 'en' })
    expect(descriptionInWords('What kind of tree')).toEqual({ words: 'What kind of tree', lang: 'en' })
    expect(actInWords({ type: 'treasury.pay', summary: 'Pay somebody outside' })).toEqual({
      words: 'Jemanden außerhalb bezahlen',
    })
    expect(columnWords('seq')).toEqual({ words: 'Eintrag' })
  })
})
