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
  let text = ''
  // Without a comparer strings are sorted by their UTF-16 code units, which is what the standard asks for.
  for (const key of Object.keys(value).sort()) {
    const one = value[key]
    if (one === undefined) continue
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(one)}`
  }
  return `{${text}}`
}

/** Printable ASCII that JSON writes as it is: most keys and ids. */
const plain = /^[ !#-[\]-~]*$/

function quoted(text: string): string {
  if (plain.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate is no Unicode')
  return JSON.stringify(text)
}
