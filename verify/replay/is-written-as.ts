// Whether a text is the canonical JSON of a value, told without writing all of it again where that is plain to see.

/**
 * `read`: what JSON.parse made of the text. True: the text is the canonical JSON (RFC 8785) of `expected`. False: it is not, or
 * cannot be told this way: by keys that look like numbers, which objects put first, or halves of characters.
 */
export function isWrittenAs(text: string, read: unknown, expected: unknown): boolean {
  // Written as ECMAScript writes it, without spaces, and no key twice; what is left is the order of keys, and the value.
  return JSON.stringify(read) === text && !text.includes('\\ud') && isSame(read, expected)
}

/** The same JSON, and the keys of `read` in order. What is undefined in `expected` is not there. */
function isSame(read: unknown, expected: unknown): boolean {
  if (typeof read !== 'object' || read === null) return read === expected
  if (typeof expected !== 'object' || expected === null) return false
  if (Array.isArray(read)) {
    if (!Array.isArray(expected) || read.length !== expected.length) return false
    return read.every((one, i) => isSame(one, expected[i]))
  }
  return !Array.isArray(expected) && isSameObject(read as Fields, expected as Fields)
}

type Fields = Readonly<Record<string, unknown>>

function isSameObject(read: Fields, expected: Fields): boolean {
  const keys = Object.keys(read)
  let before = ''
  for (const [i, key] of keys.entries()) {
    if (i > 0 && key <= before) return false
    if (!Object.hasOwn(expected, key) || !isSame(read[key], expected[key])) return false
    before = key
  }
  let has = 0
  for (const key of Object.keys(expected)) if (expected[key] !== undefined) has += 1
  return has === keys.length
}
