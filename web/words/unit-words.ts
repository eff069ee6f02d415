// What a unit's numbers say in words: stages, intervals, the gap, and the sentence a screen reader speaks.
import type { Measured, Quota } from '@equalizer/measure'
import type { DeskUnit } from '../desk/desk-unit.ts'
import { text } from '../messages/text.ts'
import { position, share, unknownMark } from './format.ts'
import { surfaceName } from './surface-name.ts'

/** The stage that a position has reached: 38 has passed Consulted and is not yet Shared. */
export function stageOf(at: number): string {
  return text.stages[Math.min(4, Math.floor(at / 25))] ?? ''
}

/** `14`, `24–31`, `≤ 40`, `?`. */
export function intervalText({ score, low, high }: Measured): string {
  if (high === null) return text.desk.unknown
  if (score === null || low === null) return text.desk.atMost(position(high))
  return position(low) === position(high) ? position(low) : `${position(low)}–${position(high)}`
}

export function scoreText({ score, high }: Measured): string {
  if (score !== null) return position(score)
  return high === null ? unknownMark : text.desk.atMost(position(high))
}

/** How far the promise is ahead, from the rounded figures a reader sees; null where one of the two is missing. */
export function gapOf(unit: Pick<DeskUnit, 'declared' | 'measured'>): number | null {
  const { declared, measured } = unit
  if (declared === null || measured.score === null) return null
  return Math.round(declared) - Math.round(measured.score)
}

/** As the verdicts take it: within this many points declared and measured are in step. */
const inStep = 10

/** What the colours of a strip depend on. */
export type Standing = Pick<DeskUnit, 'declared' | 'measured' | 'state'>

/** The strip turns to the warning colour: a proven score, or the best that an unproven one allows, is far below. */
export function isAlarming({ declared, measured, state }: Standing): boolean {
  const seen = state === 'proven' ? (measured.score ?? measured.high) : measured.high
  return state !== 'unknown' && declared !== null && seen !== null && declared - seen > inStep
}

/** The whole strip as one sentence: what the fader and the meter show to the eye. */
export function unitLabel(unit: DeskUnit): string {
  const { declared, measured, state, target, bound } = unit
  const parts = [
    declared === null ? text.label.undeclared : text.label.declared(position(declared), stageOf(declared)),
  ]
  if (measured.high === null) parts.push(text.label.unknown)
  else if (measured.score === null || measured.low === null)
    parts.push(text.label.atMost(position(measured.high)))
  else {
    const low = position(measured.low)
    const high = position(measured.high)
    const range = low === high ? '' : `, ${text.label.interval(low, high)}`
    parts.push(`${text.label.measured(position(measured.score))}${range}`)
    if (bound?.K) parts.push(text.label.bound(surfaceName(bound.name), bound.K))
  }
  if (state === 'unproven') parts.push(text.label.unproven(share(unit.coverage)))
  const gap = gapOf(unit)
  if (gap !== null && gap > 0) parts.push(text.label.gap(position(gap)))
  if (target) parts.push(text.label.target(position(target.position)))
  return `${unit.name}: ${parts.join('; ')}`
}

export function quotaText(quota: Quota): string {
  if (quota.rule === 'override') return text.quota.override
  if (quota.rule === 'threshold') return text.quota.threshold(quota.required, quota.of)
  if (quota.numerator * 2 === quota.denominator) return text.quota.half
  if (quota.numerator * 3 === quota.denominator * 2) return text.quota.twoThirds
  return text.quota.share(quota.numerator, quota.denominator)
}

/** What is counted, in the reader's language where it is known; a currency or token as it is spelled. */
export const assetText = (asset: string): string => text.surfaces.assets[asset] ?? asset

/** The fragment of a unit's address, `#unit-finance`. */
export const anchorOf = (id: string): string => `unit-${id}`

/** A class that carries a position 0..100; a style attribute would need a weaker content security policy. */
export function at(value: number): string {
  return `at-${Math.round(Math.min(100, Math.max(0, value)))}`
}
