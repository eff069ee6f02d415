// Base64 (RFC 4648, section 4) in the one spelling that the formats allow: with padding, and its spare bits 0.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Uint8Array(128).fill(255)
for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i

/** How many characters are put together at a time: an argument list has an end. */
const chunk = 4_096

export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(4 * Math.ceil(bytes.length / 3))
  let at = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    codes[at++] = alphabet.charCodeAt(a >> 2)
    codes[at++] = alphabet.charCodeAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    codes[at++] = b === undefined ? 61 : alphabet.charCodeAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    codes[at++] = c === undefined ? 61 : alphabet.charCodeAt(c & 63)
  }
  let text = ''
  for (let i = 0; i < codes.length; i += chunk) text += String.fromCharCode(...codes.subarray(i, i + chunk))
  return text
}

/** Null for whatever `encodeBase64` would not have written. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const digits = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let at = 0
  let held = 0
  let bits = 0
  for (let i = 0; i < digits; i++) {
    const value = values[text.charCodeAt(i)] ?? 255
    if (value === 255) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}
