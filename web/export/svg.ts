// Pictures as SVG text: elements with everything from outside escaped, and lines broken by an estimate of their width.

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** A picture that can be saved as it is, or drawn into a PNG. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 (section 2.2) does not allow are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, character => entities[character] ?? character)
}

const figure = (value: number): string => String(Math.round(value * 100) / 100)

/** One element; children are SVG already, made by this function or by `escapeXml`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? figure(value) : escapeXml(String(value))}"`,
    )
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

export const families = {
  serif: "Fraunces, 'Iowan Old Style', 'Palatino Linotype', Georgia, serif",
  sans: "Inter, 'Helvetica Neue', Arial, sans-serif",
  mono: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
} as const

/** The colours of paper: a picture that is sent on is always the light one. */
export const colours = {
  paper: '#f6f4ef',
  panel: '#fffdf8',
  ink: '#16181d',
  soft: '#5a5e68',
  line: '#dcd8ce',
  edge: '#8a867b',
  track: '#e4dfd2',
  tick: '#cfcabd',
  lit: '#0f8a5f',
  true: '#0a6e4b',
  maybe: '#a9d2bf',
  warn: '#b93a08',
  warnLamp: '#d1480f',
  warnMaybe: '#efb899',
  aim: '#2b55d0',
  lampOff: '#e6e1d4',
  sim: '#3d2f86',
  simInk: '#ffffff',
} as const

interface TextStyle {
  readonly size: number
  readonly family?: keyof typeof families
  readonly weight?: number
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

export function textAt(x: number, y: number, style: TextStyle, text: string): string {
  const { size, family = 'sans', weight, fill = colours.ink, anchor } = style
  const font = { 'font-family': families[family], 'font-size': size, 'font-weight': weight }
  return element('text', { x, y, fill, 'text-anchor': anchor, ...font }, escapeXml(text))
}

const narrow = /[iljtfrI.,:;'|!()[\] -]/
const broad = /[mwMW@%—]|[\u1100-\u9fff\uac00-\ud7af\uff00-\uffef]|\p{Extended_Pictographic}/u

/** About how wide a text is, in pixels; on the safe side, for the reader's fonts are not known. */
export function widthOf(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += narrow.test(character) ? 0.32 : broad.test(character) ? 0.98 : 0.57
  return ems * size
}

/** A word that is wider than the line is cut where the line ends. */
function pieces(word: string, size: number, width: number): string[] {
  const found: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece && widthOf(piece + character, size) > width) {
      found.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...found, piece]
}

/** Breaks a text into lines of at most `width` pixels; what is over `most` lines ends in an ellipsis. */
export function linesOf(text: string, size: number, width: number, most = 40): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    for (const piece of pieces(word, size, width)) {
      const longer = line ? `${line} ${piece}` : piece
      if (line && widthOf(longer, size) > width) {
        lines.push(line)
        line = piece
      } else line = longer
    }
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const last = lines[most - 1] ?? ''
  return [...lines.slice(0, most - 1), `${last.replace(/[\s.,;:]+$/, '')} …`]
}

/** The whole document; `title` and `description` are what a screen reader says of it. */
export function picture(
  size: { readonly width: number; readonly height: number },
  words: { readonly title: string; readonly description: string },
  ...children: readonly string[]
): Picture {
  const { width, height } = size
  const view = { width, height, viewBox: `0 0 ${figure(width)} ${figure(height)}`, role: 'img' }
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...view },
    element('title', {}, escapeXml(words.title)),
    element('desc', {}, escapeXml(words.description)),
    element('rect', { width, height, fill: colours.paper }),
    ...children,
  )
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height }
}
