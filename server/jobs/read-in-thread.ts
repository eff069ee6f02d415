// Reads a source in a thread of its own, as a stream of what that thread says.
import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FromReader, ReadingTask, ToReader } from './reading-messages.ts'

const memoryMiB = 2_048
/** A thread that is asked to stop first ends what it started (git); one that is deaf is ended all the same. */
const stopsWithinMs = 2_000

/**
 * Ask for the next only when the last is dealt with: batches come no faster. Ending the loop, or the signal, stops the
 * thread before this returns; the signal's reason is thrown. A fault of the thread is thrown.
 */
export async function* readInThread(task: ReadingTask, signal: AbortSignal): AsyncGenerator<FromReader> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
    name: 'reading',
  })
  const said: FromReader[] = []
  let fault: unknown = null
  let gone = false
  let wake: () => void = () => {}
  worker.on('message', (message: FromReader) => {
    said.push(message)
    wake()
  })
  worker.on('error', error => {
    fault = error
    wake()
  })
  const exited = new Promise<void>(resolve => {
    worker.on('exit', () => {
      gone = true
      wake()
      resolve()
    })
  })
  const aborted = () => wake()
  signal.addEventListener('abort', aborted)
  const tell = (message: ToReader) => worker.postMessage(message)
  try {
    for (;;) {
      signal.throwIfAborted()
      const message = said.shift()
      if (message !== undefined) {
        yield message
        if (message.is === 'rows' || message.is === 'claims') {
          tell('more')
          // The embedded database stores within the turn; whoever else waits for this thread comes before the next batch.
          await turn()
        }
        if (message.is === 'end' || message.is === 'refused' || message.is === 'unchanged') return
        continue
      }
      if (fault !== null) throw fault
      if (gone) throw new Error('The reading thread ended without a word')
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
  } finally {
    signal.removeEventListener('abort', aborted)
    await stopped()
  }

  async function stopped(): Promise<void> {
    tell('stop')
    const deaf = setTimeout(() => void worker.terminate(), stopsWithinMs)
    await exited
    clearTimeout(deaf)
  }
}
