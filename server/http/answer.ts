// An answer as bytes: serialized once, tagged, packed where the reader takes it packed.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const gzipped = promisify(gzip)
/** Below this, packing costs more than it saves. */
const packFromBytes = 1_024

/** What a cache holds of an answer; `packed` is made at the first request that takes it. */
export interface Body {
  readonly plain: Buffer
  readonly etag: string
  packed: Promise<Buffer> | null
}

export function bodyOf(value: unknown): Body {
  const plain = Buffer.from(`${JSON.stringify(value)}\n`)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`
  return { plain, etag, packed: null }
}

/** Whether the request says that it holds this very answer (RFC 9110, section 13.1.2). */
export function holds(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match')
  if (given === null) return false
  const tags = given.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

/** Whether gzip is among the accepted codings and not ruled out by `q=0` (RFC 9110, section 12.5.3). */
export function takesGzip(request: Request): boolean {
  const accepted = request.headers.get('accept-encoding') ?? ''
  return accepted.split(',').some(coding => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding))
}

/** As it is: a copy for each reader would cost more than all else. */
const bytes = (buffer: Buffer) => buffer as Uint8Array<ArrayBuffer>

/** The answer to a GET may be kept by the browser, which asks each time whether it still holds. */
export async function send(
  request: Request,
  body: Body,
  status: number,
  headers: Headers,
): Promise<Response> {
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (reading) {
    headers.set('etag', body.etag)
    headers.set('cache-control', 'private, no-cache')
    headers.append('vary', 'accept-encoding, authorization, cookie')
    if (holds(request, body.etag)) return new Response(null, { status: 304, headers })
  }
  headers.set('content-type', 'application/json; charset=utf-8')
  if (body.plain.byteLength < packFromBytes || !takesGzip(request)) {
    headers.set('content-length', String(body.plain.byteLength))
    return new Response(bytes(body.plain), { status, headers })
  }
  body.packed ??= gzipped(body.plain)
  const packed = await body.packed
  headers.set('content-encoding', 'gzip')
  headers.set('content-length', String(packed.byteLength))
  return new Response(bytes(packed), { status, headers })
}

/** Text that comes piece by piece; a fault in the middle breaks the connection, so that no half is taken for whole. */
export function sendText(
  text: string | AsyncIterable<string>,
  type: string,
  headers: Headers,
  broken: (error: unknown) => void,
): Response {
  headers.set('content-type', `${type}; charset=utf-8`)
  if (typeof text === 'string') return new Response(text, { headers })
  const pieces = text[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next()
          if (next.done) controller.close()
          else controller.enqueue(encoder.encode(next.value))
        } catch (error) {
          broken(error)
          controller.error(error)
        }
      },
      async cancel() {
        await pieces.return?.()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(stream, { headers })
}
