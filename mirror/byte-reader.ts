// Reads a stream of bytes piece by piece of the sizes that its reader asks for, holding no more than one piece.

export interface ByteReader {
  /** What is there, and at least `length` bytes where the stream holds so many; looking takes nothing away. */
  peek(length: number): Promise<Uint8Array>
  take(length: number): void
}

/** A stream that breaks off counts as one that ends: what came whole is good. */
export function byteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const source = stream[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  let ended = false
  const more = async (): Promise<Uint8Array | null> => {
    try {
      const { done, value } = await source.next()
      return done ? null : value
    } catch {
      return null
    }
  }
  return {
    async peek(length) {
      const parts = [held]
      let total = held.length
      while (!ended && total < length) {
        const part = await more()
        if (part === null) ended = true
        else {
          parts.push(part)
          total += part.length
        }
      }
      if (parts.length > 1) held = Buffer.concat(parts)
      return held
    },
    take(length) {
      held = held.subarray(length)
    },
  }
}
