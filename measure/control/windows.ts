// The windows of a surface: which there are, which one is scored, and how the score went month by month.
import type { HistoryPoint, Powers, WindowName } from '../report/report.ts'
import { dateOfDay, monthEnds } from './days.ts'
import { type DecisionRule, noPowers, powersOf } from './powers.ts'
import type { Rulebook } from './rulebook.ts'
import { isKnownOn } from './standing.ts'
import type { Timeline } from './timeline.ts'

export interface Window {
  readonly name: WindowName
  readonly days: number | null
}

export interface Settings {
  readonly asOf: number
  readonly book: Rulebook
  readonly holdersListed: number
  readonly historyPoints: number
}

/** Keys, wallets and overrides are held or not: whatever their dates, they stand as they are. */
export function windowsOf(timeline: Timeline, rule: DecisionRule, book: Rulebook): Window[] {
  if (timeline.firstDay === null || rule.rule !== 'share') return [{ name: 'standing', days: null }]
  const [short, long] = book.windowsDays
  return [
    { name: '90d', days: short },
    { name: '365d', days: long },
    { name: 'all', days: null },
  ]
}

/** The shortest window with enough observations; else the longest that has any; else null. */
export function scoredWindow(
  windows: readonly Window[],
  timeline: Timeline,
  settings: Settings,
): Window | null {
  const sizeOf = (window: Window) => timeline.rows(settings.asOf, window.days).length
  const enough = windows.find(window => sizeOf(window) >= settings.book.minimumObservations)
  return enough ?? windows.findLast(window => sizeOf(window) > 0) ?? null
}

/** A point a month from the first day that anything is known of, and today. A month that is not known says null. */
export function historyOf(
  surface: { readonly timeline: Timeline; readonly standsFrom: number | null; readonly scored: Window },
  rule: DecisionRule,
  blocks: boolean,
  settings: Settings,
  now: Powers,
): HistoryPoint[] {
  const { timeline, standsFrom, scored } = surface
  const today = dateOfDay(settings.asOf)
  const first = earlier(timeline.firstDay, standsFrom)
  const last = { date: today, score: now.score, low: now.low, high: now.high }
  if (first === null || first > settings.asOf) return [last]
  return monthEnds(first, settings.asOf, settings.historyPoints).map(day => {
    if (day === settings.asOf) return last
    const { score, low, high } = isKnownOn(day, scored, standsFrom)
      ? powersOf(timeline.fold(day, scored.days), rule, blocks, settings.book)
      : noPowers
    return { date: dateOfDay(day), score, low, high }
  })
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
