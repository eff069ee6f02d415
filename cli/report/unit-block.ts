// One unit on the terminal: its slider and its meter one above the other, and beneath what binds and what would help.
import { stageName, type UnitReport } from '@equalizer/measure'
import { fader, level } from '../terminal/meter.ts'
import type { Screen } from '../terminal/screen.ts'
import { cut, harmless, padEnd, padStart, textWidth, wrap } from '../terminal/text.ts'
import { percentage } from './words.ts'

const indent = '  '
const labelColumns = 10
const numberColumns = 5
/** Declared and measured within this many points are in step. */
const inStep = 10

/** Lines without line ends, none wider than the screen. */
export function unitBlock(unit: UnitReport, screen: Screen): string[] {
  const text = `${indent}${' '.repeat(labelColumns)}`
  const room = screen.columns - text.length
  const say = (sentence: string, style: 'dim' | 'reset') =>
    wrap(harmless(sentence), room).map(line => text + (style === 'dim' ? screen.paint('dim', line) : line))
  const { sentence, raise } = unit.explanation
  return [
    unitTitle(unit, screen),
    ...unitMeters(unit, screen),
    ...say(sentence, 'reset'),
    ...(raise ? say(raise.sentence, 'dim') : []),
  ]
}

/** Nothing is said and nothing is known: the title alone tells it. */
export function isBlank(unit: UnitReport): boolean {
  return unit.state === 'unknown' && unit.declared === null && unit.target === null
}

export function unitTitle(unit: UnitReport, screen: Screen): string {
  const verdict = harmless(unit.explanation.verdict)
  const name = cut(harmless(unit.name), screen.columns - textWidth(verdict) - 2)
  const gap = ' '.repeat(screen.columns - textWidth(name) - textWidth(verdict))
  return screen.paint('bold', name) + gap + paintVerdict(unit, verdict, screen)
}

function paintVerdict(unit: UnitReport, verdict: string, screen: Screen): string {
  if (unit.state === 'unknown') return screen.paint('dim', verdict)
  if (/ahead of facts|One party/.test(verdict)) return screen.paint('red', verdict)
  return screen.paint(unit.state === 'unproven' ? 'yellow' : 'green', verdict)
}

/** The line of what is declared and the line of what is measured. */
export function unitMeters(unit: UnitReport, screen: Screen): string[] {
  const columns = Math.min(50, Math.floor(screen.columns * 0.4) - 2)
  const room = screen.columns - indent.length - labelColumns - columns - numberColumns - 2
  const line = (label: string, meter: string, number: string, rest: string) =>
    `${indent}${padEnd(label, labelColumns)}${meter}${padStart(number, numberColumns)}  ${cut(rest, room)}`.trimEnd()
  const good = (gapOf(unit) ?? 0) <= inStep
  return [
    line('declared', fader(unit.declared, columns, screen), round(unit.declared, '–'), declaredWords(unit)),
    line('measured', level(unit.measured, columns, screen, good), measuredNumber(unit), measuredWords(unit)),
  ]
}

function round(position: number | null, none: string): string {
  return position === null ? none : String(Math.round(position))
}

function measuredNumber({ measured: { score, high } }: UnitReport): string {
  if (score === null && high !== null) return `≤${Math.round(high)}`
  return round(score, '?')
}

function declaredWords({ declared, target }: UnitReport): string {
  const aim = target ? `${Math.round(target.position)}${target.by ? ` by ${target.by}` : ''}` : null
  if (declared === null) return aim ? `not declared; aim ${aim}` : 'not declared'
  return aim ? `${stageName(declared)}; aim ${aim}` : stageName(declared)
}

/** How far the facts stay behind what is declared; null where one of them is not known. */
function gapOf({ declared, measured }: UnitReport): number | null {
  const most = measured.score ?? measured.high
  return declared === null || most === null ? null : declared - most
}

function measuredWords(unit: UnitReport): string {
  if (unit.state === 'unknown') return 'unknown'
  const { low, high, score } = unit.measured
  const words: string[] = []
  const gap = gapOf(unit)
  // What matters most first, since a narrow screen cuts the end off.
  if (gap !== null && Math.round(gap) > inStep) words.push(`${Math.round(gap)} behind`)
  else if (gap !== null && Math.round(gap) < -inStep) words.push(`${Math.round(-gap)} ahead`)
  if (score === null) words.push('at most')
  else if (low !== null && high !== null && Math.round(high) > Math.round(low)) {
    words.push(`${Math.round(low)}–${Math.round(high)}`)
  }
  if (unit.state === 'unproven' && unit.explanation.verdict !== 'Unproven') words.push('unproven')
  if (unit.coverage < 1) words.push(`${percentage(unit.coverage)} known`)
  return words.join(', ')
}
