// The frame of a chart as a picture: a title, gridlines with their figures, and the key beneath.
import { colours, element, linesOf, textAt, widthOf } from '../export/svg.ts'

export interface Frame {
  readonly width: number
  readonly height: number
  /** Where the chart itself lies. */
  readonly plot: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
}

export interface KeyEntry {
  readonly name: string
  readonly stroke: string
  readonly dash?: string
  /** A field of colour instead of a line. */
  readonly fill?: boolean
}

const margin = 32
const titleSize = 22
const titleLine = 28
const axisWidth = 52
const plotHeight = 260
const tailHeight = 84

export function frameOf(title: string, width = 760): Frame & { readonly title: readonly string[] } {
  const lines = linesOf(title, titleSize, width - 2 * margin, 3)
  const top = margin + lines.length * titleLine + 16
  return {
    title: lines,
    width,
    height: top + plotHeight + tailHeight,
    plot: { left: margin + axisWidth, top, width: width - 2 * margin - axisWidth, height: plotHeight },
  }
}

export function drawTitle(title: readonly string[]): string {
  return title
    .map((line, i) => textAt(margin, margin + 18 + i * titleLine, { size: titleSize, family: 'serif' }, line))
    .join('')
}

/** Horizontal lines at parts 0..1 of the height, each with what it stands for. */
export function drawLevels(
  { plot }: Frame,
  levels: readonly (readonly [part: number, name: string])[],
): string {
  return levels
    .map(([part, name]) => {
      const y = plot.top + (1 - part) * plot.height
      const style = { size: 12, fill: colours.soft, anchor: 'end' } as const
      const line = { x1: plot.left, x2: plot.left + plot.width, y1: y, y2: y, stroke: colours.line }
      return element('line', line) + textAt(plot.left - 10, y + 4, style, name)
    })
    .join('')
}

/** Names under the chart at parts 0..1 of its width. */
export function drawFoot({ plot }: Frame, names: readonly (readonly [part: number, name: string])[]): string {
  const y = plot.top + plot.height + 22
  return names
    .map(([part, name]) => {
      const anchor = part < 0.04 ? 'start' : part > 0.96 ? 'end' : 'middle'
      return textAt(plot.left + part * plot.width, y, { size: 12, fill: colours.soft, anchor }, name)
    })
    .join('')
}

export function drawKey({ plot }: Frame, entries: readonly KeyEntry[]): string {
  const y = plot.top + plot.height + 54
  let x = plot.left
  return entries
    .map(({ name, stroke, dash, fill }) => {
      const at = x
      x += 24 + widthOf(name, 12) + 26
      const mark = fill
        ? element('rect', { x: at, y: y - 9, width: 16, height: 9, fill: stroke })
        : element('line', {
            x1: at,
            x2: at + 16,
            y1: y - 4,
            y2: y - 4,
            stroke,
            'stroke-width': 2,
            'stroke-dasharray': dash,
          })
      return mark + textAt(at + 24, y, { size: 12, fill: colours.soft }, name)
    })
    .join('')
}
