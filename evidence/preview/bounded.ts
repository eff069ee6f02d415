// Reads no more than the beginning of a source: a ledger that counts chunks, and a signal that ends the reading.
import type { Source } from '@equalizer/core'
import type { ReadContext } from '../reader.ts'
import { createLedger, type OpenLedger } from '../reading/ledger.ts'

/** Chunks of at most 64 KiB, unpacked, that one look may take. */
const chunksAtMost = 128
const looksAtMostMs = 10_000

export interface Bounded extends ReadContext {
  readonly ledger: OpenLedger
  readonly signal: AbortSignal
  /** Whether the look ended because it had read enough, and not because the source ended. */
  cut(): boolean
  /** Ends whatever still reads. */
  stop(): void
}

class Enough extends Error {}

/** A context for one look at the beginning of what lies at `path`. */
export function bounded(source: Source, path: string): Bounded {
  const stopping = new AbortController()
  const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(looksAtMostMs)])
  let chunks = 0
  const stop = () => stopping.abort(new Enough('enough was read'))
  const ledger = createLedger({
    onProgress: () => {
      chunks += 1
      if (chunks > chunksAtMost) stop()
    },
  })
  return { source, path, ledger, signal, cut: () => signal.aborted, stop }
}

/** The first items, at most `most` of them; how it ended is the caller's to ask. Throws what reading throws. */
export async function first<T>(
  from: AsyncIterable<readonly T[]>,
  most: number,
  context: Bounded,
): Promise<T[]> {
  const items: T[] = []
  try {
    for await (const batch of from) {
      for (const item of batch) if (items.length < most) items.push(item)
      if (items.length >= most) break
    }
  } catch (error) {
    // Only what we ended ourselves is no fault; git reports its own death in its own words.
    if (!context.signal.aborted) throw error
  }
  return items
}
