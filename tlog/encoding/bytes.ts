// Comparing bytes, and UTF-8 text in and out of them without mending anything.
import { accepted, type Result, refused } from '@equalizer/core'

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of bytes that came from outside: refused (`text.not_utf8`) where they are no UTF-8; a byte order mark stays. */
export function utf8Text(bytes: Uint8Array): Result<string> {
  try {
    return accepted(strict.decode(bytes))
  } catch {
    return refused('text.not_utf8', 'These bytes are no UTF-8 text')
  }
}

const encoder = new TextEncoder()

export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text)
}
