// The fields of an act that a sentence can be made of: short texts whole, long ones cut, lists by how many they have.
import type { Json, JsonObject, Payload } from '@equalizer/core'

const charsAtMost = 300
const fieldsAtMost = 40

function short(value: Json, depth: number): Json | undefined {
  if (typeof value === 'string') return value.length > charsAtMost ? `${cut(value)}…` : value
  if (Array.isArray(value)) return value.length
  if (value === null || typeof value !== 'object') return value
  return depth === 0 ? undefined : parts(value as JsonObject, depth - 1)
}

/** Never through a pair of surrogates. */
const cut = (text: string): string => text.slice(0, charsAtMost).replace(/[\ud800-\udbff]$/, '')

function parts(value: JsonObject, depth: number): JsonObject {
  const fields = Object.entries(value).slice(0, fieldsAtMost)
  const told = fields.flatMap(([name, field]) => {
    const said = short(field as Json, depth)
    return said === undefined ? [] : [[name, said] as const]
  })
  return Object.fromEntries(told)
}

/** `to: {kind, name}` stays; what lies deeper is left out. */
export const shortOf = (payload: Payload): JsonObject => parts(payload as JsonObject, 1)
