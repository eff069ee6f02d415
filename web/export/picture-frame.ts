// What all pictures of units share: their width, the hatching of what is unproven, the panel that units stand on.
import { colours, element } from './svg.ts'

export const pictureWidth = 1280
export const pictureEdge = 48

export const hatching = element(
  'defs',
  {},
  element(
    'pattern',
    { id: 'unproven', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 5, height: 5, fill: colours.panel }),
    element('rect', { width: 1.5, height: 5, fill: colours.edge }),
  ),
  element(
    'pattern',
    { id: 'open', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 1.5, height: 5, fill: colours.edge }),
  ),
)

export function panel(y: number, height: number): string {
  const width = pictureWidth - 2 * pictureEdge
  return element('rect', {
    x: pictureEdge,
    y,
    width,
    height,
    rx: 14,
    fill: colours.panel,
    stroke: colours.line,
  })
}
