// What no part of the server takes, wherever it stands: characters that no database stores, and nesting without end.
import { accepted, limits, type Result, refused } from '@equalizer/core'

/** Where in the value something is wrong, dotted; null: nowhere. */
function badPlace(value: unknown, place: string, depth: number): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? place : null
  if (value === null || typeof value !== 'object') return null
  if (depth >= limits.jsonDepth) return place
  for (const [name, inner] of Object.entries(value)) {
    const bad = badPlace(name, place, depth) ?? badPlace(inner, `${place}.${name}`, depth + 1)
    if (bad !== null) return bad
  }
  return null
}

/**
 * Refuses U+0000, halves of surrogate pairs, and more than `limits.jsonDepth` levels. Codes: `request.invalid`.
 */
export function plain<T>(place: string, value: T): Result<T> {
  const bad = badPlace(value, place, 0)
  if (bad === null) return accepted(value)
  const field = bad.replaceAll('\0', '').toWellFormed().slice(0, 200)
  return refused('request.invalid', 'A text in it cannot be stored, or it is nested too deeply.', { field })
}
