// Hashes whole bundles and tiles by the platform's SHA-256, as RFC 6962 has it: what a mirror spends its time on.
import { hash } from 'node:crypto'

export const hashBytes = 32
const pair = Buffer.alloc(1 + 2 * hashBytes, 1)

/**
 * The tile of level 0 that a bundle of `width` entries hashes to, or null where the bytes are not exactly that many entries.
 * `bytes` are copied once and not changed.
 */
export function tileOfBundle(bytes: Uint8Array, width: number): Uint8Array | null {
  const work = Buffer.from(bytes)
  const tile = new Uint8Array(width * hashBytes)
  let at = 0
  for (let i = 0; i < width; i++) {
    if (at + 2 > work.length) return null
    const end = at + 2 + work.readUInt16BE(at)
    if (end > work.length) return null
    // The second byte of the length makes room for the leaf's prefix: nothing is copied for an entry.
    work[at + 1] = 0
    tile.set(hash('sha256', work.subarray(at + 1, end), 'buffer'), i * hashBytes)
    at = end
  }
  return at === work.length ? tile : null
}

export interface HashedBundle {
  /** Entries with their lengths. */
  readonly bytes: Uint8Array
  /** Their hashes: the tile of level 0. */
  readonly tile: Uint8Array
  /** Over these hashes. */
  readonly root: Uint8Array
}

/** Null where the bytes are not exactly `width` entries. */
export function hashedBundle(bytes: Uint8Array, width: number): HashedBundle | null {
  const tile = tileOfBundle(bytes, width)
  return tile && { bytes, tile, root: rootOfTile(tile) }
}

/** The root over the hashes of a tile, of any width from 1 to 256. The last of an odd row moves up as it is. */
export function rootOfTile(tile: Uint8Array): Uint8Array {
  let row = tile.slice()
  while (row.length > hashBytes) {
    const count = row.length / hashBytes
    const above = new Uint8Array(Math.ceil(count / 2) * hashBytes)
    for (let i = 0; i + 1 < count; i += 2) {
      pair.set(row.subarray(i * hashBytes, (i + 2) * hashBytes), 1)
      above.set(hash('sha256', pair, 'buffer'), (i / 2) * hashBytes)
    }
    if (count % 2 === 1) above.set(row.subarray((count - 1) * hashBytes), above.length - hashBytes)
    row = above
  }
  return row
}

/** The first `width` entries of a bundle that holds more; null where it does not hold so many. */
export function firstEntries(bytes: Uint8Array, width: number): Uint8Array | null {
  let at = 0
  for (let i = 0; i < width; i++) {
    const [high, low] = [bytes[at], bytes[at + 1]]
    if (high === undefined || low === undefined) return null
    at += 2 + high * 256 + low
  }
  return at <= bytes.length ? bytes.subarray(0, at) : null
}
