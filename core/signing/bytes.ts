// The bytes that base64 says (RFC 4648, section 4), and back. Apart from the schemas, whose library browsers do without.

/** Throws where it is no base64; what the schemas above let through always is. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
