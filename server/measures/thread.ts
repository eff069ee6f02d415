// A thread that measures: messages out, no faster than they are taken in; one that is idle is kept for the next.
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FromMeasuring, ToMeasuring } from './thread-messages.ts'

const memoryMiB = 8_192
/** Messages that may be on their way at a time. */
const ahead = 2
/** Starting one takes longer than measuring a small organization; but none is kept that nobody needs. */
const keptMs = 60_000

/** An idle thread or a new one; give it back. */
export function takeThread(signal: AbortSignal): Thread {
  const kept = idle
  idle = null
  const thread = kept ?? new Thread()
  thread.begin(signal)
  return thread
}

export class Thread {
  readonly #worker: Worker
  #signal: AbortSignal | null = null
  #said: FromMeasuring[] = []
  #fault: unknown = null
  #gone = false
  #open = 0
  #goes: NodeJS.Timeout | null = null
  #wake: () => void = () => {}

  constructor() {
    this.#worker = new Worker(new URL('./measuring-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
      name: 'measuring',
    })
    this.#worker.on('message', (message: FromMeasuring) => {
      if (message.is === 'more') this.#open -= 1
      else this.#said.push(message)
      this.#wake()
    })
    this.#worker.on('error', error => this.#ended(error))
    this.#worker.on('exit', () => this.#ended(null))
  }

  #ended(fault: unknown): void {
    this.#fault ??= fault
    this.#gone = true
    if (idle === this) idle = null
    this.#wake()
  }

  readonly #aborted = () => this.#wake()

  begin(signal: AbortSignal): void {
    if (this.#goes) clearTimeout(this.#goes)
    this.#worker.ref()
    this.#signal = signal
    this.#said = []
    this.#open = 0
    signal.addEventListener('abort', this.#aborted)
  }

  /** Throws the signal's reason, the thread's fault, or that it ended. */
  async #until(done: () => boolean): Promise<void> {
    while (!done()) {
      this.#signal?.throwIfAborted()
      if (this.#fault !== null) throw this.#fault
      if (this.#gone) throw new Error('The measuring thread ended without a word')
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    }
    this.#signal?.throwIfAborted()
  }

  async send(message: ToMeasuring): Promise<void> {
    // Answers that come quickly are handed over one after the other without a look at anything else, and the embedded
    // database works in this very thread: others get their turn here.
    await setImmediate()
    await this.#until(() => this.#open < ahead)
    this.#open += 1
    this.#worker.postMessage(message)
  }

  async next(): Promise<FromMeasuring> {
    await this.#until(() => this.#said.length > 0)
    return this.#said.shift() as FromMeasuring
  }

  /** One that said all it had to say is kept; any other is ended. */
  async giveBack(finished: boolean): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#aborted)
    if (!finished || this.#gone || idle !== null) {
      await this.#worker.terminate()
      return
    }
    idle = this
    // Neither the thread nor its end keeps a server from ending.
    this.#worker.unref()
    this.#goes = setTimeout(() => {
      if (idle === this) idle = null
      void this.#worker.terminate()
    }, keptMs)
    this.#goes.unref()
  }
}

let idle: Thread | null = null
