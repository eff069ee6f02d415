// Words in lines for pictures, each in its own colour and weight.
import { element, escapeXml, families, widthOf } from './svg.ts'

export interface Word {
  readonly text: string
  readonly fill: string
  readonly weight?: number
}

export interface Lettering {
  readonly size: number
  readonly lineHeight: number
  readonly family: keyof typeof families
  /** Between letters, in pixels. */
  readonly spacing?: number
  /** How wide the family runs against the estimate. */
  readonly breadth?: number
}

export function wordsOf(sentence: string, fill: string, weight?: number): Word[] {
  const look = weight === undefined ? { fill } : { fill, weight }
  return sentence
    .split(/\s+/)
    .filter(Boolean)
    .map(text => ({ text, ...look }))
}

export function inLines(
  words: readonly Word[],
  width: number,
  { size, spacing = 0, breadth = 1 }: Lettering,
): Word[][] {
  const lines: Word[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const word of words) {
    const wide = widthOf(`${word.text} `, size) * breadth + (word.text.length + 1) * spacing
    if (used + wide > width) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(word)
    used += wide
  }
  return lines
}

/** What is over `most` lines ends in an ellipsis. */
export function cut(lines: readonly Word[][], most: number): readonly Word[][] {
  const last = lines[most - 1]
  const word = last?.at(-1)
  if (lines.length <= most || !last || !word) return lines
  return [...lines.slice(0, most - 1), [...last.slice(0, -1), { ...word, text: `${word.text} …` }]]
}

/** SVG text elements, the first line's foot at `y`. */
export function drawnLines(
  lines: readonly (readonly Word[])[],
  x: number,
  y: number,
  { size, lineHeight, family, spacing }: Lettering,
): string[] {
  const font = { 'font-family': families[family], 'font-size': size, 'letter-spacing': spacing }
  return lines.map((line, i) =>
    element(
      'text',
      { x, y: y + lineHeight * i, ...font },
      ...line.map(({ text, fill, weight }, j) => {
        const spaced = j < line.length - 1 ? `${text} ` : text
        return element('tspan', { fill, 'font-weight': weight }, escapeXml(spaced))
      }),
    ),
  )
}
