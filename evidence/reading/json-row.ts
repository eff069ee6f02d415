// A JSON value as a row: columns are property names, dotted for nested ones, and $key, $1, $2 … and $value.
import { limits } from '@equalizer/core'
import type { Place } from '../reader.ts'
import type { Row } from './row.ts'

/** Where the row came from: a line of a JSONL file, or the wildcards' keys of a document's path. */
export interface JsonOrigin {
  readonly file: string
  readonly line: number | null
  /** The keys under which the record stands: for `$.votes.*` one, for `$.*.votes.*` two. */
  readonly keys: readonly string[]
  /** Spelled with the keys in place, such as `$.votes.17`; null for a line. */
  readonly path: string | null
}

/**
 * `text('a.b')` is the property `a.b`, or else `b` of `a`; `$1`, `$2` … are the wildcards' keys, `$key` the last of them,
 * `$value` the record itself where it is no object. Objects and arrays give their JSON, null and absent ones ''.
 */
export class JsonRow implements Row {
  readonly value: unknown
  readonly #origin: JsonOrigin
  constructor(value: unknown, origin: JsonOrigin) {
    this.value = value
    this.#origin = origin
  }
  get line(): number | null {
    return this.#origin.line
  }
  has(column: string): boolean {
    return this.text(column) !== ''
  }
  text(column: string): string {
    if (!column.startsWith('$')) return cellText(property(this.value, column)).trim()
    const { keys } = this.#origin
    if (column === '$value') return cellText(this.value).trim()
    if (column === '$key') return keys.at(-1) ?? ''
    return keys[Number(column.slice(1)) - 1] ?? ''
  }
  place(column?: string): Place {
    const { file, line, path } = this.#origin
    if (path === null) return { file, line, column: column ?? null }
    return { file, line, column: column === undefined || column.startsWith('$') ? path : `${path}.${column}` }
  }
  reference(): string {
    const { file, line, path } = this.#origin
    return path === null ? `${file}:${line}` : `${file}#${path}`
  }
  canonical(): string {
    // An array's position is no more part of a fact than a line's number is.
    const named = this.#origin.keys.filter(key => !/^\d+$/.test(key))
    return JSON.stringify([named, sorted(this.value)])
  }
}

function property(value: unknown, column: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.hasOwn(value, column)) return (value as Record<string, unknown>)[column]
  const dot = column.indexOf('.')
  if (dot < 0) return undefined
  const head = column.slice(0, dot)
  if (!Object.hasOwn(value, head)) return undefined
  return property((value as Record<string, unknown>)[head], column.slice(dot + 1))
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value with its objects' keys in order; its depth is bounded before it gets here. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

/** Whether a value nests deeper than `limits.jsonDepth`. */
export function tooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth >= limits.jsonDepth) return true
  for (const inner of Object.values(value)) if (tooDeep(inner, depth + 1)) return true
  return false
}
