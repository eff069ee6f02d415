// Large answers: so many at once, since each is held in memory until whoever asked for it has taken it or is gone.

export interface Few {
  /** Null: as many as can be are under way. */
  begin(): Place | null
}

export interface Place {
  /** In pieces; the place is free once all was taken, or nobody takes it any more. */
  send(bytes: Uint8Array): ReadableStream<Uint8Array>
  end(): void
}

const pieceBytes = 65_536

export function few(atMost: number): Few {
  let under = 0
  return {
    begin() {
      if (under >= atMost) return null
      under += 1
      let ended = false
      const end = () => {
        if (!ended) under -= 1
        ended = true
      }
      return { end, send: bytes => inPieces(bytes, end) }
    },
  }
}

function inPieces(bytes: Uint8Array, end: () => void): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream(
    {
      pull(stream) {
        if (at >= bytes.length) {
          end()
          return stream.close()
        }
        stream.enqueue(bytes.slice(at, at + pieceBytes))
        at += pieceBytes
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
