// Splits CSV text (RFC 4180, and what spreadsheets really write) into records, in bounded memory, however it is cut.
import { limits, type Refusal } from '@equalizer/core'

export interface CsvRecord {
  /** The line on which the record starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvSplitter {
  /** The records that are complete with this piece of text; a broken one goes to `refuse`. */
  push(text: string): CsvRecord[]
  /** The record that the end of the file completes. */
  end(): CsvRecord[]
}

/** A record longer than this is looked at again only when it has doubled. */
const patienceChars = 128 * 1024

/**
 * Written here because the parsers of the registry bound a record's characters and not its columns (a line of ten
 * million commas becomes ten million strings), stop at the first broken record, and take four times as long; csv-parse
 * is the oracle in the tests. Line ends are LF, CRLF, or CR where the first piece has no LF.
 */
export function createCsvSplitter(
  delimiter: string,
  refuse: (line: number, refusal: Refusal) => void,
): CsvSplitter {
  let rest = ''
  /** Pieces that wait until a long record has doubled, so that reading it again and again stays linear. */
  let waiting: string[] = []
  let waitingChars = 0
  let line = 1
  let newline: '\n' | '\r' | null = null
  /** Inside a line that is too long: everything up to its end is thrown away. */
  let skipping = false

  function split(text: string, last: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    if (!last && rest.length > patienceChars && waitingChars + text.length < rest.length) {
      waiting.push(text)
      waitingChars += text.length
      return records
    }
    const buffer = rest === '' ? text : rest + waiting.join('') + text
    waiting = []
    waitingChars = 0
    newline ??= newlineOf(buffer, last)
    if (newline === null) {
      rest = buffer
      return records
    }
    let at = 0
    if (skipping) {
      const end = buffer.indexOf(newline)
      at = end < 0 ? buffer.length : end + 1
      skipping = end < 0
      if (end >= 0) line += 1
    }
    let quote = buffer.indexOf('"', at)
    while (at < buffer.length) {
      const end = lineEnd(buffer, at, newline, last)
      if (end === null) break
      if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at)
      if (quote < 0 || quote >= end) {
        addPlain(records, buffer, at, end)
        at = end + 1
        line += 1
        continue
      }
      const read = readQuoted(buffer, at, last)
      if (read === null) break
      if (read.cells !== null) records.push({ line, cells: read.cells })
      else refuse(line, read.refusal)
      for (let n = buffer.indexOf(newline, at); n >= 0 && n < read.end; n = buffer.indexOf(newline, n + 1))
        line += 1
      at = read.end
    }
    rest = buffer.slice(at)
    if (rest.length > limits.recordBytes) dropRest()
    return records
  }

  function addPlain(records: CsvRecord[], buffer: string, from: number, end: number): void {
    const to = newline === '\n' && end > from && buffer.charCodeAt(end - 1) === 13 ? end - 1 : end
    if (to === from) return // an empty line is no row
    const cells = buffer.slice(from, to).split(delimiter, limits.columns + 1)
    if (to - from > limits.recordBytes) refuse(line, tooLong)
    else if (cells.length > limits.columns) refuse(line, tooManyColumns)
    else records.push({ line, cells })
  }

  /** A record with a quote in its first line; null: the text ends before the record does. */
  function readQuoted(buffer: string, from: number, last: boolean): QuotedRecord | null {
    const cells: string[] = []
    let at = from
    while (true) {
      if (cells.length === limits.columns) return skipLine(buffer, at, last, tooManyColumns)
      if (buffer.charCodeAt(at) !== 34) {
        const end = lineEnd(buffer, at, newline ?? '\n', last)
        if (end === null) return null
        // Within the line only: a file of one column would be searched to its end for every row.
        const length = buffer.slice(at, end).indexOf(delimiter)
        if (length >= 0) {
          cells.push(buffer.slice(at, at + length))
          at += length + 1
          continue
        }
        const to = newline === '\n' && end > at && buffer.charCodeAt(end - 1) === 13 ? end - 1 : end
        cells.push(buffer.slice(at, to))
        return { cells, end: Math.min(end + 1, buffer.length) }
      }
      const close = closingQuote(buffer, at + 1, last)
      if (close === null) return last ? skipRest(buffer) : null
      const inner = buffer.slice(at + 1, close)
      cells.push(inner.includes('"') ? inner.replaceAll('""', '"') : inner)
      let after = close + 1
      if (after >= buffer.length) return last ? { cells, end: buffer.length } : null
      if (buffer[after] === delimiter) {
        at = after + 1
        continue
      }
      if (newline === '\n' && buffer.charCodeAt(after) === 13) {
        after += 1
        if (after >= buffer.length) return last ? { cells, end: buffer.length } : null
      }
      if (buffer[after] === newline) return { cells, end: after + 1 }
      return skipLine(buffer, after, last, textAfterQuote)
    }
  }

  function skipLine(buffer: string, from: number, last: boolean, refusal: Refusal): QuotedRecord | null {
    const end = lineEnd(buffer, from, newline ?? '\n', last)
    return end === null ? null : { cells: null, refusal, end: Math.min(end + 1, buffer.length) }
  }

  /** What is held back has outgrown a record: refuse it, keep nothing of it, go on at the next line. */
  function dropRest(): void {
    const held = rest
    rest = ''
    refuse(line, held.includes('"') ? openQuote : tooLong)
    for (let n = held.indexOf(newline ?? '\n'); n >= 0; n = held.indexOf(newline ?? '\n', n + 1)) line += 1
    skipping = true
  }

  return {
    push: text => split(text, false),
    end: () => (rest === '' ? [] : split('', true)),
  }
}

type QuotedRecord =
  | { readonly cells: readonly string[]; readonly end: number }
  | { readonly cells: null; readonly refusal: Refusal; readonly end: number }

/** null: the text does not show it yet. */
function newlineOf(buffer: string, last: boolean): '\n' | '\r' | null {
  if (buffer.includes('\n')) return '\n'
  const at = buffer.indexOf('\r')
  if (at >= 0 && (last || at < buffer.length - 1)) return '\r'
  return last || buffer.length > limits.recordBytes ? '\n' : null
}

function lineEnd(buffer: string, from: number, newline: string, last: boolean): number | null {
  const end = buffer.indexOf(newline, from)
  if (end >= 0) return end
  return last ? buffer.length : null
}

/** A quote that is not doubled; null: none yet. A quote at the very end may be half of a doubled one. */
function closingQuote(buffer: string, from: number, last: boolean): number | null {
  for (let at = buffer.indexOf('"', from); at >= 0; at = buffer.indexOf('"', at + 2)) {
    if (at + 1 === buffer.length) return last ? at : null
    if (buffer.charCodeAt(at + 1) !== 34) return at
  }
  return null
}

function skipRest(buffer: string): QuotedRecord {
  return { cells: null, refusal: openQuote, end: buffer.length }
}

const tooLong: Refusal = {
  code: 'evidence.record_too_long',
  reason: `A record is longer than ${limits.recordBytes} characters`,
  facts: { limit: limits.recordBytes },
}
const tooManyColumns: Refusal = {
  code: 'evidence.too_many_columns',
  reason: `A record has more than ${limits.columns} columns`,
  facts: { limit: limits.columns },
}
const openQuote: Refusal = {
  code: 'evidence.unclosed_quote',
  reason: 'A quoted cell opens here and is not closed',
  facts: {},
}
const textAfterQuote: Refusal = {
  code: 'evidence.bad_quote',
  reason: 'There is text between a closing quote and the next column',
  facts: {},
}
