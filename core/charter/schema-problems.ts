// What a schema's complaint about a charter means, in plain words: what stands there, and what was expected.
import type { z } from 'zod'
import { limits } from '../limits.ts'
import { nearest } from './nearest.ts'
import { type Clause, clause, didYouMean, type Found, quoted, shown } from './problem.ts'
import { describedAt, keysAt, type Path } from './shape.ts'

type Issue = z.core.$ZodIssue

/** One problem for each complaint, several for a list of unknown keys. */
export function schemaProblems(issues: readonly Issue[], value: unknown): Found[] {
  return issues.flatMap(issue => problemsOf(issue, value)).slice(0, limits.charterProblems)
}

function problemsOf(issue: Issue, value: unknown): Found[] {
  const path = issue.path.map(key => (typeof key === 'number' ? key : String(key)))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, limits.charterProblems).map(key => unknownKey(path, key))
  }
  const found = valueAt(value, path)
  if (found === undefined) return [missing(path)]
  return [{ severity: 'error', path, ...wordsFor(issue, found, path) }]
}

function unknownKey(parent: Path, key: string): Found {
  const known = keysAt(parent)
  const meant = nearest(key, known)
  const message = clause('charter.unknown_key', `there is no key ${quoted(key)} here`, { key: shown(key) })
  const expected = meant ? [didYouMean(meant)] : known.length > 0 ? [knownHere(known)] : []
  return { severity: 'error', path: [...parent, key], atKey: true, message, expected }
}

function knownHere(known: readonly string[]): Clause {
  const listed = known.join(', ')
  return clause('charter.known_here', `known here: ${listed}`, { known: listed })
}

function missing(path: Path): Found {
  const key = path.at(-1)
  const message =
    typeof key === 'string'
      ? clause('charter.missing', `${key} is missing`, { key })
      : clause('charter.entry_missing', 'an entry is missing')
  const isVersion = key === 'equalizer' && path.length === 1
  const expected = isVersion ? [clause('charter.version', 'a charter says equalizer: 1')] : describing(path)
  return { severity: 'error', path, message, expected }
}

type Worded = Pick<Found, 'message' | 'expected'>

function wordsFor(issue: Issue, found: unknown, path: Path): Worded {
  const described = describing(path)
  switch (issue.code) {
    case 'invalid_type':
      return {
        message: clause('charter.wrong_type', `this is ${named(found)}`, kindOf(found)),
        expected: [expectedType(issue.expected), ...described],
      }
    case 'invalid_value':
      return choice(found, issue.values.map(String))
    case 'invalid_union':
      return choice(found, unionChoices(issue), path)
    case 'too_small':
    case 'too_big':
      return { message: sizeOf(found), expected: [bound(issue)] }
    case 'invalid_format':
      return {
        message: clause('charter.does_not_fit', `${quoted(String(found))} does not fit`, {
          value: shown(String(found)),
        }),
        expected: formatWords(issue.format, issue.message, described),
      }
    default:
      return { message: schemaSays(issue.message), expected: described }
  }
}

function choice(found: unknown, values: readonly string[], path: Path = []): Worded {
  const keys = path.length > 0 ? keysAt(path) : []
  const meant = typeof found === 'string' ? nearest(found, values) : null
  const text = typeof found === 'string' ? quoted(found) : named(found)
  return {
    message: clause('charter.not_known_here', `${text} is not known here`, kindOf(found)),
    expected: [...(meant ? [didYouMean(meant)] : []), oneOf(values, keys)],
  }
}

function oneOf(values: readonly string[], keys: readonly string[]): Clause {
  const listed = values.join(', ')
  if (values.length === 1) return clause('charter.expected_value', `expected ${listed}`, { values: listed })
  if (keys.length === 0)
    return clause('charter.expected_one_of', `expected one of ${listed}`, { values: listed })
  const text = `expected one of ${listed}, or with ${keys.join(', ')}`
  return clause('charter.expected_one_of_or_with', text, { values: listed, keys: keys.join(', ') })
}

function unionChoices(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  return issue.errors
    .flat()
    .flatMap(inner => (inner.code === 'invalid_value' ? inner.values.map(String) : []))
}

/** What the schema says of a path, in its own words: a language has each of its sentences by the English one. */
function describing(path: Path): Clause[] {
  const described = describedAt(path)
  return described === null ? [] : [schemaSays(described)]
}

function schemaSays(sentence: string): Clause {
  return clause('charter.schema_says', sentence, { sentence })
}

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

function expectedType(type: string): Clause {
  const what = Object.hasOwn(types, type) ? (type === 'record' ? 'object' : type) : 'other'
  return clause('charter.expected_type', `expected ${types[type] ?? type}`, { what, type })
}

function named(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  if (typeof value === 'string') return `the text ${quoted(value)}`
  return typeof value === 'number' ? `the number ${value}` : String(value)
}

/** The same as facts. */
function kindOf(value: unknown): Clause['facts'] {
  if (value === null) return { what: 'empty' }
  if (Array.isArray(value)) return { what: 'array' }
  if (typeof value === 'object') return { what: 'object' }
  if (typeof value === 'string') return { what: 'string', value: shown(value) }
  return { what: typeof value === 'number' ? 'number' : 'other', value: String(value) }
}

function sizeOf(value: unknown): Clause {
  const [what, text] = sizeWords(value)
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : String(value)
  return clause('charter.wrong_size', `this is ${text}`, { what, size })
}

function sizeWords(value: unknown): [what: string, text: string] {
  if (typeof value === 'string')
    return value === '' ? ['empty_text', 'empty text'] : ['text', `text of ${value.length} characters`]
  if (Array.isArray(value))
    return value.length === 0 ? ['empty_list', 'an empty list'] : ['list', `a list of ${value.length}`]
  return ['number', String(value)]
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Clause {
  const [what, of] =
    issue.origin === 'string'
      ? ['characters', ' characters']
      : issue.origin === 'array'
        ? ['entries', ' entries']
        : ['number', '']
  if (issue.code === 'too_small') {
    const limit = Number(issue.minimum)
    return clause('charter.at_least', `at least ${limit}${of}`, { what, limit })
  }
  const limit = Number(issue.maximum)
  return clause('charter.at_most', `at most ${limit}${of}`, { what, limit })
}

function formatWords(format: string, message: string, described: readonly Clause[]): readonly Clause[] {
  if (format === 'date') return [clause('charter.expected_day', 'expected a day as YYYY-MM-DD')]
  // The schema's own sentence where it has one; the library's would show a regular expression.
  return message.startsWith('Invalid') ? described : [schemaSays(message)]
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string | number, unknown>)[key]
  }
  return at
}
