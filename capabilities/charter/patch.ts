// JSON Patch (RFC 6902): add, remove, replace and test, by JSON Pointer (RFC 6901); applied as a whole or not at all.
import { accepted, type Json, limits, type Result, refused } from '@equalizer/core'
import { z } from 'zod'

const path = z
  .string()
  .max(limits.textChars)
  .regex(/^(\/([^~/]|~[01])*)+$/, 'a JSON Pointer, such as /units/0/name')
  .describe('Where: /units/0/name')
const value = z.json().describe('What is to stand there')

export const operationSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), path, value }),
  z.strictObject({ op: z.literal('remove'), path }),
  z.strictObject({ op: z.literal('replace'), path, value }),
  z
    .strictObject({ op: z.literal('test'), path, value })
    .describe('Refuses the whole where something else stands'),
])
export type Operation = z.infer<typeof operationSchema>
export type Patch = readonly Operation[]

/** The keys and places on the way: `/units/0` → units, 0. */
export function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

export function pointerOf(tokens: readonly (string | number)[]): string {
  return tokens.map(token => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Answers a new document and leaves the given one as it is. Code: `charter.patch_failed` (facts: operation, path). */
export function applyPatch(document: Json, patch: Patch): Result<Json> {
  let at = document
  for (const [number, operation] of patch.entries()) {
    const next = at === undefined ? null : applied(at, operation, tokensOf(operation.path))
    if (next === null) {
      const reason = `The charter is not as this change takes it to be: ${operation.op} ${operation.path}`
      return refused('charter.patch_failed', reason, { operation: number, path: operation.path })
    }
    at = next.value
  }
  return accepted(at)
}

interface Next {
  readonly value: Json
}

/** null: there is no such place, or something else stands there. */
function applied(within: Json, operation: Operation, [token, ...rest]: readonly string[]): Next | null {
  if (token === undefined)
    return operation.op === 'test' && same(within, operation.value) ? { value: within } : null
  if (Array.isArray(within)) return inList(within, operation, token, rest)
  if (typeof within !== 'object' || within === null) return null
  return inFields(within, operation, token, rest)
}

function inList(
  list: readonly Json[],
  operation: Operation,
  token: string,
  rest: readonly string[],
): Next | null {
  const adding = rest.length === 0 && operation.op === 'add'
  const place = token === '-' && adding ? list.length : /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : -1
  if (place < 0 || place > list.length - (adding ? 0 : 1)) return null
  const value = [...list]
  if (adding) value.splice(place, 0, operation.value)
  else if (rest.length === 0 && operation.op === 'remove') value.splice(place, 1)
  else {
    const inner = there(list[place] as Json, operation, rest)
    if (inner === null) return null
    value[place] = inner.value
  }
  return { value }
}

type Fields = { readonly [key: string]: Json }

function inFields(fields: Fields, operation: Operation, token: string, rest: readonly string[]): Next | null {
  const last = rest.length === 0
  // Pairs, so that a key such as __proto__ is a key and nothing else.
  const others = Object.entries(fields).filter(([key]) => key !== token)
  if (last && operation.op === 'add' && !Object.hasOwn(fields, token)) {
    return { value: Object.fromEntries([...others, [token, operation.value]]) }
  }
  if (!Object.hasOwn(fields, token)) return null
  if (last && operation.op === 'remove') return { value: Object.fromEntries(others) }
  const inner = there(fields[token] as Json, operation, rest)
  if (inner === null) return null
  const pairs = Object.entries(fields).map(([key, one]) => [key, key === token ? inner.value : one] as const)
  return { value: Object.fromEntries(pairs) }
}

/** At the place itself, or further in. */
function there(value: Json, operation: Operation, rest: readonly string[]): Next | null {
  if (rest.length > 0 || operation.op === 'test') return applied(value, operation, rest)
  return operation.op === 'remove' ? null : { value: operation.value }
}

/** As RFC 6902 section 4.6 compares: fields in any order. */
export function same(a: Json, b: Json): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, i) => same(one, b[i] as Json))
  }
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(key => Object.hasOwn(b, key) && same(a[key] as Json, b[key] as Json))
}
