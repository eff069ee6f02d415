// Text of git's output, held as one character per byte until it is known to be needed, then decoded.

const nonAscii = /[\x80-\xff]/
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/** Old histories hold names in undeclared 8-bit encodings: what is not UTF-8 is read as windows-1252. */
export function decoded(bytes: string): string {
  if (!nonAscii.test(bytes)) return bytes
  const buffer = Buffer.from(bytes, 'latin1')
  try {
    return strictUtf8.decode(buffer)
  } catch {
    return windows1252.decode(buffer)
  }
}

/** A copy: a slice would keep the whole chunk that it was cut from alive for as long as it is. */
export function ownText(bytes: string): string {
  return bytes === '' ? '' : Buffer.from(bytes, 'latin1').toString('latin1')
}
