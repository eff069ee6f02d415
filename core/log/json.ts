// What goes into an entry is plain JSON that fits; where it is not, either the sender is told or an invariant is broken.
import { limits } from '../limits.ts'
import type { Refusal } from '../refusal.ts'
import { canonical } from './canonical.ts'
import type { Draft, JsonObject, LogEvent } from './entry.ts'

/** An interface of ours that only holds JSON, as the JSON that it is. */
export function asJson(value: object): JsonObject {
  return value as JsonObject
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(canonical(value)).length

/** Room for an entry's own place, time and sender beside what it holds. */
const frameBytes = 200

/**
 * Why a draft is no entry: `entry.too_large`. A value that JSON cannot say, such as NaN or a bigint, throws: commands are parsed
 * at the door, and what a capability makes of them is the capability's fault.
 */
export function draftProblem(draft: Draft): Refusal | null {
  return tooLarge(bytesOf(draft) + frameBytes, limits.entryBytes)
}

/** What carrying out an act adds leaves room in the entry for the decision that it ends. */
export function executionProblem(events: readonly LogEvent[]): Refusal | null {
  return tooLarge(bytesOf(events), limits.executionBytes)
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
