// Lines and counted bytes out of a stream.

export class Cut extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'Cut'
  }
}

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Without its end. Throws `Cut` where the stream ends before it or it is longer than `most`. */
  async line(most: number): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf(10)
      if (at > most || (at < 0 && this.#held.length > most)) throw new Cut('a line is too long')
      if (at >= 0) {
        const text = this.#held.toString('utf8', 0, at)
        this.#held = this.#held.subarray(at + 1)
        return text
      }
      if (!(await this.#more())) throw new Cut('it ends too early')
    }
  }

  /** Exactly so many. Throws `Cut` where the stream ends before. */
  async bytes(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) throw new Cut('it ends too early')
      const part = this.#held.subarray(0, missing)
      parts.push(part)
      missing -= part.length
      this.#held = this.#held.subarray(part.length)
    }
    return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
  }

  /** Whether nothing is left. */
  async ended(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more())
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const { value, done } = await this.#source.next()
      if (done) return false
      if (value.length === 0) continue
      this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
      return true
    }
  }
}
