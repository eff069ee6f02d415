// The headline broken into lines, each word in the colour of its sentence.
import { colours } from './svg.ts'
import { drawnLines, inLines, type Lettering, wordsOf } from './words-in-lines.ts'

export interface Headline {
  readonly lead: string
  readonly alarm: string
  readonly rest: string
}

const lettering: Lettering = { size: 37, lineHeight: 45, family: 'serif', spacing: -0.8, breadth: 1.02 }

/** SVG text elements from `top` on, and how high they are together. */
export function headlineLines(
  { lead, alarm, rest }: Headline,
  x: number,
  top: number,
  width: number,
): { readonly drawn: readonly string[]; readonly height: number } {
  const words = [
    ...wordsOf(lead, colours.ink),
    ...wordsOf(alarm, colours.warn),
    ...wordsOf(rest, colours.ink),
  ]
  const lines = inLines(words, width, lettering)
  const foot = top + lettering.size * 0.9
  return { drawn: drawnLines(lines, x, foot, lettering), height: lines.length * lettering.lineHeight }
}
