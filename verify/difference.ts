// Where two JSON values first differ, short enough to be read.
import { canonical } from '@equalizer/core'
import { limits } from './limits.ts'

export interface Difference {
  /** `events[2].data.result.passed`; empty: the whole. */
  readonly where: string
  readonly expected: string
  readonly found: string
}

/** Null: they are the same JSON. */
export function firstDifference(expected: unknown, found: unknown, where = ''): Difference | null {
  if (Object.is(expected, found)) return null
  if (Array.isArray(expected) && Array.isArray(found)) return ofLists(expected, found, where)
  if (isFields(expected) && isFields(found)) {
    for (const key of [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()) {
      const inner = firstDifference(
        own(expected, key),
        own(found, key),
        where === '' ? key : `${where}.${key}`,
      )
      if (inner) return inner
    }
    return null
  }
  const [a, b] = [shown(expected), shown(found)]
  return a === b ? null : { where, expected: a, found: b }
}

function ofLists(expected: readonly unknown[], found: readonly unknown[], where: string): Difference | null {
  for (let i = 0; i < Math.max(expected.length, found.length); i += 1) {
    const inner = firstDifference(expected[i], found[i], `${where}[${i}]`)
    if (inner) return inner
  }
  return null
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined)

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : written(value)
  return text.length <= limits.shownChars ? text : `${text.slice(0, limits.shownChars)}…`
}

/** What was found may be what canonical JSON cannot say: half a character, a number without end, values nested too deep. */
function written(value: unknown): string {
  try {
    return canonical(value)
  } catch {
    return 'no canonical JSON'
  }
}
