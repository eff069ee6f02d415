// The second language: as whole as the first, with its own numbers and days, and every sentence of the measures.
import type { Said, UnitReport } from '@equalizer/measure'
import { afterEach, describe, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { amount, bytes, count, day, duration, instant, instantShort, share } from './format.ts'
import { problemTitle, problemWords } from './problem-words.ts'
import { headlineOf, raiseOf, sentenceOf, verdictOf } from './said-words.ts'
import { tellTimeIn } from './zone.ts'

afterEach(() => {
  speak(en)
  tellTimeIn('utc')
})

/** Every path to a text, so that the two can be laid side by side. */
function pathsOf(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`))
}

test('nothing that English has is missing in German', () => {
  const german = new Set(pathsOf(de))
  // What the server says in English German words itself, in records that are open.
  const open = ['.said', '.schemaSentences']
  expect(pathsOf(en).filter(path => !german.has(path) && !open.includes(path))).toEqual([])
})

test('numbers, days and sizes are spelled by the language', () => {
  speak(de)
  expect([count(1_234_567), share(0.071), share(0.0004), share(1)]).toEqual([
    '1.234.567',
    '7,1 %',
    '<0,1 %',
    '100 %',
  ])
  expect(amount('1234.5')).toBe('1.234,5')
  expect(day('2026-03-01')).toBe('1. März 2026')
  expect([bytes(0), bytes(999), bytes(1_500), bytes(2_600_000), bytes(7_100_000_000)]).toEqual([
    '0 B',
    '999 B',
    '2 kB',
    '2,6 MB',
    '7,1 GB',
  ])
  expect([duration(20_000), duration(60_000), duration(7_200_000), duration(200_000_000)]).toEqual([
    'unter einer Minute',
    '1 Minute',
    '2 Stunden',
    '2 Tage',
  ])
})

test('an instant stands in the zone that was chosen, a day in none', () => {
  expect(instant('2026-11-21T23:30:00Z')).toBe('21 Nov 2026, 23:30 UTC')
  expect(instantShort('2026-11-21T00:05:00Z')).toBe('21 Nov 2026, 00:05')
  speak(de)
  expect(instant('2026-11-21T23:30:00Z')).toBe('21. Nov. 2026, 23:30 UTC')
})

const facts = {
  surface: 'Commits',
  surfaces: ['Commits'],
  asset: 'commit',
  window: '90d',
  names: ['Ada', 'Bo', 'Cy', 'Di'],
  name: null,
  by: 'Konto',
  share: 0.714,
  parties: 3,
  required: 2,
  of: 6,
  people: 2,
  from: 12.4,
  to: 47.7,
  heldAt: null,
  heldBy: null,
  unit: 'Finance',
  units: 3,
  declared: 50,
  measured: 0,
  at: 24.4,
  low: 20,
  high: 60,
}

describe('what the measures say', () => {
  const explanation = (sentence: Said[], raise: Said | null = null): UnitReport['explanation'] => ({
    verdict: 'In step',
    sentence: 'As the server said it.',
    actors: [],
    raise: raise && {
      surface: 'commits',
      change: { kind: 'override' },
      from: 0,
      to: 30,
      unitTo: null,
      sentence: 'As the server raised it.',
    },
    said: { verdict: 'in_step', sentence, raise },
  })

  test('every clause has its sentence, without a hole', () => {
    const clauses = Object.entries(de.said?.clauses ?? {})
    expect(clauses.length).toBeGreaterThan(25)
    for (const [code, say] of clauses) {
      const said = (say as (given: typeof facts) => string)(facts)
      expect(said, code).toMatch(/^\S.{8,}[.:]$/)
      expect(said, code).not.toMatch(/undefined|NaN|null|\[object/)
    }
  })

  test('English is the server’s own, German is made of the facts', () => {
    const said: Said = { code: 'headline.in_step', facts: { units: 3, of: 6 } }
    const one = explanation([said], { code: 'raise.override', facts: { to: 30 } })
    expect([verdictOf(one), sentenceOf(one), raiseOf(one)]).toEqual([
      'In step',
      'As the server said it.',
      'As the server raised it.',
    ])
    speak(de)
    expect(verdictOf(one)).toBe('Im Einklang')
    expect(sentenceOf(one)).toBe('Drei von sechs Einheiten sind im Einklang mit dem Versprechen.')
    expect(raiseOf(one)).toBe('Könnte keine einzelne Partei sich über alles hinwegsetzen, würden aus 0 30.')
  })

  test('what says nothing apart from any language stays as it was said', () => {
    speak(de)
    const { said: _, ...older } = explanation([])
    expect(sentenceOf(older)).toBe('As the server said it.')
    expect(headlineOf({ lead: 'A', alarm: 'B', rest: 'C' })).toEqual({ lead: 'A', alarm: 'B', rest: 'C' })
  })
})

describe('refusals', () => {
  const problem = (code: string, given: Record<string, string | number> = {}) => ({
    code,
    reason: 'The reason.',
    facts: given,
    request: '',
  })

  test('a known code is worded, an unknown one says its reason', () => {
    speak(de)
    expect(problemWords(problem('board.before_evidence', { first: '2026-03-01' }))).toBe(
      'Der früheste Beleg ist vom 1. März 2026.',
    )
    expect(problemWords(problem('something.new'))).toBe('The reason.')
    expect(problemWords(problem('toString'))).toBe('The reason.')
  })

  test('facts that are missing leave no hole', () => {
    const codes = Object.keys(de.problems.codes)
    expect(codes.length).toBeGreaterThan(25)
    for (const code of codes) {
      speak(de)
      expect(problemWords(problem(code)), code).not.toMatch(/undefined|NaN|Invalid/)
    }
  })

  test('its title says what kind of no it is', () => {
    expect(problemTitle(problem('source.unknown'))).toBe('This is not there.')
    expect(problemTitle(problem('access.not_allowed'))).toBe('This is not allowed here.')
    expect(problemTitle(problem('upload.empty'))).toBe('That was not done.')
  })
})
