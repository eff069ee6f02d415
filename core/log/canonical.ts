// Canonical JSON (RFC 8785, JCS): one text for one value, so that its hash means something.

/**
 * Keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them. Throws a TypeError for
 * what JSON or I-JSON (RFC 7493) cannot say: undefined, NaN, infinities, bigint, functions, lone surrogates.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object') return object(value as Readonly<Record<string, unknown>>)
  throw new TypeError(`a ${typeof value} is no JSON`)
}

function object(value: Readonly<Record<string, unknown>>): string {
  const parts = Object.keys(value)
    // Without a comparer strings are sorted by their UTF-16 code units, which is what the standard asks for.
    .sort()
    .filter(key => value[key] !== undefined)
    .map(key => `${quoted(key)}:${canonical(value[key])}`)
  return `{${parts.join(',')}}`
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate is no Unicode')
  return JSON.stringify(text)
}
