// A bundle of entries: each with its length before it, two bytes, most significant first (c2sp.org/tlog-tiles, log entries).
import { accepted, type Result, refused } from '@equalizer/core'
import { tileWidth } from './path.ts'

/** The most bytes of an entry that a bundle can say. */
export const entryBytesAtMost = 65_535

/** Faults where an entry is longer than a bundle can say. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > entryBytesAtMost) throw new RangeError(`an entry has ${entry.length} bytes`)
    bytes[at++] = entry.length >> 8
    bytes[at++] = entry.length & 255
    bytes.set(entry, at)
    at += entry.length
  }
  return bytes
}

/** Entries from `offset` on and where they end; null where the bytes end before them. The entries look into the same memory. */
export function readEntries(
  bytes: Uint8Array,
  offset: number,
  count: number,
): { readonly entries: Uint8Array[]; readonly end: number } | null {
  const entries: Uint8Array[] = []
  let at = offset
  for (let i = 0; i < count; i++) {
    const [high, low] = [bytes[at], bytes[at + 1]]
    if (high === undefined || low === undefined) return null
    const end = at + 2 + high * 256 + low
    if (end > bytes.length) return null
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return { entries, end: at }
}

/** Refused as `bundle.malformed` where the bytes are not exactly `width` entries. The entries look into the same memory. */
export function decodeBundle(bytes: Uint8Array, width: number): Result<Uint8Array[]> {
  const read =
    Number.isInteger(width) && width >= 1 && width <= tileWidth ? readEntries(bytes, 0, width) : null
  if (read?.end !== bytes.length) {
    return refused('bundle.malformed', 'This bundle does not hold the entries that it should', {
      bytes: bytes.length,
      width,
    })
  }
  return accepted(read.entries)
}
