// Where the published files of a log are read: an address, with limits, patience, and another try where that can help.
import { setTimeout as pause } from 'node:timers/promises'
import { readBounded } from './read-bounded.ts'

/** Paths are those of c2sp.org/tlog-tiles, such as `checkpoint` and `tile/0/x001/234`. */
export interface LogSource {
  /** For words to people. */
  readonly name: string
  /** Null: there is no such file. Throws where it cannot be read. */
  read(path: string, limitBytes?: number): Promise<Uint8Array | null>
}

export interface UrlSourceOptions {
  readonly signal?: AbortSignal | undefined
  /** Of one attempt. */
  readonly timeoutMs?: number
  readonly attempts?: number
  /** Doubled after each attempt that failed. */
  readonly backoffMs?: number
}

/** A bundle of 256 entries of 65,535 bytes, with their lengths. */
export const bundleBytesAtMost = 256 * 65_537

/** `url`: the log's prefix, http or https. Server errors, 429 and silence are tried again; anything else is final. */
export function urlSource(url: string, options: UrlSourceOptions = {}): LogSource {
  const { attempts = 4, backoffMs = 250 } = options
  const prefix = url.endsWith('/') ? url : `${url}/`
  return {
    name: url,
    async read(path, limitBytes = bundleBytesAtMost) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(new URL(path, prefix), limitBytes, options)
        } catch (error) {
          const last = attempt >= attempts || error instanceof FinalError || options.signal?.aborted
          if (last) throw new Error(`${prefix}${path}: ${wordsOf(error)}`, { cause: error })
          await pause(backoffMs * 2 ** (attempt - 1), null, { signal: options.signal })
        }
      }
    },
  }
}

class FinalError extends Error {}

async function once(url: URL, limitBytes: number, options: UrlSourceOptions): Promise<Uint8Array | null> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  const response = await fetch(url, { signal, headers: { 'accept-encoding': 'gzip, identity' } })
  if (response.ok) {
    const bytes = await readBounded(response, limitBytes)
    if (bytes === null) throw new FinalError(`larger than ${limitBytes} bytes`)
    return bytes
  }
  await response.body?.cancel()
  if (response.status === 404 || response.status === 410) return null
  const again = response.status >= 500 || response.status === 429 || response.status === 408
  throw again ? new Error(`answered ${response.status}`) : new FinalError(`answered ${response.status}`)
}

/** Why something could not be reached, with the cause that fetch hides behind "fetch failed". */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : null
  const code = (cause as NodeJS.ErrnoException | null)?.code
  return error.message === 'fetch failed' && cause
    ? `cannot be reached (${code ?? cause.message})`
    : error.message
}
