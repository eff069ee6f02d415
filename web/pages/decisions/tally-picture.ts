// A vote's bars as a picture to take along, drawn from the figures and not from the page.
import { panel, pictureEdge, pictureWidth } from '../../export/picture-frame.ts'
import { colours, element, linesOf, type Picture, picture, textAt } from '../../export/svg.ts'
import { text } from '../../messages/text.ts'
import { share } from '../../words/format.ts'
import type { TallyView } from './tally.ts'

export interface PicturedTally {
  readonly organization: string
  readonly id: string
  readonly title: string
  readonly outcome: string
  readonly tally: TallyView
}

const width = pictureWidth
const edge = pictureEdge
const left = edge + 28
const right = width - edge - 28
const rowHeight = 64

interface Row {
  readonly label: string
  readonly figure: string
  readonly part: number
  readonly mark: number | null
  readonly fill: string
}

function rowAt(y: number, { label, figure, part, mark, fill }: Row): string {
  const [name = ''] = linesOf(label, 16, (right - left) * 0.62, 1)
  const length = right - left
  return element(
    'g',
    {},
    textAt(left, y, { size: 16, weight: 600 }, name),
    textAt(right, y, { size: 16, anchor: 'end' }, figure),
    element('rect', { x: left, y: y + 12, width: length, height: 10, rx: 2, fill: colours.lampOff }),
    element('rect', { x: left, y: y + 12, width: length * part, height: 10, rx: 2, fill }),
    ...(mark === null
      ? []
      : [
          element('rect', { x: left + length * mark - 1, y: y + 7, width: 2, height: 20, fill: colours.ink }),
        ]),
  )
}

/** Light, whatever the page's theme. */
export function tallyPicture({ organization, id, title, outcome, tally }: PicturedTally): Picture {
  const words = text.decisions
  const lines = linesOf(title, 34, width - 2 * edge, 4)
  const top = 110 + lines.length * 42
  const { quorum } = tally
  const rows: Row[] = [
    ...tally.bars.map(({ label, has, part, leads }) => ({
      label,
      figure: tally.isDuels ? has : `${has} · ${share(part)}`,
      part,
      mark: tally.threshold,
      fill: leads ? colours.lit : colours.edge,
    })),
    {
      label: words.tally.taking,
      figure: words.tally.takingOf(quorum.has, quorum.of),
      part: quorum.part,
      mark: quorum.mark > 0 ? quorum.mark : null,
      fill: colours.soft,
    },
  ]
  const height = rows.length * rowHeight + 30
  return picture(
    { width, height: top + height + 90 },
    { title: words.picture.title(id, organization), description: `${title}. ${outcome}` },
    textAt(edge, 52, { size: 17, weight: 600 }, words.picture.title(id, organization)),
    ...lines.map((line, i) => textAt(edge, 106 + i * 42, { size: 34, family: 'serif' }, line)),
    textAt(edge, top - 12, { size: 16, fill: colours.soft }, outcome),
    panel(top + 10, height),
    ...rows.map((row, i) => rowAt(top + 50 + i * rowHeight, row)),
    textAt(edge, top + height + 56, { size: 12, fill: colours.soft }, words.picture.foot),
  )
}
