// One entry as bytes: strict UTF-8, JSON, the frame that every entry has, its place and its time.
import {
  accepted,
  canonical,
  limits as coreLimits,
  type Entry,
  personId,
  type Refusal,
  type Result,
  refused,
} from '@equalizer/core'
import { limits } from './limits.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export interface EntryText {
  readonly entry: Entry
  readonly text: string
}

/** Codes: `entry.not_utf8`, `entry.not_json`, `entry.too_large`, `entry.malformed`. Never throws. */
export function readEntry(bytes: Uint8Array): Result<EntryText> {
  if (bytes.length > coreLimits.entryBytes) {
    return refused('entry.too_large', 'The entry is larger than an entry may be', { bytes: bytes.length })
  }
  let text: string
  try {
    text = strict.decode(bytes)
  } catch {
    return refused('entry.not_utf8', 'The entry is no UTF-8')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('entry.not_json', 'The entry is no JSON')
  }
  const problem = frameProblem(value)
  return problem ? { ok: false, refusal: problem } : accepted({ entry: value as Entry, text })
}

/** Code `entry.not_canonical`: the same value is written in another way than RFC 8785 has it. */
export function canonicalProblem({ entry, text }: EntryText): Refusal | null {
  let expected: string
  try {
    expected = canonical(entry)
  } catch {
    return no('entry.not_canonical', 'The entry has no canonical form', {})
  }
  if (expected === text) return null
  const at = [...expected].findIndex((character, i) => character !== text[i])
  return no('entry.not_canonical', 'The entry is not written in canonical JSON (RFC 8785)', { at })
}

/** Codes: `entry.wrong_seq`, `entry.time_goes_back`, `entry.in_the_future`. */
export function placeProblem(
  { seq, atMs }: Pick<Entry, 'seq' | 'atMs'>,
  { place, afterMs, untilMs }: { readonly place: number; readonly afterMs: number; readonly untilMs: number },
): Refusal | null {
  if (seq !== place)
    return no('entry.wrong_seq', 'The entry says it stands in another place', { expected: place, found: seq })
  if (atMs < afterMs) {
    return no('entry.time_goes_back', 'The entry is older than the one before it', {
      before: afterMs,
      found: atMs,
    })
  }
  if (atMs > untilMs + limits.futureMs) {
    return no('entry.in_the_future', 'The entry is from the future', {
      latest: untilMs + limits.futureMs,
      found: atMs,
    })
  }
  return null
}

function frameProblem(value: unknown): Refusal | null {
  const bad = (field: string) => no('entry.malformed', 'The entry is not built as an entry is', { field })
  if (!isFields(value)) return bad('')
  const extra = Object.keys(value).find(key => !fields.has(key))
  if (extra !== undefined) return bad(extra)
  const { atMs, by, command, events, seq } = value
  if (!isWhole(seq)) return bad('seq')
  if (!isWhole(atMs)) return bad('atMs')
  if (by !== null && !personId.safeParse(by).success) return bad('by')
  if (!isFields(command) || typeof command.kind !== 'string') return bad('command')
  if (!Array.isArray(events)) return bad('events')
  const wrong = events.findIndex(event => !isEvent(event))
  return wrong === -1 ? null : bad(`events[${wrong}]`)
}

const fields: ReadonlySet<string> = new Set(['atMs', 'by', 'command', 'events', 'seq'])

function isEvent(value: unknown): boolean {
  if (!isFields(value) || Object.keys(value).length !== 3) return false
  return typeof value.stream === 'string' && typeof value.type === 'string' && isFields(value.data)
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const no = (code: string, reason: string, facts: Refusal['facts']): Refusal => ({ code, reason, facts })
