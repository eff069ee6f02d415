// Numbers as the formats write them: decimal, without leading zeroes, and no larger than a number here can be exact.

const digits = /^(?:0|[1-9][0-9]*)$/

/** `'malformed'`: no such number. `'too_large'`: one above 2^53 - 1, which is more than this implementation can hold exactly. */
export function parseDecimal(text: string): number | 'malformed' | 'too_large' {
  if (!digits.test(text)) return 'malformed'
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : 'too_large'
}
