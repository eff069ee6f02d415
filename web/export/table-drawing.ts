// One table of a picture: its heading, its columns, its first rows, and how many more there are.
import { text } from '../messages/text.ts'
import { count } from '../words/format.ts'
import { panel, pictureEdge, pictureWidth } from './picture-frame.ts'
import { colours, element, linesOf, textAt } from './svg.ts'

export interface PicturedColumn {
  readonly title: string
  /** How much of the width it takes, against the others. */
  readonly part: number
  /** Figures stand at their end. */
  readonly isNumber?: boolean
  /** What the eye looks for first. */
  readonly isName?: boolean
  /** Lines that a text may take; left out: one. */
  readonly lines?: number
}

/** How many rows of a reading were used, passed over and refused, drawn as a bar. */
export interface PicturedBar {
  readonly used: number
  readonly passed: number
  readonly refused: number
}

export interface PicturedCell {
  readonly text: string
  readonly tone?: 'soft' | 'warn' | 'true'
  readonly bar?: PicturedBar
  /** A second, smaller line. */
  readonly below?: string
  readonly belowTone?: 'warn'
}

export interface PicturedTable {
  readonly heading: string
  readonly columns: readonly PicturedColumn[]
  readonly rows: readonly (readonly (PicturedCell | string)[])[]
  /** Rows that there are, those that are not given too; left out: as many as are given. */
  readonly total?: number
  /** False: `total` is where counting stopped. */
  readonly isExact?: boolean
}

export interface Drawn {
  readonly drawn: readonly string[]
  readonly height: number
}

/** More would be a book; the files with rows have them all. */
export const rowsDrawn = 25

const inner = pictureWidth - 2 * pictureEdge
const padding = 24
const gap = 20
const headHeight = 42
const rowPadding = 12
const line = 19
const lineBelow = 17
const barHeight = 16
const sizes = { name: 14.5, cell: 14, below: 12.5, head: 12.5 } as const

interface Column extends PicturedColumn {
  readonly x: number
  readonly width: number
}

function placed(columns: readonly PicturedColumn[]): Column[] {
  const parts = columns.reduce((sum, { part }) => sum + part, 0)
  const free = inner - 2 * padding - gap * (columns.length - 1)
  let x = pictureEdge + padding
  return columns.map(column => {
    const width = (free * column.part) / parts
    const at = x
    x += width + gap
    return { ...column, x: at, width }
  })
}

const fills = { soft: colours.soft, warn: colours.warn, true: colours.true } as const

interface Lettered {
  readonly lines: readonly string[]
  readonly below: readonly string[]
  readonly cell: PicturedCell
  readonly height: number
}

function lettered(given: PicturedCell | string | undefined, column: Column): Lettered {
  const cell = typeof given === 'string' ? { text: given } : (given ?? { text: '' })
  const size = column.isName ? sizes.name : sizes.cell
  const lines = linesOf(cell.text, size, column.width, column.lines ?? 1)
  const below = cell.below ? linesOf(cell.below, sizes.below, column.width, 1) : []
  const bar = cell.bar ? barHeight : 0
  return { lines, below, cell, height: bar + lines.length * line + below.length * lineBelow }
}

/** The parts stand side by side; a part that is there is never too thin to be seen. */
function barOf({ used, passed, refused }: PicturedBar, x: number, y: number, width: number): string[] {
  const whole = used + passed + refused
  if (whole === 0) return []
  const thinnest = 3
  const share = (rows: number) => (rows === 0 ? 0 : Math.max(thinnest, (rows / whole) * width))
  const end = share(refused)
  const middle = share(passed)
  const start = width - end - middle
  const parts = [
    { x, width: start, fill: colours.lit },
    { x: x + start, width: middle, fill: colours.tick },
    { x: x + start + middle, width: end, fill: colours.warnLamp },
  ]
  return parts.filter(part => part.width > 0).map(part => element('rect', { ...part, y, height: 5, rx: 1.5 }))
}

function drawnCell({ lines, below, cell }: Lettered, column: Column, y: number): string[] {
  const x = column.isNumber ? column.x + column.width : column.x
  const anchor = column.isNumber ? ('end' as const) : ('start' as const)
  const first = y + (cell.bar ? barHeight : 0)
  const style = {
    size: column.isName ? sizes.name : sizes.cell,
    anchor,
    fill: cell.tone ? fills[cell.tone] : colours.ink,
    ...(column.isName && !cell.tone ? { weight: 600 } : {}),
  }
  const belowStyle = { size: sizes.below, anchor, fill: cell.belowTone ? colours.warn : colours.soft }
  return [
    ...(cell.bar ? barOf(cell.bar, column.x, y + 4, column.width) : []),
    ...lines.map((words, i) => textAt(x, first + 14 + i * line, style, words)),
    ...below.map((words, i) =>
      textAt(x, first + 13 + lines.length * line + i * lineBelow, belowStyle, words),
    ),
  ]
}

function rowsFrom(table: PicturedTable, columns: readonly Column[], top: number): Drawn {
  const drawn: string[] = []
  let y = top
  for (const row of table.rows.slice(0, rowsDrawn)) {
    const cells = columns.map((column, i) => lettered(row[i], column))
    const height = Math.max(line, ...cells.map(cell => cell.height)) + 2 * rowPadding
    const rule = { x: pictureEdge, y, width: inner, height: 1, fill: colours.line }
    drawn.push(element('rect', rule))
    for (const [i, column] of columns.entries()) {
      const cell = cells[i]
      if (cell) drawn.push(...drawnCell(cell, column, y + rowPadding))
    }
    y += height
  }
  return { drawn, height: y - top }
}

function moreWords({ rows, total = rows.length, isExact = true }: PicturedTable): string | null {
  const left = total - Math.min(rows.length, rowsDrawn)
  if (left <= 0) return null
  return isExact ? text.exporting.moreRows(count(left)) : text.exporting.muchMoreRows(count(left))
}

/** From `top` on; `height` counts the heading and what stands beneath. */
export function drawnTable(table: PicturedTable, top: number): Drawn {
  const columns = placed(table.columns)
  const headingHeight = 36
  const start = top + headingHeight
  const rows = rowsFrom(table, columns, start + headHeight)
  const more = moreWords(table)
  const height = headHeight + rows.height + (more === null ? 0 : headHeight)
  const foot = start + headHeight + rows.height
  return {
    drawn: [
      textAt(pictureEdge, top + 20, { size: 20, family: 'serif' }, table.heading),
      panel(start, height),
      ...columns.map(column =>
        textAt(
          column.isNumber ? column.x + column.width : column.x,
          start + 26,
          { size: sizes.head, fill: colours.soft, anchor: column.isNumber ? 'end' : 'start' },
          linesOf(column.title, sizes.head, column.width, 1)[0] ?? '',
        ),
      ),
      ...rows.drawn,
      ...(more === null
        ? []
        : [
            element('rect', { x: pictureEdge, y: foot, width: inner, height: 1, fill: colours.line }),
            textAt(pictureEdge + padding, foot + 26, { size: 13, fill: colours.soft }, more),
          ]),
    ],
    height: headingHeight + height,
  }
}
