// One unit in a picture of the desk: standing as a strip, or lying as a row.
import type { DeskUnit } from '../desk/desk-unit.ts'
import { litTo } from '../desk/lamps.ts'
import { text } from '../messages/text.ts'
import { position, unknownMark } from '../words/format.ts'
import { sentenceOf, verdictOf } from '../words/said-words.ts'
import { intervalText, isAlarming } from '../words/unit-words.ts'
import { colours, element, linesOf, textAt } from './svg.ts'
import { cut, drawnLines, inLines, type Lettering, wordsOf } from './words-in-lines.ts'

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

export const wellHeight = 260
export const wellTop = 106
export const stripHeight = 600
export const rowHeight = 84

const tones = (unit: DeskUnit) => {
  const alarming = isAlarming(unit)
  const known = unit.state === 'proven' ? colours.true : colours.soft
  return {
    figure: alarming ? colours.warn : known,
    lit: alarming ? colours.warnLamp : colours.lit,
    maybe: alarming ? colours.warnMaybe : colours.maybe,
    verdict: alarming ? colours.warn : colours.ink,
  }
}

export function figures(unit: DeskUnit, x: number, y: number, width: number): string[] {
  const label = { size: 12, fill: colours.soft }
  const narrow = width < 140
  const figure = { size: narrow ? 20 : 23, family: 'serif', weight: 480 } as const
  const second = x + (narrow ? 60 : 72)
  const declared = unit.declared === null ? unknownMark : position(unit.declared)
  return [
    textAt(x, y, label, text.desk.declared),
    textAt(x, y + 24, figure, declared),
    textAt(second, y, label, text.desk.measured),
    textAt(second, y + 24, { ...figure, fill: tones(unit).figure }, intervalText(unit.measured)),
  ]
}

const lampCount = 25

/** Twenty-five lamps along one axis; `lamp` gives the box of the i-th from the low end. */
function lamps(
  unit: DeskUnit,
  lamp: (i: number) => Record<'x' | 'y' | 'width' | 'height', number>,
): string[] {
  const { low, high } = unit.measured
  const { lit, maybe } = tones(unit)
  const off = unit.state === 'proven' ? colours.lampOff : 'url(#unproven)'
  return Array.from({ length: lampCount }, (_, i) => i).flatMap(i => {
    const top = ((i + 1) / lampCount) * 100
    const isLit = low !== null && top <= litTo(low)
    const isMaybe = high !== null && top <= litTo(high)
    const box = { ...lamp(i), rx: 2 }
    const drawn = element('rect', { ...box, fill: isLit ? lit : isMaybe ? maybe : off })
    // As on the desk: where nothing is proven, what is not ruled out is hatched too.
    const isOpen = unit.state !== 'proven' && isMaybe && !isLit
    return isOpen ? [drawn, element('rect', { ...box, fill: 'url(#open)' })] : [drawn]
  })
}

function standing(unit: DeskUnit, { x, y, width }: Place): string[] {
  const up = (value: number) => y + wellHeight * (1 - value / 100)
  const meterX = x + Math.min(width - 24, 132)
  const step = wellHeight / lampCount
  const drawn = [0, 25, 50, 75, 100].map(value =>
    element('rect', { x, y: up(value), width: 44, height: 1, fill: colours.tick }),
  )
  drawn.push(
    element('rect', { x: x + 19, y: y - 6, width: 6, height: wellHeight + 12, rx: 3, fill: colours.track }),
  )
  if (unit.target) {
    const at = up(unit.target.position)
    drawn.push(element('rect', { x: x + 47, y: at - 1, width: 11, height: 2, fill: colours.aim }))
    drawn.push(textAt(x + 62, at + 4, { size: 12, fill: colours.aim }, position(unit.target.position)))
  }
  if (unit.declared !== null) {
    const at = up(unit.declared)
    drawn.push(element('rect', { x: x + 1, y: at - 12, width: 42, height: 24, rx: 5, fill: colours.ink }))
    drawn.push(element('rect', { x: x + 6, y: at - 1, width: 32, height: 2, fill: colours.paper }))
  }
  if (unit.declared !== null && unit.measured.high !== null && isAlarming(unit)) {
    const [from, to] = [up(unit.declared), up(unit.measured.high)]
    const bracket = `M${meterX - 8} ${from}h-6V${to}h6`
    if (to > from)
      drawn.push(element('path', { d: bracket, fill: 'none', stroke: colours.warnLamp, 'stroke-width': 1.5 }))
  }
  const box = (i: number) => ({
    x: meterX,
    y: y + wellHeight - step * (i + 1) + 1,
    width: 18,
    height: step - 2,
  })
  return [...drawn, ...lamps(unit, box)]
}

const speech: Lettering = { size: 13, lineHeight: 18, family: 'sans' }

function said(unit: DeskUnit, { x, y, width }: Place, most: number): string[] {
  const words = [
    ...wordsOf(`${verdictOf(unit.explanation)}.`, tones(unit).verdict, 600),
    ...wordsOf(sentenceOf(unit.explanation), colours.soft),
  ]
  return drawnLines(cut(inLines(words, width, speech), most), x, y, speech)
}

export function stripOf(unit: DeskUnit, { x, y, width }: Place): string {
  const inside = { x: x + 18, y, width: width - 30 }
  const name = linesOf(unit.name, 14.5, inside.width, 2)
  return element(
    'g',
    {},
    ...name.map((line, i) => textAt(inside.x, y + 32 + i * 18, { size: 14.5, weight: 600 }, line)),
    ...figures(unit, inside.x, y + 74, inside.width),
    ...standing(unit, { x: inside.x, y: y + wellTop + 24, width: inside.width }),
    ...said(unit, { ...inside, y: y + wellTop + wellHeight + 60 }, 10),
    element('rect', { x, y, width: 1, height: stripHeight, fill: colours.line }),
  )
}

export function lying(unit: DeskUnit, { x, y, width }: Place): string[] {
  const along = (value: number) => x + (width * value) / 100
  const drawn = [
    element('rect', { x: x - 6, y: y + 11, width: width + 12, height: 6, rx: 3, fill: colours.track }),
  ]
  if (unit.target) {
    const at = along(unit.target.position)
    drawn.push(element('rect', { x: at - 1, y: y + 5, width: 2, height: 14, fill: colours.aim }))
  }
  if (unit.declared !== null) {
    const at = along(unit.declared)
    drawn.push(element('rect', { x: at - 11, y: y + 2, width: 22, height: 24, rx: 5, fill: colours.ink }))
    drawn.push(element('rect', { x: at - 1, y: y + 7, width: 2, height: 14, fill: colours.paper }))
  }
  const step = width / lampCount
  return [...drawn, ...lamps(unit, i => ({ x: x + step * i + 1, y: y + 34, width: step - 2, height: 12 }))]
}

export function rowOf(unit: DeskUnit, { x, y, width }: Place): string {
  const name = linesOf(unit.name, 14.5, width * 0.2, 3)
  return element(
    'g',
    {},
    ...name.map((line, i) => textAt(x + 20, y + 36 + i * 18, { size: 14.5, weight: 600 }, line)),
    ...figures(unit, x + width * 0.24, y + 34, width * 0.16),
    ...lying(unit, { x: x + width * 0.4, y: y + 14, width: width * 0.28 }),
    ...said(unit, { x: x + width * 0.71, y: y + 28, width: width * 0.27 }, 3),
    element('rect', { x, y: y + rowHeight - 1, width, height: 1, fill: colours.line }),
  )
}
