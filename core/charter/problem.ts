// A problem of a charter file: where it stands, what is wrong, and what was expected instead, in plain words.
import type { Path } from './shape.ts'

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
}

/** A problem before its place in the text is looked up. */
export interface Found {
  readonly severity: 'error' | 'warning'
  readonly path: Path
  /** Point at the key instead of what stands behind it. */
  readonly atKey?: boolean
  readonly message: string
  readonly expected: string | null
}

export function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
}

const shown = 60

/** Text from a file as it may stand in a sentence: quoted, one line, cut. */
export function quoted(text: string): string {
  const cut = text.length > shown ? `${text.slice(0, shown)}…` : text
  return JSON.stringify(cut)
}

/** `equalizer.yaml:12:5: units[0].declared: this is text, not a number; expected a number from 0 to 100` */
export function problemLine(problem: CharterProblem, file: string): string {
  const where = `${file}:${problem.line}:${problem.column}`
  const path = problem.path === '' ? '' : `${problem.path}: `
  const expected = problem.expected === null ? '' : `; ${problem.expected}`
  const mark = problem.severity === 'warning' ? 'warning: ' : ''
  return `${where}: ${mark}${path}${problem.message}${expected}`
}
