// Where a published log is read from, and reading it with patience: what fails is tried again, what is too large is refused.
import { limits } from './limits.ts'
import { found } from './report.ts'

/** A folder, a server, a browser's fetch: whatever serves the files of a published log (docs/verify.md) by their paths. */
export interface Source {
  /** By which the log is remembered beside its origin: a URL or a folder. */
  readonly name: string
  /** A server that goes on signing: a checkpoint that is a little behind is waited for. */
  readonly grows?: boolean
  /** Null: there is no such file. Throws for faults of reading. Reads `atMost` bytes and one more at most. */
  read(path: string, atMost: number, signal?: AbortSignal): Promise<Uint8Array | null>
  /** Every file there is, where that can be told: what is not part of the log's newest tree is then checked as well. */
  list?(): Promise<readonly string[]>
}

export interface ReaderOptions {
  readonly signal?: AbortSignal
  /** Waits so many milliseconds before something is tried again. */
  readonly pause: (ms: number) => Promise<void>
}

export class Reader {
  readonly source: Source
  readonly #options: ReaderOptions

  constructor(source: Source, options: ReaderOptions) {
    this.source = source
    this.#options = options
  }

  /** Null: not there. Codes: `source.unreadable`, `source.too_large`. */
  async maybe(path: string, atMost: number): Promise<Uint8Array | null> {
    const bytes = await this.beginning(path, atMost)
    if (bytes !== null && bytes.length > atMost) {
      found('source.too_large', 'A file is larger than it may be', { bytes: bytes.length, atMost }, { path })
    }
    return bytes
  }

  /** One byte more where there are more. Null: not there. Codes: `source.unreadable`. */
  async beginning(path: string, atMost: number): Promise<Uint8Array | null> {
    const { signal, pause } = this.#options
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted()
      try {
        return await this.source.read(path, atMost, signal)
      } catch (fault) {
        signal?.throwIfAborted()
        if (attempt >= limits.attempts) {
          found(
            'source.unreadable',
            'A file of the log cannot be read',
            { why: causeOf(fault), attempts: attempt },
            { path },
          )
        }
        await pause(250 * 2 ** attempt)
      }
    }
  }

  /** Codes as `maybe`; a file that is not there is `source.unreadable` as well. */
  async must(path: string, atMost: number): Promise<Uint8Array> {
    const bytes = await this.maybe(path, atMost)
    return (
      bytes ?? found('source.unreadable', 'A file of the log is not there', { why: 'not there' }, { path })
    )
  }
}

/** `fetch failed` alone says nothing: what is behind it does. */
function causeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault).slice(0, 200)
  const { cause } = fault
  const { code } = (cause ?? {}) as { readonly code?: unknown }
  const behind = cause instanceof Error ? cause.message || String(code ?? '') : ''
  return (behind === '' ? fault.message : `${fault.message}: ${behind}`).slice(0, 200)
}

/** Reads ahead so many, and gives them out in their order. */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  load: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  const waiting: { readonly item: T; readonly result: Promise<R> }[] = []
  for (const item of items) {
    const result = load(item)
    // It is waited for below; until then a failure is nobody's.
    result.catch(() => {})
    waiting.push({ item, result })
    const first = waiting.length > limits.ahead ? waiting.shift() : undefined
    if (first) yield [first.item, await first.result]
  }
  for (const { item, result } of waiting) yield [item, await result]
}
