// What a reference is: a web address that may be followed, a hash that is copied, or a place in a file.

export interface Reference {
  readonly kind: 'link' | 'hash' | 'place'
  /** Short enough for a table: a hash by its first digits, an address by its end. */
  readonly short: string
  /** Only of http and https: whatever a file claims, nothing else is ever followed. */
  readonly href: string | null
}

const hash = /^(?:0x)?[0-9a-f]{12,128}$/i
const hashDigits = 10
const tail = 44

function webAddress(reference: string): string | null {
  if (!/^https?:\/\//i.test(reference)) return null
  try {
    const { protocol, href, username } = new URL(reference)
    return (protocol === 'http:' || protocol === 'https:') && username === '' ? href : null
  } catch {
    return null
  }
}

export function referenceOf(reference: string): Reference {
  const href = webAddress(reference)
  if (href) {
    const short = reference.replace(/^https?:\/\/(?:www\.)?/i, '')
    return { kind: 'link', short: short.length > tail ? `…${short.slice(-tail)}` : short, href }
  }
  if (hash.test(reference)) {
    const digits = reference.startsWith('0x') ? hashDigits + 2 : hashDigits
    return { kind: 'hash', short: reference.slice(0, digits), href: null }
  }
  return { kind: 'place', short: reference, href: null }
}
