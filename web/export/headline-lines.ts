// The headline broken into lines, each word in the colour of its sentence.
import { colours, element, escapeXml, families, widthOf } from './svg.ts'

interface Word {
  readonly text: string
  readonly fill: string
}

export interface Headline {
  readonly lead: string
  readonly alarm: string
  readonly rest: string
}

const size = 36
const lineHeight = 45
/** Serif letters run narrower than those that widths are estimated by. */
const narrower = 0.86

function wordsOf({ lead, alarm, rest }: Headline): Word[] {
  const of = (sentence: string, fill: string) =>
    sentence
      .split(/\s+/)
      .filter(Boolean)
      .map(text => ({ text, fill }))
  return [...of(lead, colours.ink), ...of(alarm, colours.warn), ...of(rest, colours.ink)]
}

function broken(words: readonly Word[], width: number): Word[][] {
  const lines: Word[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const word of words) {
    const wide = widthOf(`${word.text} `, size) * narrower
    if (used + wide > width) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(word)
    used += wide
  }
  return lines
}

/** SVG text elements from `top` on, and how high they are together. */
export function headlineLines(
  headline: Headline,
  x: number,
  top: number,
  width: number,
): { readonly drawn: readonly string[]; readonly height: number } {
  const lines = broken(wordsOf(headline), width)
  const drawn = lines.map((line, i) =>
    element(
      'text',
      { x, y: top + lineHeight * i + size * 0.9, 'font-family': families.serif, 'font-size': size },
      ...line.map((word, j) =>
        element('tspan', { fill: word.fill }, escapeXml(j < line.length - 1 ? `${word.text} ` : word.text)),
      ),
    ),
  )
  return { drawn, height: lines.length * lineHeight }
}
