// One follower's stream of server-sent events (WHATWG HTML, section 9.2), with a bound on what waits for a slow reader.

/** What may wait to be read before the reader is dropped; it comes back by itself and asks anew. */
const waitingBytes = 256 * 1_024
const retryMs = 2_000

export interface EventStream {
  readonly stream: ReadableStream<Uint8Array>
  /** False: the reader is gone, or was just dropped for being too slow. */
  send(event: string, data: unknown): boolean
  /** A comment, so that what lies between keeps the connection open. */
  beat(): boolean
  end(): void
}

/** `ended` is called once, however it ends; `drop` cuts the connection of a reader who is too slow. */
export function openEventStream(ended: () => void, drop: () => void): EventStream {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const finish = () => {
    if (controller === null) return null
    const open = controller
    controller = null
    ended()
    return open
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
        opened.enqueue(encoder.encode(`retry: ${retryMs}\n\n`))
      },
      cancel: () => {
        finish()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: waitingBytes }),
  )
  function write(text: string): boolean {
    if (controller === null) return false
    if ((controller.desiredSize ?? 0) <= 0) {
      finish()
      drop()
      return false
    }
    controller.enqueue(encoder.encode(text))
    return true
  }
  return {
    stream,
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(':\n\n'),
    end: () => finish()?.close(),
  }
}
