// The Lorenz curve as a picture that can be sent on.
import type { SurfaceReport } from '@equalizer/measure'
import { colours, element, type Picture, picture } from '../export/svg.ts'
import { text } from '../messages/text.ts'
import { share } from '../words/format.ts'
import { drawFoot, drawKey, drawLevels, drawTitle, frameOf } from './frame-drawing.ts'
import { lorenzSentence } from './in-words.ts'

const quarters = [0, 0.25, 0.5, 0.75, 1]

/** `title` says whose curve it is. */
export function lorenzPicture(title: string, { lorenz, metrics }: SurfaceReport): Picture {
  const frame = frameOf(title)
  const { left, top, width, height } = frame.plot
  const points = lorenz.map(([x, y]) => [left + x * width, top + (1 - y) * height] as const)
  const line = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const levels = quarters.map(part => [part, share(part)] as const)
  return picture(
    frame,
    { title, description: lorenzSentence(lorenz, metrics.gini) },
    drawTitle(frame.title),
    drawLevels(frame, levels),
    drawFoot(frame, levels),
    element('path', { d: `${line}Z`, fill: colours.maybe, 'fill-opacity': 0.6 }),
    element('path', {
      d: `M${left} ${top + height}L${left + width} ${top}`,
      stroke: colours.soft,
      'stroke-dasharray': '2 4',
    }),
    element('path', { d: line, fill: 'none', stroke: colours.lit, 'stroke-width': 2.5 }),
    drawKey(frame, [
      { name: text.lorenz.y, stroke: colours.lit },
      { name: text.lorenz.equal, stroke: colours.soft, dash: '2 4' },
    ]),
  )
}
