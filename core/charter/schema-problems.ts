// What a schema's complaint about a charter means, in plain words: what stands there, and what was expected.
import type { z } from 'zod'
import { limits } from '../limits.ts'
import { nearest } from './nearest.ts'
import { type Found, quoted } from './problem.ts'
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
  const expected = meant
    ? `did you mean ${meant}?`
    : known.length > 0
      ? `known here: ${known.join(', ')}`
      : null
  return {
    severity: 'error',
    path: [...parent, key],
    atKey: true,
    message: `there is no key ${quoted(key)} here`,
    expected,
  }
}

function missing(path: Path): Found {
  const key = path.at(-1)
  const described = describedAt(path)
  const message = typeof key === 'string' ? `${key} is missing` : 'an entry is missing'
  const expected = key === 'equalizer' && path.length === 1 ? 'a charter says equalizer: 1' : described
  return { severity: 'error', path, message, expected }
}

function wordsFor(issue: Issue, found: unknown, path: Path): { message: string; expected: string | null } {
  const described = describedAt(path)
  switch (issue.code) {
    case 'invalid_type':
      return {
        message: `this is ${named(found)}`,
        expected: expecting(`${typeWords(issue.expected)}`, described),
      }
    case 'invalid_value':
      return choice(found, issue.values.map(String))
    case 'invalid_union':
      return choice(found, unionChoices(issue), path)
    case 'too_small':
    case 'too_big':
      return { message: `this is ${sizeOf(found)}`, expected: bound(issue) }
    case 'invalid_format':
      return {
        message: `${quoted(String(found))} does not fit`,
        expected: formatWords(issue.format, issue.message, described),
      }
    default:
      return { message: issue.message, expected: described }
  }
}

function choice(found: unknown, values: readonly string[], path: Path = []) {
  const keys = keysAt(path)
  const also = keys.length > 0 && path.length > 0 ? `, or with ${keys.join(', ')}` : ''
  const meant = typeof found === 'string' ? nearest(found, values) : null
  const all = values.length === 1 ? `expected ${values[0]}` : `expected one of ${values.join(', ')}${also}`
  const text = typeof found === 'string' ? quoted(found) : named(found)
  return { message: `${text} is not known here`, expected: meant ? `did you mean ${meant}? ${all}` : all }
}

function unionChoices(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  return issue.errors
    .flat()
    .flatMap(inner => (inner.code === 'invalid_value' ? inner.values.map(String) : []))
}

function expecting(type: string, described: string | null): string {
  return described === null ? `expected ${type}` : `expected ${type}: ${described}`
}

function typeWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of keys',
    record: 'a group of keys',
  }
  return words[type] ?? type
}

function named(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  if (typeof value === 'string') return `the text ${quoted(value)}`
  return typeof value === 'number' ? `the number ${value}` : String(value)
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty text' : `text of ${value.length} characters`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  return String(value)
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const of = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''
  return issue.code === 'too_small' ? `at least ${issue.minimum}${of}` : `at most ${issue.maximum}${of}`
}

function formatWords(format: string, message: string, described: string | null): string | null {
  if (format === 'date') return 'expected a day as YYYY-MM-DD'
  // The schema's own sentence where it has one; the library's would show a regular expression.
  return message.startsWith('Invalid') ? described : message
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string | number, unknown>)[key]
  }
  return at
}
