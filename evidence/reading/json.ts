// Reads the records of one JSON document as they stream by, found by a path such as `$.data.votes.*`.
import { limits, type Refusal } from '@equalizer/core'
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { exactNumber } from './exact-number.ts'
import { JsonRow } from './json-row.ts'
import { damagedText, isDamaged, readText } from './text.ts'

/** Text goes to the tokenizer in pieces of this many characters, so that limits are looked at often enough. */
const pieceChars = 64 * 1024

/** Top-level names kept to say what the document does have. */
const namesKept = 100

/**
 * Yields batches of rows: the values at `path` (default `$.*`: the elements of an array or the values of an object).
 * `$`, names and `*` separated by dots; the wildcards' keys are the row's `$1`, `$2` …. Several documents
 * one after the other (`gh api --paginate`) are read as one; objects only under a path that begins with a name. Counts each row as read. Throws
 * `SourceRefused` for what is no JSON, nests deeper than `limits.jsonDepth`, has a record of more than
 * `limits.recordBytes`, or lacks the path's first name.
 */
export async function* readJson(context: ReadContext, path = '$.*'): AsyncGenerator<readonly JsonRow[]> {
  const file = context.source.path
  const segments = pathSegments(path)
  const watch = createWatch(segments)
  let batch: JsonRow[] = []
  let rows = 0

  const parser = new TokenParser({ paths: [path], keepStack: false, separator: '' })
  parser.onValue = ({ value, key, stack }) => {
    const steps = [...stack.slice(1).map(({ key }) => key), key].map(String)
    const keys = steps.filter((_, at) => segments[at] === '*')
    batch.push(new JsonRow(value, { file, line: null, keys, path: `$.${steps.join('.')}` }))
  }
  const tokenizer = new ExactTokenizer({ separator: '' })
  tokenizer.onToken = token => {
    watch.token(token.token, token.value, token.offset)
    parser.write(token)
  }
  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (error instanceof SourceRefused) throw error
      throw new SourceRefused({
        code: 'evidence.bad_json',
        reason: `The file is not a JSON document (${plainReason(error)})`,
        facts: { what: isSeveral(error) ? 'lines' : 'document', record: rows + batch.length },
      })
    }
  }
  function settled(): readonly JsonRow[] {
    const done = batch
    batch = []
    rows += done.length
    if (rows > limits.records) throw new SourceRefused(tooMany)
    context.ledger.read(done.length)
    if (!damaged) return done
    return done.filter(row => {
      const bad = isDamaged(row.canonical())
      if (bad) context.ledger.refuse(row.place(), damagedText(context))
      return !bad
    })
  }

  let damaged = false
  for await (const text of readText(context)) {
    damaged ||= isDamaged(text)
    for (let at = 0; at < text.length; at += pieceChars) {
      const piece = text.slice(at, at + pieceChars)
      guarded(() => tokenizer.write(piece))
      watch.written(Buffer.byteLength(piece))
    }
    const done = settled()
    if (done.length > 0) yield done
  }
  guarded(() => {
    if (!tokenizer.isEnded) tokenizer.end()
    if (!parser.isEnded) parser.end()
  })
  const done = settled()
  if (done.length > 0) yield done
  if (rows === 0) refuseWrongPath(context, path, segments, watch.names())
}

class ExactTokenizer extends Tokenizer {
  protected override parseNumber(source: string): number {
    // The parser only hands the value on, so that a text does where a double would lose digits.
    return exactNumber(source) as number
  }
}

function pathSegments(path: string): string[] {
  const segments = path.split('.')
  if (segments[0] !== '$' || segments.length < 2 || segments.includes('')) {
    throw new SourceRefused({
      code: 'evidence.bad_path',
      reason: `${JSON.stringify(path.slice(0, 100))} is no path to records; write $.* or $.data.votes.*`,
      facts: { path: path.slice(0, 100) },
    })
  }
  return segments.slice(1)
}

interface Watch {
  token(type: TokenType, value: unknown, offset: number): void
  written(bytes: number): void
  names(): readonly string[]
}

/** Bounds nesting and the bytes of one record, and remembers the document's top-level names. */
function createWatch(segments: readonly string[]): Watch {
  const recordDepth = segments.length
  const names: string[] = []
  let depth = 0
  let objectAtTop = false
  let afterColon = false
  let recordStart = 0
  let sinceToken = 0
  let documents = 0
  return {
    token(type, value, offset) {
      sinceToken = 0
      if (type === TokenType.LEFT_BRACE || type === TokenType.LEFT_BRACKET) {
        if (depth === 0) {
          objectAtTop = type === TokenType.LEFT_BRACE
          if (objectAtTop && documents > 0 && segments[0] === '*') throw new SourceRefused(linesOfJson)
          documents += 1
        }
        depth += 1
        if (depth > limits.jsonDepth) throw new SourceRefused(tooDeepDocument)
      } else if (type === TokenType.RIGHT_BRACE || type === TokenType.RIGHT_BRACKET) {
        depth -= 1
      } else if (
        type === TokenType.STRING &&
        depth === 1 &&
        objectAtTop &&
        !afterColon &&
        names.length < namesKept
      ) {
        names.push(String(value).slice(0, 100))
      }
      afterColon = type === TokenType.COLON
      if (depth <= recordDepth) recordStart = offset
      else if (offset - recordStart > limits.recordBytes) throw new SourceRefused(tooLong)
    },
    written(count) {
      // One long string or number: no token tells of it until it ends.
      sinceToken += count
      if (sinceToken > limits.recordBytes) throw new SourceRefused(tooLong)
    },
    names: () => names,
  }
}

function refuseWrongPath(
  context: ReadContext,
  path: string,
  segments: string[],
  names: readonly string[],
): void {
  const first = segments[0] as string
  if (first === '*' || names.length === 0 || names.includes(first)) {
    context.ledger.note('note.no_records', `No record stands at ${path} in ${context.source.path}.`, {
      path,
      file: context.source.path,
    })
    return
  }
  throw new SourceRefused({
    code: 'evidence.no_records',
    reason: `Nothing stands at ${path}; the document has ${names.slice(0, 20).join(', ')}`,
    facts: { path, has: names.slice(0, 20).join(', '), names: names.length },
  })
}

/** The tokenizer's own word for what stands after the end of the document. */
function isSeveral(error: unknown): boolean {
  return error instanceof Error && error.message.includes('ENDED')
}

function plainReason(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unreadable'
  if (isSeveral(error)) return 'more stands after its end; one value a line is JSONL: name the file .jsonl'
  return message.slice(0, 120)
}

const linesOfJson: Refusal = {
  code: 'evidence.bad_json',
  reason: 'One object after the other is JSONL: name the file .jsonl',
  facts: { what: 'lines' },
}
const tooDeepDocument: Refusal = {
  code: 'evidence.json_too_deep',
  reason: `The document nests deeper than ${limits.jsonDepth}`,
  facts: { what: 'document', limit: limits.jsonDepth },
}
const tooLong: Refusal = {
  code: 'evidence.record_too_long',
  reason: `A record is longer than ${limits.recordBytes} bytes`,
  facts: { limit: limits.recordBytes },
}
const tooMany: Refusal = {
  code: 'evidence.too_many_records',
  reason: `The file has more than ${limits.records} records`,
  facts: { limit: limits.records },
}
