// A position over time as a picture that can be sent on.
import type { HistoryPoint } from '@equalizer/measure'
import { colours, element, type Picture, picture } from '../export/svg.ts'
import { text } from '../messages/text.ts'
import { day, position } from '../words/format.ts'
import {
  drawFoot,
  drawKey,
  drawLevels,
  drawTitle,
  type Frame,
  frameOf,
  type KeyEntry,
} from './frame-drawing.ts'
import type { HistoryFacts } from './history-options.ts'
import { historySentence } from './in-words.ts'

type At = readonly [x: number, y: number]

const path = (points: readonly At[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** Stretches without a gap, because what is unknown is not drawn. */
function stretches<T>(items: readonly (T | null)[]): T[][] {
  const found: T[][] = [[]]
  for (const item of items) {
    if (item === null) found.push([])
    else found.at(-1)?.push(item)
  }
  return found.filter(stretch => stretch.length > 0)
}

function places({ plot }: Frame, history: readonly HistoryPoint[]) {
  const times = history.map(point => Date.parse(`${point.date}T00:00:00Z`))
  const from = times[0] ?? 0
  const span = Math.max(1, (times.at(-1) ?? 0) - from)
  return {
    x: (i: number) => plot.left + (((times[i] ?? from) - from) / span) * plot.width,
    y: (value: number) => plot.top + (1 - value / 100) * plot.height,
  }
}

function level({ plot }: Frame, value: number | null, stroke: string, dash: string): string {
  if (value === null) return ''
  const y = plot.top + (1 - value / 100) * plot.height
  const ends = { x1: plot.left, x2: plot.left + plot.width, y1: y, y2: y }
  return element('line', { ...ends, stroke, 'stroke-width': 1.5, 'stroke-dasharray': dash })
}

/** `title` says whose course it is. */
export function historyPicture(title: string, { history, declared, target }: HistoryFacts): Picture {
  const frame = frameOf(title)
  const { x, y } = places(frame, history)
  const band = history.map((point, i) =>
    point.high === null ? null : { x: x(i), high: y(point.high), low: y(point.low ?? 0) },
  )
  const measured = history.map((point, i): At | null =>
    point.score === null ? null : [x(i), y(point.score)],
  )
  const first = history[0]
  const last = history.at(-1)
  const key: KeyEntry[] = [
    { name: text.history.measured, stroke: colours.lit },
    { name: text.history.band, stroke: colours.maybe, fill: true },
    ...(declared === null ? [] : [{ name: text.history.declared, stroke: colours.ink, dash: '2 4' }]),
    ...(target === null ? [] : [{ name: text.history.target, stroke: colours.aim, dash: '6 4' }]),
  ]
  return picture(
    frame,
    { title, description: historySentence(history) },
    drawTitle(frame.title),
    drawLevels(
      frame,
      [0, 25, 50, 75, 100].map(value => [value / 100, position(value)] as const),
    ),
    drawFoot(
      frame,
      first && last
        ? [
            [0, day(first.date)],
            [1, day(last.date)],
          ]
        : [],
    ),
    ...stretches(band).map(part => {
      const up = part.map((one): At => [one.x, one.high])
      const back = [...part].reverse().map((one): At => [one.x, one.low])
      return element('path', { d: `${path([...up, ...back])}Z`, fill: colours.maybe, 'fill-opacity': 0.6 })
    }),
    level(frame, declared, colours.ink, '2 4'),
    level(frame, target, colours.aim, '6 4'),
    ...stretches(measured).map(part =>
      element('path', { d: path(part), fill: 'none', stroke: colours.lit, 'stroke-width': 2.5 }),
    ),
    drawKey(frame, key),
  )
}
