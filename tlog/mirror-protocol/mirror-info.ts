// What a mirror answers with 202 and 409 (c2sp.org/tlog-mirror): the size it waits for, its next entry, and a ticket.
import { accepted, type Result, refused } from '@equalizer/core'
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts'
import { parseDecimal } from '../encoding/decimal.ts'

export interface MirrorInfo {
  /** Of a pending checkpoint. */
  readonly size: number
  /** The first entry that the mirror does not have. */
  readonly next: number
  readonly ticket: Uint8Array
}

export function formatMirrorInfo({ size, next, ticket }: MirrorInfo): string {
  return `${size}\n${next}\n${encodeBase64(ticket)}\n`
}

/** A ticket has at most 65,535 bytes. */
const charsAtMost = 90_000

/** Refused as `mirror_info.malformed`. */
export function parseMirrorInfo(body: string): Result<MirrorInfo> {
  const [sizeText = '', nextText = '', ticketText, last, more] =
    body.length > charsAtMost ? [] : body.split('\n', 5)
  const [size, next] = [parseDecimal(sizeText), parseDecimal(nextText)]
  const ticket = ticketText === undefined ? null : decodeBase64(ticketText)
  const ended = last === '' && more === undefined
  if (
    typeof size === 'string' ||
    typeof next === 'string' ||
    ticket === null ||
    ticket.length > 65_535 ||
    !ended
  ) {
    return refused('mirror_info.malformed', 'This is not what a mirror says of where it stands')
  }
  return accepted({ size, next, ticket })
}
