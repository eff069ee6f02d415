// A JSON number without loss: what a double cannot hold stays the text that it is.

/** The number, or its source text where it has more than the 15 digits that every double keeps (IEEE 754 binary64). */
export function exactNumber(source: string): number | string {
  if (source.length <= 15) return Number(source)
  const digits = source.replace(/[eE].*$/, '').replace(/^[-0.]+|[-.]/g, '').length
  return digits > 15 || !Number.isFinite(Number(source)) ? source : Number(source)
}
