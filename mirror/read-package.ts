// Reads the packages of an upload off a stream as they come (c2sp.org/tlog-mirror, add-entries).
import { type AddEntriesHeader, parseAddEntriesHeader, parsePackage, type ReadPackage } from '@equalizer/tlog'
import type { ByteReader } from './byte-reader.ts'

/** Origin and ticket of 65,535 bytes each. */
const headerBytesAtMost = 2 * 65_537 + 16
/** 256 entries of 65,535 bytes, and 63 hashes. */
const packageBytesAtMost = 256 * 65_537 + 1 + 63 * 32

/** Null: there is none, or half of one. */
export async function readHeader(reader: ByteReader): Promise<AddEntriesHeader | null> {
  for (let wanted = 256; ; wanted *= 4) {
    const bytes = await reader.peek(wanted)
    const read = parseAddEntriesHeader(bytes)
    if (read.ok) {
      reader.take(read.value.length)
      return read.value.header
    }
    const over = bytes.length < wanted || wanted > headerBytesAtMost
    if (read.refusal.code !== 'add_entries.incomplete' || over) return null
  }
}

export interface Packed extends Pick<ReadPackage, 'proof'> {
  /** The entries with their lengths, as a bundle has them. */
  readonly bytes: Uint8Array
}

/** `ended`: the stream ends before the package does. `malformed`: no package can begin so. */
export async function readPackage(
  reader: ByteReader,
  count: number,
): Promise<Packed | 'ended' | 'malformed'> {
  for (let wanted = 65_536; ; wanted *= 2) {
    const bytes = await reader.peek(wanted)
    const read = parsePackage(bytes, count)
    if (read.ok) {
      const { length, proof } = read.value
      const entries = bytes.slice(0, length - 1 - proof.length * 32)
      reader.take(length)
      return { bytes: entries, proof }
    }
    if (read.refusal.code !== 'add_entries.incomplete') return 'malformed'
    if (bytes.length < wanted || wanted > packageBytesAtMost * 2) return 'ended'
  }
}
