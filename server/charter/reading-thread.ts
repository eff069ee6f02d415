// Reads charters in a thread, one after the other: a hostile one takes seconds, and the server answers meanwhile.
import { Worker } from 'node:worker_threads'
import { accepted, type CharterReading, type Result, refused } from '@equalizer/core'

const memoryMiB = 1_024
/** Readings that wait or are under way at a time, over all organizations. */
const mostWaiting = 16
/** Longer than the worst text within the limits takes on a slow machine. */
const withinMs = 60_000
/** Starting a thread takes longer than reading a small charter; but none is kept that nobody needs. */
const keptMs = 60_000

interface Kept {
  readonly worker: Worker
  readonly goes: NodeJS.Timeout
}

let kept: Kept | null = null
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Codes: `charter.busy`, `charter.too_large` (it takes more memory or time than there is for it). */
export async function readInThread(yaml: string): Promise<Result<CharterReading>> {
  if (waiting >= mostWaiting) {
    return refused('charter.busy', 'Others are changing the charter right now. Please try again.')
  }
  waiting += 1
  const mine = last
    .then(() => readNext(yaml))
    .finally(() => {
      waiting -= 1
    })
  last = mine.catch(() => {})
  return mine
}

async function readNext(yaml: string): Promise<Result<CharterReading>> {
  const worker = take()
  const reading = await answerOf(worker, yaml)
  if (reading === null) {
    await worker.terminate()
    return refused(
      'charter.too_large',
      'The charter takes more memory or time to read than there is for it',
      {
        memoryMiB,
      },
    )
  }
  keep(worker)
  return accepted(reading)
}

/** null: its memory or its time ran out. Any other fault of the thread is thrown. */
function answerOf(worker: Worker, yaml: string): Promise<CharterReading | null> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end(() => resolve(null)), withinMs)
    const end = (settle: () => void) => {
      clearTimeout(late)
      worker.off('message', said)
      worker.off('error', failed)
      worker.off('exit', exited)
      settle()
    }
    const said = (reading: CharterReading) => end(() => resolve(reading))
    const failed = (error: NodeJS.ErrnoException) =>
      end(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error)))
    const exited = () => end(() => reject(new Error('The thread that reads charters ended without a word')))
    worker.on('message', said)
    worker.on('error', failed)
    worker.on('exit', exited)
    worker.postMessage(yaml)
  })
}

function take(): Worker {
  if (kept) {
    const { worker, goes } = kept
    kept = null
    clearTimeout(goes)
    worker.ref()
    return worker
  }
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
    name: 'charter',
  })
  // What ends it while it waits has nobody to tell: the next charter gets another.
  const ended = () => {
    if (kept?.worker === worker) kept = null
  }
  worker.on('error', ended)
  worker.on('exit', ended)
  return worker
}

function keep(worker: Worker): void {
  const goes = setTimeout(() => {
    kept = null
    void worker.terminate()
  }, keptMs).unref()
  kept = { worker, goes }
  // Neither the thread nor its end keeps a server from ending.
  worker.unref()
}
