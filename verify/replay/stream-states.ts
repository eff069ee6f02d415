// The states of all streams by name; of what is over only a hash is kept, enough to hold a server's word against it.

import { canonical } from '@equalizer/core'
import { leafHash, utf8Bytes } from '@equalizer/tlog'
import { hexOf } from '../hex.ts'

interface Sealed {
  /** Of the stream's line, in hex. */
  readonly hash: string
  /** What is left of the state for whoever asks. */
  readonly rest: unknown
}

export class StreamStates {
  readonly #states = new Map<string, unknown>()
  readonly #sealed = new Map<string, Sealed>()

  /** Null: nothing happened on it yet. */
  of(stream: string): unknown {
    return this.#states.get(stream) ?? this.#sealed.get(stream)?.rest ?? null
  }

  set(stream: string, state: unknown): void {
    this.#states.set(stream, state)
  }

  /** The state changes no more: it goes, and its hash stays. */
  seal(stream: string, rest: unknown): void {
    this.#sealed.set(stream, { hash: hashOf(lineOf(stream, this.of(stream))), rest })
    this.#states.delete(stream)
  }

  /** Names, in the order of their UTF-16 code units. */
  names(): string[] {
    return [...this.#states.keys(), ...this.#sealed.keys()].sort()
  }

  get size(): number {
    return this.#states.size + this.#sealed.size
  }

  /** Whether a line of a `state` file says of its stream what the replay says. */
  agrees(stream: string, line: string): boolean {
    const sealed = this.#sealed.get(stream)
    return sealed ? hashOf(line) === sealed.hash : line === this.line(stream)
  }

  /** What the line should be; null: of a stream that is over, whose hash alone is left. */
  line(stream: string): string | null {
    return this.#sealed.has(stream) ? null : lineOf(stream, this.of(stream))
  }
}

const lineOf = (stream: string, state: unknown): string => canonical({ state, stream })
const hashOf = (line: string): string => hexOf(leafHash(utf8Bytes(line)))
