// Looks at a file's beginning to tell what it is: the columns of a CSV, the properties of a JSON document's first record.
import { limits } from '@equalizer/core'
import { Tokenizer, TokenType } from '@streamparser/json'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { guessDelimiter } from './csv.ts'
import { createCsvSplitter } from './csv-records.ts'
import { createLedger } from './ledger.ts'
import { formatOf, type PlainFormat } from './rows.ts'
import { readText } from './text.ts'

export interface Peek {
  readonly format: PlainFormat
  /** A CSV's header; the property names of the first record of a JSON document. */
  readonly columns: readonly string[]
  /** A CSV's first rows, the header's among them. */
  readonly cells: readonly (readonly string[])[]
  /** The first JSON record as far as it was seen. */
  readonly record: unknown
  /** Where the records of a JSON document stand: `$.*`, `$.data.votes.*`; null for other formats. */
  readonly records: string | null
  /** Names of a JSON document's top level. */
  readonly names: readonly string[]
}

/** Throws `SourceRefused` as reading would. The file's first 64 Ki characters are looked at, in one chunk of reading. */
export async function peek(context: ReadContext): Promise<Peek> {
  const text = await beginning(context)
  const start = text.trimStart()
  const named = formatOf(context.path)
  // The name may say nothing (`votes.txt`) or the wrong thing.
  const format = named === 'csv' && /^[[{]/.test(start) ? (severalLines(start) ? 'jsonl' : 'json') : named
  if (format === 'csv') {
    const splitter = createCsvSplitter(guessDelimiter(text), () => {})
    const cells = [...splitter.push(text), ...splitter.end()].slice(0, 20).map(record => record.cells)
    const columns = (cells[0] ?? []).map(cell => cell.trim())
    return { format, columns, cells, record: null, records: null, names: [] }
  }
  const seen = partial(format === 'jsonl' ? firstLine(start) : start)
  const { record, records } = format === 'jsonl' ? { record: seen, records: null } : firstRecord(seen)
  return { format, columns: keysOf(record), cells: [], record, records, names: keysOf(seen) }
}

async function beginning(context: ReadContext): Promise<string> {
  let text = ''
  for await (const piece of readText({ ...context, ledger: createLedger() })) {
    text += piece
    if (text.length >= limits.peekChars) break
  }
  return text.slice(0, limits.peekChars)
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

/** Whether the first line is a JSON value of its own and another follows. */
function severalLines(text: string): boolean {
  const line = firstLine(text)
  if (line.length === text.length || !/^\s*[[{]/.test(text.slice(line.length))) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** The first array of objects in the document's first three levels, or else the first of its values that is an object. */
function firstRecord(document: unknown): { record: unknown; records: string } {
  const open: (readonly [path: string, value: unknown])[] = [['$', document]]
  for (const [path, value] of open) {
    if (Array.isArray(value)) return { record: value[0], records: `${path}.*` }
    if (path.split('.').length > 3) break
    for (const key of keysOf(value)) {
      // A name with a dot cannot stand in a path.
      if (!key.includes('.')) open.push([`${path}.${key}`, (value as Record<string, unknown>)[key]])
    }
  }
  const [first] = keysOf(document)
  return { record: first === undefined ? null : (document as Record<string, unknown>)[first], records: '$.*' }
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
}

/** What a document's beginning holds; values that are cut off stay out. Throws `SourceRefused` for what is no JSON. */
function partial(text: string): unknown {
  let root: unknown
  const open: { value: unknown[] | Map<string, unknown>; key: string | null }[] = []
  const add = (value: unknown): void => {
    const top = open.at(-1)
    if (top === undefined) root = value
    else if (Array.isArray(top.value)) top.value.push(value)
    else if (top.key === null) top.key = String(value)
    else {
      top.value.set(top.key, value)
      top.key = null
    }
  }
  const tokenizer = new Tokenizer()
  tokenizer.onToken = ({ token, value }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      const container = token === TokenType.LEFT_BRACE ? new Map<string, unknown>() : []
      add(container)
      open.push({ value: container, key: null })
      if (open.length > limits.jsonDepth) throw broken(`it nests deeper than ${limits.jsonDepth}`)
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) open.pop()
    else if (token !== TokenType.COLON && token !== TokenType.COMMA) add(value)
  }
  tokenizer.onEnd = () => {}
  try {
    tokenizer.write(text)
  } catch (error) {
    if (error instanceof SourceRefused) throw error
    throw broken(error instanceof Error ? error.message.slice(0, 120) : 'unreadable')
  }
  return plain(root)
}

/** Maps become objects without a prototype, so that a document's `__proto__` is a name like any other. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!(value instanceof Map)) return value
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of value) object[key] = plain(inner)
  return object
}

function broken(reason: string): SourceRefused {
  return new SourceRefused({
    code: 'evidence.bad_json',
    reason: `The file is not a JSON document (${reason})`,
    facts: { what: 'document' },
  })
}
