// Checks signatures in threads, as many as there are processors, while the replay goes on.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ToCheck } from '../replay/replay.ts'
import type { SignatureChecker } from '../signatures.ts'
import type { Checked, Packed } from './checking-worker.ts'

export interface Threads extends SignatureChecker {
  close(): Promise<void>
}

interface Waiting {
  readonly done: (first: number) => void
  readonly failed: (fault: Error) => void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

/** Threads start with the first batch; a log without signatures costs none. */
export function signatureThreads(count: number = availableParallelism()): Threads {
  const threads: Thread[] = []
  let next = 0
  const leastBusy = () =>
    threads.length < count
      ? started(threads)
      : threads.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a))
  return {
    check(batch) {
      const { worker, waiting } = leastBusy()
      const packed = pack(batch, next)
      next += 1
      return new Promise((done, failed) => {
        waiting.set(packed.id, { done, failed })
        const { keys, signatures, messages, lengths } = packed
        worker.postMessage(packed, [
          keys.buffer,
          signatures.buffer,
          messages.buffer,
          lengths.buffer,
        ] as ArrayBuffer[])
      })
    },
    async close() {
      await Promise.all(threads.splice(0).map(({ worker }) => worker.terminate()))
    },
  }
}

function started(threads: Thread[]): Thread {
  // Bundled, it lies beside this as JavaScript.
  const file = import.meta.url.endsWith('.ts') ? './checking-worker.ts' : './checking-worker.js'
  const worker = new Worker(new URL(file, import.meta.url))
  const waiting = new Map<number, Waiting>()
  worker.on('message', ({ id, first }: Checked) => {
    waiting.get(id)?.done(first)
    waiting.delete(id)
  })
  worker.on('error', fault => {
    for (const { failed } of waiting.values()) failed(fault as Error)
    waiting.clear()
  })
  const thread = { worker, waiting }
  threads.push(thread)
  return thread
}

function pack(batch: readonly ToCheck[], id: number): Packed {
  const size = batch.reduce((sum, { message }) => sum + message.length, 0)
  const [keys, signatures] = [new Uint8Array(32 * batch.length), new Uint8Array(64 * batch.length)]
  const [messages, lengths] = [new Uint8Array(size), new Uint32Array(batch.length)]
  let at = 0
  for (const [i, { key, signature, message }] of batch.entries()) {
    keys.set(key, 32 * i)
    signatures.set(signature, 64 * i)
    messages.set(message, at)
    lengths[i] = message.length
    at += message.length
  }
  return { id, keys, signatures, messages, lengths }
}
