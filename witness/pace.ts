// A least pace for what somebody sends: however slowly it drips, nobody holds a request open for as long as they like.
import { limits } from '@equalizer/core'

export interface Pace {
  /** To begin with, and for pauses. */
  readonly graceMs: number
  /** On the whole, beyond the grace. */
  readonly bytesPerSecond: number
}

export const leastPace: Pace = { graceMs: limits.paceGraceMs, bytesPerSecond: limits.paceBytesPerSecond }

/** What a stream fails with whose sender is slower than the pace. */
export class TooSlow extends Error {
  constructor() {
    super('it came too slowly')
    this.name = 'TooSlow'
  }
}

/**
 * The stream as it comes. Only waiting for its sender counts; what its reader takes its time with does not. `slow` is called
 * when it fails with `TooSlow`.
 */
export function paced(
  stream: ReadableStream<Uint8Array>,
  { graceMs, bytesPerSecond }: Pace,
  slow: () => void = () => {},
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  let bytes = 0
  let waitedMs = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const began = performance.now()
        const next = await within(reader.read(), graceMs + (bytes * 1_000) / bytesPerSecond - waitedMs)
        waitedMs += performance.now() - began
        if (next === 'late') {
          slow()
          controller.error(new TooSlow())
          // Whoever still sends is not listened to.
          return void reader.cancel().catch(() => {})
        }
        if (next.done) return controller.close()
        bytes += next.value.byteLength
        controller.enqueue(next.value)
      },
      cancel: reason => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

async function within<T>(reading: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), Math.max(0, ms))
  })
  // It may fail after nobody waits for it any more.
  reading.catch(() => {})
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}
