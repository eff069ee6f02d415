// Reads a JSONL source (one JSON value a line) as batches of rows, with the ledger kept.
import { accepted, limits, type Refusal, type Result, refused } from '@equalizer/core'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { exactNumber } from './exact-number.ts'
import { JsonRow, tooDeep } from './json-row.ts'
import { damagedText, isDamaged, readText } from './text.ts'

/**
 * Yields batches of rows; broken lines (no JSON, too long, too deep, wrong bytes) go to the ledger. A number of more
 * than 15 digits stays text, so that no digit is lost. Counts each row as read; the caller says what becomes of it.
 */
export async function* readJsonl(context: ReadContext): AsyncGenerator<readonly JsonRow[]> {
  const file = context.source.path
  let rest = ''
  let line = 1
  let rows = 0
  let skipping = false

  function add(rowsOut: JsonRow[], text: string): void {
    const trimmed = text.trim()
    if (trimmed !== '') {
      context.ledger.read()
      const value = parseLine(context, trimmed)
      if (value.ok) rowsOut.push(new JsonRow(value.value, { file, line, keys: [], path: null }))
      else context.ledger.refuse({ file, line, column: null }, value.refusal)
      rows += 1
    }
    line += 1
  }

  for await (const text of readText(context)) {
    const batch: JsonRow[] = []
    const buffer = rest + text
    let at = 0
    for (let end = buffer.indexOf('\n'); end >= 0; end = buffer.indexOf('\n', at)) {
      if (skipping) line += 1
      else add(batch, buffer.slice(at, end))
      skipping = false
      at = end + 1
    }
    rest = skipping ? '' : buffer.slice(at)
    if (rest.length > limits.recordBytes) {
      context.ledger.read()
      context.ledger.refuse({ file, line, column: null }, tooLong)
      rest = ''
      skipping = true
    }
    if (rows > limits.records) throw new SourceRefused(tooMany)
    if (batch.length > 0) yield batch
  }
  const batch: JsonRow[] = []
  add(batch, rest)
  if (batch.length > 0) yield batch
}

function parseLine(context: ReadContext, text: string): Result<unknown> {
  if (text.length > limits.recordBytes) return { ok: false, refusal: tooLong }
  if (isDamaged(text)) return { ok: false, refusal: damagedText(context) }
  let value: unknown
  try {
    value = parseExact(text)
  } catch {
    return refused('evidence.bad_json', 'The line is not JSON', { what: 'line' })
  }
  return tooDeep(value)
    ? refused('evidence.json_too_deep', `The line nests deeper than ${limits.jsonDepth}`, {
        what: 'line',
        limit: limits.jsonDepth,
      })
    : accepted(value)
}

/** `JSON.parse` with source text access (ECMA-262 proposal, in Node 24), which the type library does not know yet. */
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown

/** Like `JSON.parse`; a number of more digits than a double keeps stays its text. */
export function parseExact(text: string): unknown {
  // The reviver is slow, and few lines hold a number so long.
  if (!/\d[\d.]{15}/.test(text)) return JSON.parse(text)
  return parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? exactNumber(source) : value,
  )
}

const tooLong: Refusal = {
  code: 'evidence.record_too_long',
  reason: `A line is longer than ${limits.recordBytes} characters`,
  facts: { limit: limits.recordBytes },
}
const tooMany: Refusal = {
  code: 'evidence.too_many_records',
  reason: `The file has more than ${limits.records} records`,
  facts: { limit: limits.records },
}
