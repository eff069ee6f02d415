// A comparison as one vector picture: the sentence over all, and each unit twice, one side above the other.
import type { DeskUnit } from '../desk/desk-unit.ts'
import { text } from '../messages/text.ts'
import { headlineLines } from './headline-lines.ts'
import { hatching, panel, pictureEdge, pictureWidth } from './picture-frame.ts'
import { figures, lying } from './strip-drawing.ts'
import { colours, element, linesOf, type Picture, picture, textAt } from './svg.ts'

export interface PicturedDifference {
  readonly name: string
  /** The first says the measured difference. */
  readonly words: readonly string[]
  readonly change: number | null
  readonly left: DeskUnit
  readonly right: DeskUnit
}

export interface PicturedComparison {
  readonly headline: string
  readonly left: string
  readonly right: string
  readonly simulated: boolean
  readonly differences: readonly PicturedDifference[]
}

const inner = pictureWidth - 2 * pictureEdge
const rowHeight = 148
const sideHeight = 64

const tone = (change: number | null): string =>
  change === null || change === 0 ? colours.soft : change > 0 ? colours.true : colours.warn

function side(unit: DeskUnit, name: string, y: number): string[] {
  const x = pictureEdge + 330
  const lines = linesOf(name, 12.5, 150, 3)
  return [
    ...lines.map((line, i) => textAt(x, y + 22 + i * 16, { size: 12.5, fill: colours.soft }, line)),
    ...figures(unit, x + 170, y + 18, 150),
    ...lying(unit, { x: x + 340, y, width: inner - 330 - 340 - 34 }),
  ]
}

function row(difference: PicturedDifference, names: PicturedComparison, y: number): string {
  const x = pictureEdge + 24
  const name = linesOf(difference.name, 14.5, 280, 2)
  const [measured = '', ...further] = difference.words
  const below = y + 36 + name.length * 18
  const more = further.flatMap(words => linesOf(words, 12.5, 280, 2))
  return element(
    'g',
    {},
    ...name.map((line, i) => textAt(x, y + 36 + i * 18, { size: 14.5, weight: 600 }, line)),
    textAt(x, below + 8, { size: 19, family: 'serif', fill: tone(difference.change) }, measured),
    ...more.map((line, i) => textAt(x, below + 32 + i * 17, { size: 12.5, fill: colours.soft }, line)),
    ...side(difference.left, names.left, y + 14),
    ...side(difference.right, names.right, y + 14 + sideHeight),
    element('rect', { x: pictureEdge, y: y + rowHeight - 1, width: inner, height: 1, fill: colours.line }),
  )
}

/** At most `most` units are drawn, and it says how many more there are. */
export function comparePicture(comparison: PicturedComparison, most = 1_000): Picture {
  const { headline, left, right, differences, simulated } = comparison
  const said = headlineLines({ lead: headline, alarm: '', rest: '' }, pictureEdge, 84, inner * 0.94)
  const top = 84 + said.height + 30
  const shown = differences.slice(0, most)
  const height = Math.max(1, shown.length) * rowHeight
  const more = differences.length - shown.length
  const notes = [
    text.exporting.foot,
    ...(more > 0 ? [text.exporting.moreUnits(more)] : []),
    ...(simulated ? [`${text.simulated.word}. ${text.simulated.sentence}`] : []),
  ]
  const foot = top + height + 34
  return picture(
    { width: pictureWidth, height: foot + notes.length * 18 + 14 },
    { title: text.exporting.comparison(left, right), description: headline },
    hatching,
    textAt(pictureEdge, 52, { size: 15, weight: 600 }, text.exporting.comparison(left, right)),
    ...said.drawn,
    panel(top, height),
    ...shown.map((difference, i) => row(difference, comparison, top + i * rowHeight)),
    ...notes.map((note, i) => textAt(pictureEdge, foot + i * 18, { size: 12, fill: colours.soft }, note)),
  )
}
