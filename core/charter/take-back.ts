// Takes one change of a charter back, and nothing else: whatever it touched goes back where nobody touched it since.
import { accepted, type Result, refused } from '../refusal.ts'
import type { Charter } from './charter.ts'

type Value = unknown
type Fields = Readonly<Record<string, Value>>

/** Something that the change touched was changed again since; `path` says what. */
class Superseded extends Error {
  readonly path: string
  constructor(path: string) {
    super(path)
    this.path = path
  }
}

/**
 * Three versions in, one out: `before` and `after` the change, and the charter `now`. People, units, surfaces, groups and
 * sources are told by their ids, evidence lines, bots, handles and apart groups by what they say. Code:
 * `change.superseded` (facts: path), where a later change touched the same.
 */
export function takeBack(before: Charter, after: Charter, now: Charter): Result<Charter> {
  try {
    return accepted(fields(before, after, now, '') as Charter)
  } catch (error) {
    if (!(error instanceof Superseded)) throw error
    const reason = `${error.path} was changed again since, so that taking this back would undo the later change too`
    return refused('change.superseded', reason, { path: error.path })
  }
}

/** Undefined is as good as absent. */
function same(a: Value, b: Value): boolean {
  if (a === b) return true
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isFields(a) || !isFields(b)) return false
  for (const key in a) if (!same(a[key], b[key])) return false
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false
  return true
}

/** JSON with sorted keys; undefined is as good as absent. */
function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'absent'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** The whole value: as it was before, where it is still as the change left it. */
function whole(before: Value, after: Value, now: Value, path: string): Value {
  if (same(before, after) || same(before, now)) return now
  if (!same(after, now)) throw new Superseded(path)
  return before
}

function value(before: Value, after: Value, now: Value, path: string): Value {
  if (same(before, after)) return now
  if (isList(before) && isList(after) && isList(now)) return list(before, after, now, path)
  if (isFields(before) && isFields(after) && isFields(now)) return fields(before, after, now, path)
  return whole(before, after, now, path)
}

const isList = (one: Value): one is readonly Value[] => Array.isArray(one)
const isFields = (one: Value): one is Fields => one !== null && typeof one === 'object' && !Array.isArray(one)

function fields(before: Fields, after: Fields, now: Fields, path: string): Fields {
  const result: Record<string, Value> = {}
  // Keys keep the order of now; those that come back stand at the end.
  for (const key of new Set([...Object.keys(now), ...Object.keys(before)])) {
    const back = value(before[key], after[key], now[key], path === '' ? key : `${path}.${key}`)
    if (back !== undefined) result[key] = back
  }
  return result
}

/** What tells two items of a list: an id where they have one, else all that they say. */
function keyOf(item: Value): string {
  return isFields(item) && typeof item.id === 'string' ? item.id : canonical(item)
}

function byKey(items: readonly Value[]): Map<string, Value> {
  return new Map(items.map(item => [keyOf(item), item]))
}

function list(
  before: readonly Value[],
  after: readonly Value[],
  now: readonly Value[],
  path: string,
): Value[] {
  const [was, became, is] = [byKey(before), byKey(after), byKey(now)]
  const result = new Map<string, Value>()
  for (const [key, item] of is) {
    const at = `${path}[${key}]`
    if (!became.has(key)) {
      // Added since; or removed by the change and added again in another way.
      if (was.has(key) && !same(was.get(key), item)) throw new Superseded(at)
      result.set(key, item)
    } else if (was.has(key)) result.set(key, value(was.get(key), became.get(key), item, at))
    else if (!same(became.get(key), item)) throw new Superseded(at)
  }
  for (const [key, item] of became) {
    // What the change touched is gone since.
    if (!is.has(key) && !(was.has(key) && same(was.get(key), item))) throw new Superseded(`${path}[${key}]`)
  }
  const order = [...result.keys()]
  before.forEach((item, place) => {
    const key = keyOf(item)
    if (became.has(key) || result.has(key)) return
    result.set(key, item)
    order.splice(Math.min(place, order.length), 0, key)
  })
  return reordered(before, after, order, path).map(key => result.get(key))
}

/** Where the change put things into another order, they go back into the one before. */
function reordered(
  before: readonly Value[],
  after: readonly Value[],
  order: string[],
  path: string,
): string[] {
  const present = new Set(order)
  const kept = new Set(after.map(keyOf))
  const common = before.map(keyOf).filter(key => kept.has(key) && present.has(key))
  const shared = new Set(common)
  const left = after.map(keyOf).filter(key => shared.has(key))
  if (same(common, left)) return order
  const now = order.filter(key => shared.has(key))
  if (same(now, common)) return order
  if (!same(now, left)) throw new Superseded(`${path} (order)`)
  const next = common.values()
  return order.map(key => (shared.has(key) ? (next.next().value as string) : key))
}
