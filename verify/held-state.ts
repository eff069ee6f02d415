// The server's own word on what its log comes to, `state`: held against the replayed streams at the length that it names.
import { utf8Text } from '@equalizer/tlog'
import { firstDifference } from './difference.ts'
import { limits } from './limits.ts'
import type { StreamStates } from './replay/stream-states.ts'
import { found } from './report.ts'
import type { Reader } from './source.ts'

const path = 'state'
const newline = 10

export interface HeldState {
  /** Entries that it is of. */
  readonly size: number
  /** A line for each stream, canonical JSON, without its end. */
  readonly lines: () => Generator<Uint8Array>
}

/** Null: there is none. Code: `state.malformed`. */
export async function readState(reader: Reader): Promise<HeldState | null> {
  const bytes = await reader.maybe(path, limits.stateBytes)
  if (bytes === null) return null
  const end = bytes.indexOf(newline)
  const head = utf8Text(bytes.subarray(0, end === -1 ? 0 : end))
  const size = /^\{"size":(0|[1-9]\d{0,15})\}$/.exec(head.ok ? head.value : '')?.[1]
  if (size === undefined || !Number.isSafeInteger(Number(size))) malformed('the first line is no size')
  return { size: Number(size), lines: () => linesIn(bytes, end + 1) }
}

function* linesIn(bytes: Uint8Array, from: number): Generator<Uint8Array> {
  for (let at = from; at < bytes.length; ) {
    const end = bytes.indexOf(newline, at)
    if (end === -1) malformed('the last line has no end')
    yield bytes.subarray(at, end)
    at = end + 1
  }
}

/**
 * Answers how many streams agree. Codes: `state.wrong` (stream, where, expected, found), `state.missing`, `state.unknown` (stream),
 * `state.malformed`: the first stream that differs, in the order of their names.
 */
export function checkState(held: HeldState, states: StreamStates): number {
  const names = states.names()
  let at = 0
  for (const bytes of held.lines()) {
    const decoded = utf8Text(bytes)
    const line = decoded.ok ? decoded.value : malformed('it is no UTF-8')
    const stream = streamIn(line)
    const expected = names[at]
    if (expected === undefined || stream < expected) {
      found('state.unknown', 'The server knows of a stream that the log does not', { stream }, { path })
    }
    if (stream > expected) missing(expected)
    if (!states.agrees(stream, line)) differs(stream, line, states)
    at += 1
  }
  const left = names[at]
  if (left !== undefined) missing(left)
  return names.length
}

/** `stream` comes last in a line, and in a text no quotation mark stands as it is. */
function streamIn(line: string): string {
  const tail = line.lastIndexOf(',"stream":')
  const name = tail === -1 ? null : textOf(line.slice(tail + ',"stream":'.length, -1))
  return name === null || !line.startsWith('{"state":') || !line.endsWith('}')
    ? malformed('a line names no stream')
    : name
}

function textOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

function differs(stream: string, line: string, states: StreamStates): never {
  const expected = states.line(stream)
  const difference = expected === null ? null : firstDifference(JSON.parse(expected), parsed(line))
  const facts = {
    stream,
    ...(difference ?? { where: '', expected: '', found: line.slice(0, limits.shownChars) }),
  }
  found('state.wrong', 'The log does not come to what the server says it comes to', facts, { path })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return malformed('a line is no JSON')
  }
}

function missing(stream: string): never {
  found('state.missing', 'The server says nothing of a stream that the log comes to', { stream }, { path })
}

function malformed(why: string): never {
  found(
    'state.malformed',
    'What the server says its log comes to is not written as it should be',
    { why },
    { path },
  )
}
