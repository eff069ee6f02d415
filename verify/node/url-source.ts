// A published log as a server, an object store or a CDN serves it, file by file.
import { limits } from '../limits.ts'
import type { Source } from '../source.ts'

/** `address`: what the log's paths follow, with or without a `/` at its end. Throws a TypeError for what is no http address. */
export function urlSource(address: string): Source {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  if (base.protocol !== 'https:' && base.protocol !== 'http:')
    throw new TypeError(`${address} is no http address`)
  return {
    name: base.href.slice(0, -1),
    grows: true,
    async read(path, atMost, signal) {
      const silence = new Silence(limits.silenceMs, signal)
      try {
        const response = await fetch(new URL(path, base), { signal: silence.signal })
        if (response.status === 404 || response.status === 410) {
          await response.body?.cancel()
          return null
        }
        if (!response.ok) {
          await response.body?.cancel()
          throw new Error(`${base.host} answered ${response.status}`)
        }
        return await bodyOf(response, atMost, silence)
      } catch (fault) {
        signal?.throwIfAborted()
        if (silence.ended)
          throw new Error(`${base.host} said nothing for ${limits.silenceMs / 1_000} seconds`)
        throw fault
      } finally {
        silence.stop()
      }
    },
  }
}

async function bodyOf(response: Response, atMost: number, silence: Silence): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    silence.broken()
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

/** Ends a request when nothing has come for so long, or when the whole is stopped. */
class Silence {
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly #outer: AbortSignal | undefined
  readonly #stop = () => this.#controller.abort()
  ended = false

  constructor(ms: number, outer: AbortSignal | undefined) {
    this.#outer = outer
    outer?.addEventListener('abort', this.#stop, { once: true })
    this.#timer = setTimeout(() => {
      this.ended = true
      this.#stop()
    }, ms)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Something came. */
  broken(): void {
    this.#timer.refresh()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#outer?.removeEventListener('abort', this.#stop)
  }
}
