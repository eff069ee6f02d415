// The board as one vector picture: headline, desk, day and hash, drawn from the figures and not from the page.

import type { Report } from '@equalizer/measure'
import type { DeskUnit } from '../desk/desk-unit.ts'
import { text } from '../messages/text.ts'
import { day } from '../words/format.ts'
import { headlineOf } from '../words/said-words.ts'
import { headlineLines } from './headline-lines.ts'
import { hatching, panel, pictureEdge, pictureWidth, simulatedBand } from './picture-frame.ts'
import { rowHeight, rowOf, stripHeight, stripOf, wellHeight, wellTop } from './strip-drawing.ts'
import { colours, type Picture, picture, textAt } from './svg.ts'

export interface PicturedBoard {
  readonly organization: { readonly name: string; readonly simulated: boolean }
  readonly asOf: string
  readonly headline: Report['headline']
  readonly rulebook: string
  readonly inputHash: string | null
  readonly units: readonly DeskUnit[]
}

const width = pictureWidth
const edge = pictureEdge
const inner = width - 2 * edge
const scaleWidth = 104
/** More strips than this do not stand side by side, and one alone would stand in an empty hall. */
const stripsAtMost = 8
const stripsAtLeast = 2

function strips(units: readonly DeskUnit[], y: number): { drawn: string[]; height: number } {
  const each = (inner - scaleWidth) / units.length
  const names = text.stages.map((stage, i) =>
    textAt(
      edge + 20,
      y + wellTop + 24 + wellHeight * (1 - i / 4) + 4,
      { size: 12, fill: colours.soft },
      stage,
    ),
  )
  const drawn = units.map((unit, i) => stripOf(unit, { x: edge + scaleWidth + i * each, y, width: each }))
  return { drawn: [panel(y, stripHeight), ...names, ...drawn], height: stripHeight }
}

function rows(units: readonly DeskUnit[], y: number, left: number): { drawn: string[]; height: number } {
  const height = units.length * rowHeight + (left > 0 ? 44 : 0)
  const drawn = units.map((unit, i) => rowOf(unit, { x: edge, y: y + i * rowHeight, width: inner }))
  if (left > 0) {
    const at = y + units.length * rowHeight + 28
    drawn.push(textAt(edge + 20, at, { size: 13, fill: colours.soft }, text.exporting.moreUnits(left)))
  }
  return { drawn: [panel(y, height), ...drawn], height }
}

/** At most `most` units are drawn, and it says how many more there are. */
export function deskPicture(board: PicturedBoard, most = 1_000): Picture {
  const { organization, units } = board
  const top = organization.simulated ? 36 : 0
  const asOf = text.exporting.asOf(day(board.asOf))
  const said = headlineOf(board.headline)
  const headline = headlineLines(said, edge, top + 92, inner * 0.94)
  const deskTop = top + 92 + headline.height + 34
  const shown = units.slice(0, most)
  const desk =
    shown.length <= stripsAtMost && shown.length >= stripsAtLeast
      ? strips(shown, deskTop)
      : rows(shown, deskTop, units.length - shown.length)
  const foot = deskTop + desk.height + 36
  const proof = [text.exporting.rulebook(board.rulebook), board.inputHash].filter(Boolean).join(' · ')
  return picture(
    { width, height: foot + 40 },
    {
      title: text.exporting.pictureTitle(organization.name, asOf),
      description: [said.lead, said.alarm, said.rest].filter(Boolean).join(' '),
    },
    hatching,
    ...(organization.simulated ? [simulatedBand()] : []),
    textAt(edge, top + 52, { size: 17, weight: 600 }, organization.name),
    textAt(width - edge, top + 52, { size: 14, fill: colours.soft, anchor: 'end' }, asOf),
    ...headline.drawn,
    ...desk.drawn,
    textAt(edge, foot, { size: 12, fill: colours.soft }, text.exporting.foot),
    textAt(width - edge, foot, { size: 11, family: 'mono', fill: colours.soft, anchor: 'end' }, proof),
  )
}
