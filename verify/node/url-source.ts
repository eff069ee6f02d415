// A published log as a server, an object store or a CDN serves it, file by file.
import { limits } from '../limits.ts'
import type { Source } from '../source.ts'

export interface Patience {
  /** How long a server may say nothing (milliseconds). */
  readonly silenceMs: number
  /** How long a whole answer may take, besides what its bytes may at the least pace (milliseconds). */
  readonly graceMs: number
  readonly bytesPerSecond: number
}

const patience: Patience = {
  silenceMs: limits.silenceMs,
  graceMs: limits.silenceMs,
  bytesPerSecond: limits.bytesPerSecond,
}

/** `address`: what the log's paths follow, with or without a `/` at its end. Throws a TypeError for what is no http address. */
export function urlSource(address: string, within: Patience = patience): Source {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  if (base.protocol !== 'https:' && base.protocol !== 'http:')
    throw new TypeError(`${address} is no http address`)
  return {
    name: base.href.slice(0, -1),
    grows: true,
    async read(path, atMost, signal) {
      const waiting = new Waiting(within, signal)
      try {
        const response = await fetch(new URL(path, base), { signal: waiting.signal })
        if (response.status === 404 || response.status === 410) {
          await response.body?.cancel()
          return null
        }
        if (!response.ok) {
          await response.body?.cancel()
          throw new Error(`${base.host} answered ${response.status}`)
        }
        return await bodyOf(response, atMost, waiting)
      } catch (fault) {
        signal?.throwIfAborted()
        if (waiting.given !== null) throw new Error(`${base.host} ${waiting.given}`)
        throw fault
      } finally {
        waiting.stop()
      }
    },
  }
}

async function bodyOf(response: Response, atMost: number, waiting: Waiting): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    waiting.came(part.length)
    parts.push(part)
    size += part.length
    // One byte more says that there are too many.
    if (size > atMost) break
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Ends a request when nothing has come for so long, when all of it comes too slowly, or when the whole is stopped. */
class Waiting {
  readonly #controller = new AbortController()
  readonly #within: Patience
  readonly #silence: NodeJS.Timeout
  #whole: NodeJS.Timeout
  readonly #began = performance.now()
  #bytes = 0
  readonly #outer: AbortSignal | undefined
  readonly #stop = () => this.#controller.abort()
  /** Why it was given up; null: it was not. */
  given: string | null = null

  constructor(within: Patience, outer: AbortSignal | undefined) {
    this.#within = within
    this.#outer = outer
    outer?.addEventListener('abort', this.#stop, { once: true })
    const { silenceMs } = within
    this.#silence = setTimeout(() => this.#giveUp(`said nothing for ${silenceMs / 1_000} seconds`), silenceMs)
    this.#whole = this.#untilDue()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  came(bytes: number): void {
    this.#bytes += bytes
    this.#silence.refresh()
  }

  stop(): void {
    clearTimeout(this.#silence)
    clearTimeout(this.#whole)
    this.#outer?.removeEventListener('abort', this.#stop)
  }

  #giveUp(why: string): void {
    this.given ??= why
    this.#stop()
  }

  /** When it rings, more may have come, and with it the time for more. */
  #untilDue(): NodeJS.Timeout {
    const { graceMs, bytesPerSecond } = this.#within
    const leftMs = () => this.#began + graceMs + (this.#bytes * 1_000) / bytesPerSecond - performance.now()
    const ring = () => {
      if (leftMs() > 0) this.#whole = this.#untilDue()
      else this.#giveUp(`sends too slowly: ${this.#bytes} bytes are all that came`)
    }
    // At least one: a part of a millisecond would ring at once, again and again.
    return setTimeout(ring, Math.max(1, leftMs()))
  }
}
