// What all pictures share: width, the hatching of what is unproven, the panel, the band over what is made up.
import { text } from '../messages/text.ts'
import { colours, element, textAt } from './svg.ts'

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

/** 36 high, at the top: made-up figures must not travel without saying so. */
export function simulatedBand(): string {
  return element(
    'g',
    {},
    element('rect', { width: pictureWidth, height: 36, fill: colours.sim }),
    textAt(
      pictureEdge,
      23,
      { size: 13, weight: 600, fill: colours.simInk },
      `${text.simulated.word}. ${text.simulated.sentence}`,
    ),
  )
}
