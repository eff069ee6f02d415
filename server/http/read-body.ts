// Reads what a request brings: bounded, in bounded time, JSON only where JSON is expected.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { leastPace, type Pace, paced, TooSlow } from '@equalizer/witness'

export interface BodyLimits {
  readonly maxBytes: number
  /** A whole JSON body, or the next piece of a file, must be here by then. */
  readonly withinMs: number
  /** Of a file on the whole; left out: the least of all. */
  readonly pace?: Pace
}

/** A sender of one byte a second must not hold a request open. */
const ofJson: BodyLimits = { maxBytes: limits.bodyBytes, withinMs: 30_000 }
/** A file may take long, but something of it must come now and then. */
const ofFile: BodyLimits = { maxBytes: limits.uploadBytes, withinMs: 60_000 }

const tooSlow = () => refused('request.too_slow', 'The request’s body came too slowly.')

function declaredBytes(request: Request): number {
  return Number(request.headers.get('content-length') ?? 0)
}

function timeout(ms: number): { readonly passed: Promise<'late'>; readonly clear: () => void } {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), ms)
    timer.unref()
  })
  return { passed, clear: () => clearTimeout(timer) }
}

async function readAll(
  stream: ReadableStream<Uint8Array>,
  { maxBytes, withinMs }: BodyLimits,
): Promise<Result<Uint8Array>> {
  const reader = stream.getReader()
  const late = timeout(withinMs)
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    while (true) {
      const next = await Promise.race([reader.read(), late.passed])
      if (next === 'late') {
        await reader.cancel().catch(() => {})
        return tooSlow()
      }
      if (next.done) return accepted(Buffer.concat(pieces, bytes))
      bytes += next.value.byteLength
      if (bytes > maxBytes) {
        await reader.cancel().catch(() => {})
        return tooLarge(maxBytes)
      }
      pieces.push(next.value)
    }
  } finally {
    late.clear()
  }
}

function tooLarge(maxBytes: number): Result<never> {
  return refused('request.too_large', `A request’s body has at most ${maxBytes} bytes.`, { maxBytes })
}

function isJson(type: string | null): boolean {
  return type !== null && /^application\/json\s*(;|$)/i.test(type)
}

/** Codes: `request.wrong_type`, `request.too_large`, `request.too_slow`, `request.invalid`. */
export async function readJson(request: Request, most = ofJson): Promise<Result<unknown>> {
  const type = request.headers.get('content-type')
  if (!isJson(type)) {
    return refused('request.wrong_type', 'The body is sent as application/json.', { contentType: type })
  }
  if (declaredBytes(request) > most.maxBytes) return tooLarge(most.maxBytes)
  const read = request.body ? await readAll(request.body, most) : accepted(new Uint8Array())
  if (!read.ok) return read
  try {
    return accepted(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(read.value)))
  } catch {
    return refused('request.invalid', 'The body is no JSON in UTF-8.', { field: 'body' })
  }
}

/** Thrown into whoever reads the body; it is answered as the refusal that it carries. */
export class BodyRefused extends Error {
  readonly refused: Result<never>
  constructor(result: Result<never>) {
    super('The body was refused while it was read.')
    this.name = 'BodyRefused'
    this.refused = result
  }
}

function uploadTooLarge({ maxBytes }: BodyLimits): Result<never> {
  return refused('upload.too_large', `A file has at most ${maxBytes} bytes.`, { maxBytes })
}

/**
 * The body as it comes. Any media type but a form's or a page's text, which another site could send without asking;
 * codes: `request.wrong_type`, `upload.too_large`. What shows only while reading is thrown as `BodyRefused`.
 */
export function readStream(request: Request, most = ofFile): Result<ReadableStream<Uint8Array>> {
  const type = request.headers.get('content-type')
  if (type !== null && /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    const reason = 'The file is sent as it is, as application/octet-stream, and not in a form.'
    return refused('request.wrong_type', reason, { contentType: type })
  }
  if (declaredBytes(request) > most.maxBytes) return uploadTooLarge(most)
  if (!request.body) return accepted(new ReadableStream({ start: controller => controller.close() }))
  return accepted(bounded(request.body, most))
}

function bounded(stream: ReadableStream<Uint8Array>, most: BodyLimits): ReadableStream<Uint8Array> {
  const reader = paced(stream, most.pace ?? leastPace).getReader()
  let bytes = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const late = timeout(most.withinMs)
        const read = reader.read().catch((fault: unknown) => {
          if (fault instanceof TooSlow) return 'late' as const
          throw fault
        })
        const next = await Promise.race([read, late.passed]).finally(late.clear)
        if (next === 'late') return controller.error(new BodyRefused(tooSlow()))
        if (next.done) return controller.close()
        bytes += next.value.byteLength
        if (bytes > most.maxBytes) return controller.error(new BodyRefused(uploadTooLarge(most)))
        controller.enqueue(next.value)
      },
      cancel: reason => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
