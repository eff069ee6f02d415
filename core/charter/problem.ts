// A problem of a charter file: where it stands, what is wrong, and what was expected instead, in plain words.
import type { Fact } from '../refusal.ts'
import type { Path } from './shape.ts'

/** One clause of a problem in English, and what any language makes its own of; `facts.what` tells apart what one code says. */
export interface Clause {
  readonly text: string
  readonly code: string
  readonly facts: Readonly<Record<string, Exclude<Fact, bigint>>>
}

export function clause(code: string, text: string, facts: Clause['facts'] = {}): Clause {
  return { code, text, facts }
}

export interface CharterProblem {
  readonly severity: 'error' | 'warning'
  /** From 1, in the file as it was written. */
  readonly line: number
  readonly column: number
  /** `units[0].surfaces[2].decides`; empty for the whole file. */
  readonly path: string
  /** A sentence without its full stop. */
  readonly message: string
  /** What should stand there, or "did you mean …"; null where the message says it all. */
  readonly expected: string | null
  /** `message` and then `expected`, clause by clause. */
  readonly said: readonly Pick<Clause, 'code' | 'facts'>[]
}

/** A problem before its place in the text is looked up. */
export interface Found {
  readonly severity: 'error' | 'warning'
  readonly path: Path
  /** Point at the key instead of what stands behind it. */
  readonly atKey?: boolean
  readonly message: Clause
  /** None where the message says it all. */
  readonly expected: readonly Clause[]
}

/** The words of a problem, in English and for any language. */
export function wordsOf(
  message: Clause,
  expected: readonly Clause[],
): Pick<CharterProblem, 'message' | 'expected' | 'said'> {
  const wanted = expected.map(({ text }) => text).reduce((all, text) => joined(all, text), '')
  return {
    message: message.text,
    expected: wanted === '' ? null : wanted,
    said: [message, ...expected].map(({ code, facts }) => ({ code, facts })),
  }
}

function joined(before: string, text: string): string {
  if (before === '') return text
  return before.endsWith('?') ? `${before} ${text}` : `${before}: ${text}`
}

export function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
}

const shownChars = 60

/** Text from a file as a fact: cut. */
export function shown(text: string): string {
  return text.length > shownChars ? `${text.slice(0, shownChars)}…` : text
}

/** Text from a file as it may stand in a sentence: quoted, one line, cut. */
export function quoted(text: string): string {
  return JSON.stringify(shown(text))
}

export function didYouMean(meant: string): Clause {
  return clause('charter.did_you_mean', `did you mean ${meant}?`, { meant })
}

/** `equalizer.yaml:12:5: units[0].declared: this is text, not a number; expected a number from 0 to 100` */
export function problemLine(problem: CharterProblem, file: string): string {
  const where = `${file}:${problem.line}:${problem.column}`
  const path = problem.path === '' ? '' : `${problem.path}: `
  const expected = problem.expected === null ? '' : `; ${problem.expected}`
  const mark = problem.severity === 'warning' ? 'warning: ' : ''
  return `${where}: ${mark}${path}${problem.message}${expected}`
}
