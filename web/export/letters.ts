// Which further font files a text needs, by the ranges that the fonts' own style sheets state.

/** The beginning and end of each range, both within it; what no font of ours has falls back to the reader's own. */
const ranges = {
  latinExt: [
    [0x100, 0x2ba],
    [0x2bd, 0x2c5],
    [0x2c7, 0x2cc],
    [0x2ce, 0x2d7],
    [0x2dd, 0x2ff],
    [0x1d00, 0x1dbf],
    [0x1e00, 0x1e9f],
    [0x1ef2, 0x1eff],
    [0x20a0, 0x20ab],
    [0x20ad, 0x20c0],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
  ],
  greek: [[0x370, 0x3ff]],
  cyrillic: [
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ],
} as const

export type Letters = keyof typeof ranges

/** As a style sheet says it. */
export function unicodeRange(letters: Letters): string {
  const hex = (point: number) => point.toString(16).toUpperCase()
  return ranges[letters].map(([from, to]) => `U+${hex(from)}-${hex(to)}`).join(',')
}

export function lettersIn(text: string): ReadonlySet<Letters> {
  const points = new Set(Array.from(text, character => character.codePointAt(0) ?? 0))
  const has = (letters: Letters) =>
    ranges[letters].some(([from, to]) => [...points].some(point => point >= from && point <= to))
  return new Set((Object.keys(ranges) as Letters[]).filter(has))
}
