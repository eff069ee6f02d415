// Every code that a person may be told has its words in both languages, and every place in them is a fact that is given.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { placesIn } from './fill.ts'

const root = join(import.meta.dirname, '../..')

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(name => name.endsWith('.ts') && !name.includes('.test.') && !name.includes('node_modules'))
}

interface Told {
  readonly file: string
  readonly code: string
  /** What the code says here, where one code says several things. */
  readonly what: readonly string[]
  /** The source around the code. */
  readonly around: string
}

/** Codes are written out where they are made. */
const areas =
  'evidence|note|recognized|charter|survey|upload|path|source|job|people|request|organization|access|session|key|change|board|unit|cursor|store|server|observation|events'
const codeIn = new RegExp(`'((?:${areas})\\.[a-z_]+)'`, 'g')
const nearChars = 1_500

/** What goes through the one door names acts, events and refusals alike: a code is what a refusal is made with. */
const doorFolders = [
  ...[
    'act',
    'rule',
    'group',
    'stage',
    'decision',
    'voting',
    'delegation',
    'move',
    'kernel',
    'log',
    'person',
    'signing',
  ].map(folder => `core/${folder}`),
  'capabilities',
  'server/door',
  'server/log-tree',
]
const refusedIn =
  /(?<=\b(?:no|refused|refuse|problem)\(\s*'|\bcode: '|^ {2}'(?=ballot\.))([a-z]+\.[a-z0-9_]+)(?='(?:,|: '))/gm
/** Made of a code and what something is. */
const madeIn = /(?<=\b(?:refused|no)\(\s*`)[a-z]+\.[a-z0-9_]+(?=\$\{)/g
const made: Readonly<Record<string, readonly string[]>> = {
  'curation.not_': ['published', 'removed'],
  'curation.already_': ['published', 'removed'],
}

/** Worlds that only tests live in. */
const forPeople = (file: string) => !/^capabilities\/testing\/|kernel\/trial/.test(file)

function refusedBy(file: string): Told[] {
  const source = readFileSync(join(root, file), 'utf8')
  const near = (at: number) => source.slice(Math.max(0, at - nearChars), at + nearChars)
  const told = (code: string, at: number): Told => ({ file, code, what: [], around: near(at) })
  return [
    ...[...source.matchAll(refusedIn)].map(({ 0: code, index }) => told(code, index)),
    ...[...source.matchAll(madeIn)].flatMap(({ 0: code, index }) =>
      (made[code] ?? ['']).map(end => told(`${code}${end}`, index)),
    ),
  ]
}

function toldIn(file: string): Told[] {
  const source = readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  const found = [...source.matchAll(codeIn)]
  return found.map((match, i) => {
    const next = found[i + 1]?.index ?? source.length
    // Up to the end of the block.
    const after = source.slice(match.index, next).split(/\n {0,2}\}/)[0] ?? ''
    const what = /\bwhat:([^,\n}]*)/.exec(after)?.[1] ?? ''
    return {
      file,
      code: match[1] as string,
      what: [...what.matchAll(/'([a-z_]+)'/g)].map(([, name]) => name as string),
      around: source.slice(Math.max(0, match.index - nearChars), match.index + nearChars),
    }
  })
}

/** Told on the terminal or in the log only; and acts, events, kinds of change and of observation: no refusals. */
const notForPages = new Set([
  'server.usage',
  'server.cannot_listen',
  'server.data_unusable',
  'server.secret_too_short',
  'store.locked',
  'store.newer',
  'store.not_ours',
  'charter.warning',
  'charter.written',
  'charter.admit',
  'charter.edit',
  'charter.edited',
  'charter.elect',
  'charter.erase_person',
  'charter.grant_role',
  'charter.person_erased',
  'charter.record_standings',
  'key.dropped',
  'key.held',
  'key.set',
  'key.used',
  'organization.renamed',
  'people.bot',
  'people.edited',
  'people.merged',
  'people.split',
  'source.added',
  'source.edited',
  'source.removed',
  'unit.declared',
  'unit.nothing_known',
  'unit.renamed',
  'unit.target',
])

const told = [
  ...['evidence', 'core', 'server', 'client'].flatMap(sourcesIn).flatMap(toldIn),
  ...doorFolders.flatMap(sourcesIn).filter(forPeople).flatMap(refusedBy),
].filter(({ code }) => !notForPages.has(code))

type Words = Readonly<Record<string, string | null>>
const wordsOf = (messages: typeof en): Words => ({
  ...messages.problems.codes,
  ...messages.doorRefusals,
  ...messages.capabilityRefusals,
  ...messages.readingRefusals,
  ...messages.readingNotes,
  ...messages.recognitions,
  ...messages.charterClauses,
})
const languages = { en: wordsOf(en), de: wordsOf(de) }
const codes = new Set(told.map(({ code }) => code))

test('the sources tell as many codes as this test should find', () => {
  for (const [area, least] of [
    ['evidence', 65],
    ['charter', 45],
    ['note', 28],
    ['recognized', 14],
    ['act', 9],
    ['ballot', 8],
    ['decision', 12],
    ['delegation', 6],
    ['group', 9],
    ['rule', 9],
    ['treasury', 17],
    ['curation', 7],
  ] as const)
    expect([...codes].filter(code => code.startsWith(`${area}.`)).length, area).toBeGreaterThan(least)
})

describe.each(['en', 'de'] as const)('%s', language => {
  const words = languages[language]

  test('has words for every code', () => {
    const missing = told.filter(({ code }) => !Object.hasOwn(words, code))
    const said = [...new Set(missing.map(({ code, file }) => `${code} (${file})`))]
    // What is told in several ways may have no words in general.
    expect(
      said.filter(one => !Object.keys(words).some(key => key.startsWith(`${one.split(' ')[0]}/`))),
    ).toEqual([])
  })

  test('has words for each of the things that one code says', () => {
    const keys = told.flatMap(({ code, what }) => what.map(one => `${code}/${one}`))
    expect([...new Set(keys)].filter(key => !Object.hasOwn(words, key))).toEqual([])
  })

  test('has no words for what nobody says', () => {
    const extra = Object.keys(words).filter(key => !codes.has(key.split('/')[0] as string))
    expect(extra.filter(key => key !== 'page.fault' && key !== 'server.unreachable')).toEqual([])
  })
})

test('both languages have the same words with the same places', () => {
  expect(Object.keys(languages.de).sort()).toEqual(Object.keys(languages.en).sort())
  for (const [key, template] of Object.entries(languages.en)) {
    if (template === null) continue
    expect(placesIn(languages.de[key] ?? ''), key).toEqual(placesIn(template))
  }
  for (const [key, template] of Object.entries(en.passedOver))
    expect(placesIn(de.passedOver[key as keyof typeof en.passedOver]), key).toEqual(placesIn(template))
})

test('every place is a fact that stands beside the code', () => {
  const wrong = Object.entries(languages.de).flatMap(([key, template]) => {
    const [code, what] = key.split('/')
    const here = told.filter(
      one => one.code === code && (what === undefined || one.what.length === 0 || one.what.includes(what)),
    )
    return placesIn(template ?? '')
      .filter(name => !here.some(({ around }) => new RegExp(`\\b${name}\\b`).test(around)))
      .map(name => `${key}: {${name}}`)
  })
  expect(wrong).toEqual([])
})

test('German has every sentence of the charter’s schema', () => {
  const found = new Set<string>()
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'description' && typeof inner === 'string') found.add(inner)
      else walk(inner)
    }
  }
  walk(JSON.parse(readFileSync(join(root, 'docs/schema/charter.schema.json'), 'utf8')))
  expect(found.size).toBeGreaterThan(40)
  expect([...found].filter(sentence => !Object.hasOwn(de.schemaSentences ?? {}, sentence))).toEqual([])
})

test('rows are passed over for reasons that both languages know', () => {
  const passed = sourcesIn('evidence').flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/passOver\('([^']+)'\)/g)].map(
      ([, reason]) => reason as string,
    ),
  )
  expect(passed.length).toBeGreaterThan(5)
  expect(passed.filter(reason => !Object.hasOwn(de.passedOver, reason))).toEqual([])
})
