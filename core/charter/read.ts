// Reads a charter file: YAML or JSON in, a charter out, or every problem it has with its line and column.
import { limits } from '../limits.ts'
import type { Refusal } from '../refusal.ts'
import { type Charter, charterSchema } from './charter.ts'
import { crossCheck } from './cross-check.ts'
import { partsUpTo } from './parts.ts'
import { type CharterProblem, clause, type Found, pathText, problemLine, wordsOf } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { readYaml, type YamlText } from './yaml-text.ts'

export type CharterReading =
  | { readonly ok: true; readonly value: Charter; readonly warnings: readonly CharterProblem[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: readonly CharterProblem[] }

export interface ReadCharterOptions {
  /** Kinds of observation that readers give; others are warned about. Left out: kinds are not checked. */
  readonly kinds?: readonly string[]
}

/**
 * `name` is the file's name, for messages. Codes: `charter.too_large`, `charter.refused` (facts: problems, line,
 * column). All problems are listed, at most `limits.charterProblems`.
 */
export function readCharter(text: string, name: string, options: ReadCharterOptions = {}): CharterReading {
  if (text.length > limits.charterBytes) {
    const reason = `${name} is larger than a charter may be (${limits.charterBytes} bytes)`
    const facts = { file: name, limit: limits.charterBytes }
    return { ok: false, refusal: { code: 'charter.too_large', reason, facts }, problems: [] }
  }
  if (partsUpTo(text, limits.charterParts) > limits.charterParts) {
    const reason = `${name} has more lines and entries than a charter may have (${limits.charterParts})`
    const facts = { file: name, limit: limits.charterParts }
    return { ok: false, refusal: { code: 'charter.too_large', reason, facts }, problems: [] }
  }
  const read = readYaml(text)
  if (!read.ok) return refuse(name, read.problems)
  const { value } = read.yaml
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message =
      value === null
        ? clause('charter.file_empty', 'the file is empty')
        : clause('charter.not_a_group', 'the file is not a group of keys')
    const expected = clause('charter.begins_with', 'a charter begins with equalizer: 1 and organization')
    const words = wordsOf(message, [expected])
    return refuse(name, [{ severity: 'error', line: 1, column: 1, path: '', ...words }])
  }
  const parsed = charterSchema.safeParse(value)
  if (!parsed.success) return refuse(name, placed(schemaProblems(parsed.error.issues, value), read.yaml))
  const found = placed(crossCheck(parsed.data, options.kinds ?? null), read.yaml)
  if (found.some(problem => problem.severity === 'error')) return refuse(name, found)
  return { ok: true, value: parsed.data, warnings: found }
}

function placed(found: readonly Found[], yaml: YamlText): CharterProblem[] {
  return found
    .slice(0, limits.charterProblems)
    .map(({ severity, path, atKey, message, expected }) => ({
      severity,
      ...yaml.place(path, atKey),
      path: pathText(path),
      ...wordsOf(message, expected),
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

function refuse(name: string, problems: readonly CharterProblem[]): CharterReading {
  const errors = problems.filter(problem => problem.severity === 'error')
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  const reason = first ? `${problemLine(first, name)}${more}` : `${name} was refused`
  const facts = { file: name, problems: errors.length, line: first?.line ?? 1, column: first?.column ?? 1 }
  return { ok: false, refusal: { code: 'charter.refused', reason, facts }, problems }
}
