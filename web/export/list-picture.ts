// A page of lists as one vector picture: whose it is, its sentence, and its tables one under the other.
import { text } from '../messages/text.ts'
import { day } from '../words/format.ts'
import { type Headline, headlineLines } from './headline-lines.ts'
import { pictureEdge, pictureWidth, simulatedBand } from './picture-frame.ts'
import { colours, type Picture, picture, textAt } from './svg.ts'
import { drawnTable, type PicturedTable } from './table-drawing.ts'

export interface PicturedList {
  /** Whose it is: an organization, or the desk itself. */
  readonly name: string
  readonly simulated: boolean
  /** What the page is called. */
  readonly title: string
  /** The day it shows, YYYY-MM-DD; left out where nobody knows it. */
  readonly asOf?: string | undefined
  readonly headline: Headline
  /** Those without a row are left out. */
  readonly tables: readonly PicturedTable[]
}

const inner = pictureWidth - 2 * pictureEdge
const between = 40

export function listPicture(list: PicturedList): Picture {
  const top = list.simulated ? 36 : 0
  const headline = headlineLines(list.headline, pictureEdge, top + 92, inner * 0.94)
  const drawn: string[] = []
  let y = top + 92 + headline.height + 30
  for (const table of list.tables) {
    if (table.rows.length === 0) continue
    const one = drawnTable(table, y)
    drawn.push(...one.drawn)
    y += one.height + between
  }
  const asOf = list.asOf === undefined ? '' : text.exporting.asOf(day(list.asOf))
  const { lead, alarm, rest } = list.headline
  return picture(
    { width: pictureWidth, height: y + 36 },
    {
      title: [`${list.name}: ${list.title}`, asOf].filter(Boolean).join('. '),
      description: [lead, alarm, rest].filter(Boolean).join(' '),
    },
    ...(list.simulated ? [simulatedBand()] : []),
    textAt(pictureEdge, top + 52, { size: 17, weight: 600 }, list.name),
    textAt(pictureWidth - pictureEdge, top + 52, { size: 14, fill: colours.soft, anchor: 'end' }, asOf),
    ...headline.drawn,
    ...drawn,
    textAt(pictureEdge, y, { size: 12, fill: colours.soft }, text.exporting.foot),
  )
}
