// The beginning of a mirror's add-entries (c2sp.org/tlog-mirror): which log, which entries, and the mirror's own ticket.
import { accepted, type Result, refused } from '@equalizer/core'
import { concatBytes } from '@noble/hashes/utils.js'
import { utf8Bytes, utf8Text } from '../encoding/bytes.ts'

export interface AddEntriesHeader {
  readonly origin: string
  /** The first entry sent. */
  readonly start: number
  /** The size of the pending checkpoint that all of this leads to. */
  readonly end: number
  /** What the mirror gave before; empty where it gave none. */
  readonly ticket: Uint8Array
}

/** Faults for an origin or a ticket that two bytes cannot count. */
export function formatAddEntriesHeader({ origin, start, end, ticket }: AddEntriesHeader): Uint8Array {
  const name = utf8Bytes(origin)
  return concatBytes(uint16(name.length), name, uint64(start), uint64(end), uint16(ticket.length), ticket)
}

export interface ReadHeader {
  readonly header: AddEntriesHeader
  /** Bytes that the header takes. */
  readonly length: number
}

/** Refused as `add_entries.incomplete` while more bytes are needed, and as `add_entries.malformed` for good. */
export function parseAddEntriesHeader(bytes: Uint8Array): Result<ReadHeader> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const originEnd = 2 + (bytes.length < 2 ? 0 : view.getUint16(0))
  const ticketAt = originEnd + 18
  if (bytes.length < ticketAt) return incomplete()
  const length = ticketAt + view.getUint16(originEnd + 16)
  if (bytes.length < length) return incomplete()
  const origin = utf8Text(bytes.subarray(2, originEnd))
  const [start, end] = [view.getBigUint64(originEnd), view.getBigUint64(originEnd + 8)]
  if (!origin.ok || origin.value === '' || start > end || end > BigInt(Number.MAX_SAFE_INTEGER)) {
    return refused('add_entries.malformed', 'This is no request to take entries in')
  }
  const ticket = bytes.slice(ticketAt, length)
  return accepted({
    header: { origin: origin.value, start: Number(start), end: Number(end), ticket },
    length,
  })
}

export function incomplete(): Result<never> {
  return refused('add_entries.incomplete', 'The request ends too early')
}

function uint16(value: number): Uint8Array {
  if (value > 65_535) throw new RangeError(`${value} bytes are more than two bytes can count`)
  return Uint8Array.of(value >> 8, value & 255)
}

function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}
