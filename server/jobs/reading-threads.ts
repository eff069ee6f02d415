// Threads that read sources, as streams of what they say; one that is done waits a while for the next source.
import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FromReader, ReadingTask, ToReader } from './reading-messages.ts'

const memoryMiB = 2_048
/** A thread that is asked to stop first ends what it started (git); one that is deaf is ended all the same. */
const stopsWithinMs = 2_000
/** Starting a thread costs about as much as reading a small file. */
const waitsMs = 10_000

export interface ReadingThreads {
  /**
   * Ask for the next only when the last is dealt with: batches come no faster. Ending the loop early, or the signal,
   * stops the thread before this returns; the signal's reason is thrown. A fault of the thread is thrown.
   */
  read(task: ReadingTask, signal: AbortSignal): AsyncGenerator<FromReader>
  close(): Promise<void>
}

export function createReadingThreads(): ReadingThreads {
  const idle: Thread[] = []
  const drop = (thread: Thread) => {
    const at = idle.indexOf(thread)
    if (at >= 0) idle.splice(at, 1)
    return thread.stop()
  }
  const takeIdle = () => {
    while (idle.length > 0) {
      const thread = idle.pop()
      if (thread?.alive) return thread
    }
    return null
  }
  return {
    async *read(task, signal) {
      signal.throwIfAborted()
      const thread = takeIdle() ?? new Thread()
      let last: FromReader['is'] | null = null
      try {
        for await (const message of thread.run(task, signal)) {
          last = message.is
          yield message
        }
      } finally {
        if (last !== null && ends.has(last) && thread.alive) {
          idle.push(thread)
          thread.rest(() => void drop(thread))
        } else await thread.stop()
      }
    },
    async close() {
      await Promise.all(idle.splice(0).map(thread => thread.stop()))
    },
  }
}

/** What a thread says last of a source. */
const ends: ReadonlySet<FromReader['is']> = new Set(['end', 'refused', 'unchanged'])

class Thread {
  readonly #worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
    name: 'reading',
  })
  readonly #said: FromReader[] = []
  readonly #exited: Promise<void>
  #fault: unknown = null
  #gone = false
  #wake: () => void = () => {}
  #tired: NodeJS.Timeout | undefined

  get alive(): boolean {
    return !this.#gone && this.#fault === null
  }

  constructor() {
    this.#worker.on('message', (message: FromReader) => {
      this.#said.push(message)
      this.#wake()
    })
    this.#worker.on('error', error => {
      this.#fault = error
      this.#wake()
    })
    this.#exited = new Promise(resolve => {
      this.#worker.on('exit', () => {
        this.#gone = true
        this.#wake()
        resolve()
      })
    })
  }

  /** Until the source is read, refused, or found unchanged. */
  async *run(task: ReadingTask, signal: AbortSignal): AsyncGenerator<FromReader> {
    clearTimeout(this.#tired)
    this.#worker.ref()
    const aborted = () => this.#wake()
    signal.addEventListener('abort', aborted)
    this.#tell({ is: 'read', task })
    try {
      for (;;) {
        signal.throwIfAborted()
        const message = this.#said.shift()
        if (message === undefined) await this.#more()
        else {
          yield message
          if (ends.has(message.is)) return
          if (message.is === 'rows' || message.is === 'claims') {
            this.#tell({ is: 'more' })
            // The embedded database stores within the turn; whoever else waits comes before the next batch.
            await turn()
          }
        }
      }
    } finally {
      signal.removeEventListener('abort', aborted)
    }
  }

  #tell(message: ToReader): void {
    this.#worker.postMessage(message)
  }

  async #more(): Promise<void> {
    if (this.#fault !== null) throw this.#fault
    if (this.#gone) throw new Error('The reading thread ended without a word')
    await new Promise<void>(resolve => {
      this.#wake = resolve
    })
  }

  /** Keeps no process alive meanwhile. */
  rest(tired: () => void): void {
    this.#worker.unref()
    this.#tired = setTimeout(tired, waitsMs).unref()
  }

  async stop(): Promise<void> {
    clearTimeout(this.#tired)
    this.#worker.ref()
    this.#tell({ is: 'stop' })
    const deaf = setTimeout(() => void this.#worker.terminate(), stopsWithinMs)
    await this.#exited
    clearTimeout(deaf)
  }
}
