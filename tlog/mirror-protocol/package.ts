// The packages of a mirror's add-entries (c2sp.org/tlog-mirror): up to 256 entries each, aligned as bundles are, with a proof.
import { accepted, type Result, refused } from '@equalizer/core'
import { concatBytes } from '@noble/hashes/utils.js'
import { hashBytes } from '../merkle/hash.ts'
import { hashesAtMost } from '../proof/proof.ts'
import { encodeBundle, readEntries } from '../tiles/bundle.ts'
import { tileWidth } from '../tiles/path.ts'
import { incomplete } from './header.ts'

export interface PackageRange {
  /** Entries [start, end) are sent. */
  readonly start: number
  readonly end: number
  /** The proof is of the subtree [subtreeStart, end). */
  readonly subtreeStart: number
}

/** The packages of entries [start, end), in order: nobody may divide them otherwise. */
export function* packagesOf(start: number, end: number): Generator<PackageRange> {
  for (let from = start; from < end; ) {
    const subtreeStart = from - (from % tileWidth)
    const to = Math.min(end, subtreeStart + tileWidth)
    yield { start: from, end: to, subtreeStart }
    from = to
  }
}

export interface EntryPackage {
  readonly entries: readonly Uint8Array[]
  readonly proof: readonly Uint8Array[]
}

/** Faults for an entry too long for two bytes and for more than 63 hashes. */
export function formatPackage({ entries, proof }: EntryPackage): Uint8Array {
  if (proof.length > hashesAtMost) throw new RangeError(`a proof has ${proof.length} hashes`)
  return concatBytes(encodeBundle(entries), Uint8Array.of(proof.length), ...proof)
}

export interface ReadPackage extends EntryPackage {
  /** Bytes that the package takes. */
  readonly length: number
}

/**
 * The package of `count` entries at the beginning of some bytes. Refused as `add_entries.incomplete` while more bytes are needed, and
 * as `add_entries.malformed` for good. The entries look into the same memory.
 */
export function parsePackage(bytes: Uint8Array, count: number): Result<ReadPackage> {
  const read = readEntries(bytes, 0, count)
  const hashes = read === null ? undefined : bytes[read.end]
  if (read === null || hashes === undefined) return incomplete()
  if (hashes > hashesAtMost) return refused('add_entries.malformed', 'A proof in this request is too long')
  const first = read.end + 1
  const length = first + hashes * hashBytes
  if (bytes.length < length) return incomplete()
  const proof = Array.from({ length: hashes }, (_, i) =>
    bytes.slice(first + i * hashBytes, first + (i + 1) * hashBytes),
  )
  return accepted({ entries: read.entries, proof, length })
}
