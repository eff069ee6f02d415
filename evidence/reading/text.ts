// A source's text as a stream: byte-order mark, then the declared charset, then UTF-8; what cannot be decoded is marked.
import { isUtf8 } from 'node:buffer'
import { accepted, type Refusal, type Result, refused } from '@equalizer/core'
import { type ReadContext, SourceRefused } from '../reader.ts'
import { readBytes } from './bytes.ts'

/**
 * Stands where bytes are not of the charset: a noncharacter (Unicode 23.7), which no text may use for interchange. Not
 * U+FFFD, because a file may rightly hold that one.
 */
const undecodable = '\uFDD0'

/** Share of control characters in the first chunk from which a file is taken for no text at all. */
const binaryShare = 0.02

type Decode = (bytes: Buffer, last: boolean) => string

/** Whether a cell or line that `readText` gave holds bytes that are not of the charset. */
export function isDamaged(text: string): boolean {
  return text.includes(undecodable)
}

/** The refusal of a row that holds such bytes. */
export function damagedText(context: ReadContext): Refusal {
  const charset = context.source.charset ?? 'utf-8'
  return {
    code: 'evidence.bad_charset',
    reason: `There are bytes here that are not ${charset}; declare the source's charset (such as gb18030 or windows-1252)`,
    facts: { charset },
  }
}

/**
 * Yields the file's text. A byte-order mark wins over `source.charset`, that one over UTF-8. Throws `SourceRefused` for
 * an unknown charset and for a file that is no text.
 */
export async function* readText(context: ReadContext): AsyncGenerator<string> {
  let decode: Decode | null = null
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of readBytes(context)) {
    if (decode !== null) {
      const text = decode(chunk, false)
      if (text !== '') yield text
      continue
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    if (head.length < 4) continue
    decode = decoderFor(context, head)
    yield decode(head, false)
  }
  const rest =
    decode === null ? decoderFor(context, head)(head, true) : (decode as Decode)(Buffer.alloc(0), true)
  if (rest !== '') yield rest
}

function decoderFor(context: ReadContext, head: Buffer): Decode {
  const charset = charsetOf(head, context.source.charset)
  if (!charset.ok) throw new SourceRefused(charset.refusal)
  if (!charset.value.startsWith('utf-16')) refuseBinary(head)
  return charset.value === 'utf-8' ? utf8Decoder() : legacyDecoder(charset.value)
}

function charsetOf(head: Buffer, declared: string | undefined): Result<string> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return accepted('utf-8')
  if (head[0] === 0xff && head[1] === 0xfe) return accepted('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return accepted('utf-16be')
  if (declared === undefined) return accepted('utf-8')
  try {
    return accepted(new TextDecoder(declared).encoding)
  } catch {
    return refused('evidence.unknown_charset', `There is no charset of the name ${declared}`, {
      charset: declared,
    })
  }
}

function refuseBinary(head: Buffer): void {
  let controls = 0
  for (const byte of head) {
    // Tab to carriage return and escape (ISO-2022-JP) belong to text.
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) controls += 1
  }
  if (controls > 1 && controls > head.length * binaryShare) {
    throw new SourceRefused({
      code: 'evidence.not_text',
      reason: 'The file is not text (if it is UTF-16 without a byte-order mark, declare charset: utf-16le)',
      facts: { controlBytes: controls, ofBytes: head.length },
    })
  }
}

function utf8Decoder(): Decode {
  let carry: Buffer = Buffer.alloc(0)
  let first = true
  return (bytes, last) => {
    const all = carry.length === 0 ? bytes : Buffer.concat([carry, bytes])
    const end = last ? all.length : all.length - incompleteTail(all)
    carry = all.subarray(end)
    let whole = all.subarray(0, end)
    if (first && whole.length > 0) {
      first = false
      if (whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf) whole = whole.subarray(3)
    }
    return isUtf8(whole) ? whole.toString('utf8') : markedLines(whole)
  }
}

/** Bytes at the end that begin a character and do not finish it (RFC 3629: at most three). */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < needed ? back : 0
    }
  }
  return 0
}

/** Line by line, so that one bad byte does not cast doubt on the lines around it. */
function markedLines(bytes: Buffer): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, from)
    const to = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(from, to)
    const text = line.toString('utf8')
    parts.push(isUtf8(line) ? text : text.replaceAll('\uFFFD', undecodable))
    from = to
  }
  return parts.join('')
}

function legacyDecoder(charset: string): Decode {
  const decoder = new TextDecoder(charset)
  return (bytes, last) => decoder.decode(bytes, { stream: !last }).replaceAll('\uFFFD', undecodable)
}
