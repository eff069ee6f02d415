// What goes into an entry is plain JSON that fits; where it is not, either the sender is told or an invariant is broken.
import { limits } from '../limits.ts'
import type { Refusal } from '../refusal.ts'
import { canonical } from './canonical.ts'
import type { Draft, JsonObject, LogEvent } from './entry.ts'

/** An interface of ours that only holds JSON, as the JSON that it is. */
export function asJson(value: object): JsonObject {
  return value as JsonObject
}

/** Whether this many bytes are surely enough is seen without writing the text; where it is not, the text is counted. */
function bytesOf(value: unknown, atMost: number): number {
  const bound = boundOf(value)
  return bound <= atMost ? bound : new TextEncoder().encode(canonical(value)).length
}

/** At least as many bytes as its canonical JSON has; infinite for what has none, so that writing it out says why. */
function boundOf(value: unknown): number {
  // A character is written in six bytes at most: \u0000.
  if (typeof value === 'string') return value.isWellFormed() ? 6 * value.length + 2 : Infinity
  // -2.2250738585072014e-308
  if (typeof value === 'number') return Number.isFinite(value) ? 25 : Infinity
  if (value === null || typeof value === 'boolean') return 5
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + boundOf(one) + 1, 2)
  if (typeof value !== 'object') return Infinity
  let sum = 2
  for (const key of Object.keys(value)) {
    const one = (value as Readonly<Record<string, unknown>>)[key]
    if (one !== undefined) sum += boundOf(key) + boundOf(one) + 2
  }
  return sum
}

/** Room for an entry's own place, time and sender beside what it holds. */
const frameBytes = 200

/**
 * Why a draft is no entry: `entry.too_large`. A value that JSON cannot say, such as NaN or a bigint, throws: commands are parsed
 * at the door, and what a capability makes of them is the capability's fault.
 */
export function draftProblem(draft: Draft): Refusal | null {
  return tooLarge(bytesOf(draft, limits.entryBytes - frameBytes) + frameBytes, limits.entryBytes)
}

/** What carrying out an act adds leaves room in the entry for the decision that it ends. */
export function executionProblem(events: readonly LogEvent[]): Refusal | null {
  return tooLarge(bytesOf(events, limits.executionBytes), limits.executionBytes)
}

function tooLarge(bytes: number, atMost: number): Refusal | null {
  if (bytes <= atMost) return null
  const reason = 'That is more than one entry of the log can hold'
  return { code: 'entry.too_large', reason, facts: { bytes, atMost } }
}

/** Whether every text in a JSON value is well-formed; halves of a character have no canonical form. */
export function isUnicode(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, one]) => key.isWellFormed() && isUnicode(one))
}
