// The patch that makes one JSON document of another, guarded so that it changes what it meant to even where places moved.
import type { Json } from '@equalizer/core'
import { type Operation, pointerOf, same } from './patch.ts'

type Path = readonly (string | number)[]
type Fields = { readonly [key: string]: Json }

/** `applyPatch(before, difference(before, after))` is `after`, but for the order of fields. */
export function difference(before: Json, after: Json, path: Path = []): Operation[] {
  if (same(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path)
  if (isFields(before) && isFields(after)) return ofFields(before, after, path)
  return [{ op: 'replace', path: pointerOf(path), value: after }]
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function ofFields(before: Fields, after: Fields, path: Path): Operation[] {
  const gone = Object.keys(before).filter(key => !Object.hasOwn(after, key))
  return [
    ...gone.map(key => ({ op: 'remove' as const, path: pointerOf([...path, key]) })),
    ...Object.entries(after).flatMap(([key, value]) => {
      const at = [...path, key]
      return Object.hasOwn(before, key)
        ? difference(before[key] as Json, value, at)
        : [{ op: 'add' as const, path: pointerOf(at), value }]
    }),
  ]
}

/** What both have in front and behind stays; what is between goes out and comes in, or changes where it is the same thing. */
function ofLists(before: readonly Json[], after: readonly Json[], path: Path): Operation[] {
  const least = Math.min(before.length, after.length)
  let front = 0
  while (front < least && same(before[front] as Json, after[front] as Json)) front += 1
  let behind = 0
  while (behind < least - front && same(before.at(-1 - behind) as Json, after.at(-1 - behind) as Json))
    behind += 1
  const out = before.slice(front, before.length - behind)
  const into = after.slice(front, after.length - behind)
  if (
    out.length === into.length &&
    out.every((one, i) => idOf(one) !== null && idOf(one) === idOf(into[i]))
  ) {
    return out.flatMap((one, i) => {
      const at = [...path, front + i]
      const inner = difference(one, into[i] as Json, at)
      return inner.length > 0 ? [...guard(one, at), ...inner] : []
    })
  }
  const from = out.map((_, i) => out.length - 1 - i)
  return [
    ...from.flatMap(i => {
      const at = [...path, front + i]
      return [...guard(out[i] as Json, at), { op: 'remove' as const, path: pointerOf(at) }]
    }),
    ...into.map((value, i) => ({ op: 'add' as const, path: pointerOf([...path, front + i]), value })),
  ]
}

function idOf(value: Json | undefined): string | null {
  if (value === undefined || !isFields(value) || !Object.hasOwn(value, 'id')) return null
  return typeof value.id === 'string' ? value.id : null
}

/** Places in a list move when others change it; what has an id is told by it, all else by what it says. */
function guard(value: Json, at: Path): Operation[] {
  const id = idOf(value)
  if (id !== null) return [{ op: 'test', path: pointerOf([...at, 'id']), value: id }]
  return [{ op: 'test', path: pointerOf(at), value }]
}
