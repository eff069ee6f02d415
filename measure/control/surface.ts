// One control surface assessed: its windows, who holds it, its history; every number with what it rests on.
import type {
  HistoryPoint,
  HolderReport,
  Powers,
  Quota,
  SurfaceReport,
  WindowName,
} from '../report/report.ts'
import { dateOfDay, monthEnds } from './days.ts'
import { descending } from './descending.ts'
import type { Facts } from './facts.ts'
import { type DecisionRule, noPowers, powersOf } from './powers.ts'
import type { Rulebook } from './rulebook.ts'
import { ballotsIn, surfaceMetrics } from './surface-metrics.ts'
import { type Holding, Timeline } from './timeline.ts'

/** What a surface is, apart from its evidence. */
export interface SurfaceSpec {
  readonly id: string
  readonly name: string
  readonly necessary: boolean
  readonly blocks: boolean
  /** threshold: how many are required stands in the evidence, per key or wallet. */
  readonly decides:
    | { readonly rule: 'share'; readonly numerator: number; readonly denominator: number }
    | { readonly rule: 'threshold' }
    | { readonly rule: 'override' }
}

export interface PartyIndex {
  /** Party number by actor number; `bot` for machines. */
  readonly ofActor: Int32Array
  readonly ids: readonly string[]
  readonly names: readonly string[]
}

export interface AssessedSurface {
  readonly report: SurfaceReport
  /** The holding that is scored: what a change is tried on. */
  readonly holding: Holding
  readonly rule: DecisionRule
  /** Whether its evidence has dates, so that its past is known. */
  readonly dated: boolean
}

interface Settings {
  readonly asOf: number
  readonly book: Rulebook
  readonly holdersListed: number
  readonly historyPoints: number
}

interface Window {
  readonly name: WindowName
  readonly days: number | null
}

const nothing: Holding = { parties: [], weights: [], unknown: [], divisible: false, observations: 0 }

function windowsOf(timeline: Timeline, book: Rulebook): Window[] {
  if (timeline.firstDay === null) return [{ name: 'standing', days: null }]
  const [short, long] = book.windowsDays
  return [
    { name: '90d', days: short },
    { name: '365d', days: long },
    { name: 'all', days: null },
  ]
}

/** The shortest window with enough observations; else the longest that has any; else null. */
function scoredWindow(windows: readonly Window[], timeline: Timeline, settings: Settings): Window | null {
  const sizeOf = (window: Window) => timeline.rows(settings.asOf, window.days).length
  const enough = windows.find(window => sizeOf(window) >= settings.book.minimumObservations)
  return enough ?? windows.findLast(window => sizeOf(window) > 0) ?? null
}

/** The key or wallet that takes the fewest parties, with its rule; null when there is none. */
function weakestWallet(facts: Facts, parties: PartyIndex, blocks: boolean, settings: Settings) {
  const abouts = new Set(facts.about)
  const wallets = [...abouts].map(about => {
    const timeline = new Timeline(facts, parties.ofActor, about)
    const rule: DecisionRule = { rule: 'threshold', required: facts.required.get(about) ?? 1 }
    const powers = powersOf(timeline.fold(settings.asOf, null), rule, blocks, settings.book)
    return { timeline, rule, powers, name: facts.abouts.list[about] ?? '' }
  })
  const known = wallets.filter(wallet => wallet.powers.score !== null)
  known.sort((a, b) => (a.powers.score as number) - (b.powers.score as number) || (a.name < b.name ? -1 : 1))
  return known[0] ?? null
}

export function assessSurface(
  spec: SurfaceSpec,
  facts: Facts | null,
  parties: PartyIndex,
  settings: Settings,
): AssessedSurface {
  const { book, asOf } = settings
  if (!facts) return unseen(spec)
  const wallet =
    spec.decides.rule === 'threshold' ? weakestWallet(facts, parties, spec.blocks, settings) : null
  if (spec.decides.rule === 'threshold' && !wallet) return unseen(spec)
  const rule: DecisionRule = wallet ? wallet.rule : (spec.decides as DecisionRule)
  const timeline = wallet ? wallet.timeline : new Timeline(facts, parties.ofActor)
  const windows = windowsOf(timeline, book)
  const scored = scoredWindow(windows, timeline, settings)
  if (!scored) return unseen(spec)
  const holding = timeline.fold(asOf, scored.days)
  const powers = powersOf(holding, rule, spec.blocks, book)
  const byWindow: Partial<Record<WindowName, Powers>> = {}
  for (const window of windows) {
    const found =
      window === scored ? powers : powersOf(timeline.fold(asOf, window.days), rule, spec.blocks, book)
    if (found.score !== null) byWindow[window.name] = found
  }
  const last = timeline.lastDay(asOf)
  const amounts = amountsOf(holding)
  const report: SurfaceReport = {
    id: spec.id,
    name: wallet && facts.abouts.list.length > 1 ? `${spec.name} (${wallet.name})` : spec.name,
    necessary: spec.necessary,
    quota: quotaOf(rule, amounts.total),
    window: scored.name,
    ...powers,
    total: decimalText(amounts.total, facts.decimals),
    asset: facts.asset,
    unknown: { share: round(ratio(amounts.unknown, amounts.total), 4), count: holding.unknown.length },
    observations: holding.observations,
    lastDate: last === null ? null : dateOfDay(last),
    holders: holdersOf(holding, powers, amounts, parties, facts.decimals, settings.holdersListed),
    ...surfaceMetrics(holding, ballotsIn(facts, timeline.rows(asOf, scored.days), parties.ofActor)),
    windows: byWindow,
    history: historyOf(timeline, rule, spec.blocks, scored, settings, powers),
  }
  return { report, holding, rule, dated: timeline.firstDay !== null }
}

/** A surface of which nothing is known. */
function unseen(spec: SurfaceSpec): AssessedSurface {
  const rule: DecisionRule =
    spec.decides.rule === 'threshold' ? { rule: 'threshold', required: 1 } : spec.decides
  const { metrics, lorenz } = surfaceMetrics(nothing, null)
  return {
    report: {
      id: spec.id,
      name: spec.name,
      necessary: spec.necessary,
      quota: quotaOf(rule, 0n),
      window: null,
      ...noPowers,
      total: '0',
      asset: 'act',
      unknown: { share: 0, count: 0 },
      observations: 0,
      lastDate: null,
      holders: [],
      lorenz,
      metrics,
      windows: {},
      history: [],
    },
    holding: nothing,
    rule,
    dated: false,
  }
}

interface Amounts {
  readonly known: readonly bigint[]
  readonly unknown: bigint
  readonly total: bigint
}

function amountsOf(holding: Holding): Amounts {
  const known = Array.from(holding.weights as readonly (number | bigint)[], BigInt)
  const unknown = holding.unknown.reduce((sum, weight) => sum + weight, 0n)
  return { known, unknown, total: known.reduce((sum, weight) => sum + weight, unknown) }
}

function holdersOf(
  holding: Holding,
  powers: Powers,
  amounts: Amounts,
  parties: PartyIndex,
  decimals: number,
  most: number,
): HolderReport[] {
  const least = descending(amounts.known)[most - 1] ?? 1n
  const rows = amounts.known
    .map((weight, index) => ({ weight, party: holding.parties[index] as number }))
    .filter(({ weight }) => weight >= least)
    .sort(
      (a, b) =>
        compare(b.weight, a.weight) || ((parties.ids[a.party] ?? '') < (parties.ids[b.party] ?? '') ? -1 : 1),
    )
  // The unknown, taken as one party, may be among the K: then one of the known ones is not.
  const larger = rows.filter(({ weight }) => weight >= amounts.unknown).length
  const K = powers.K ?? 0
  const deciding = amounts.unknown > 0n && larger < K ? K - 1 : K
  return rows.slice(0, most).map(({ weight, party }, index) => ({
    id: parties.ids[party] ?? '',
    name: parties.names[party] ?? '',
    weight: decimalText(weight, decimals),
    share: round(ratio(weight, amounts.total), 6),
    decides: index < deciding,
  }))
}

function historyOf(
  timeline: Timeline,
  rule: DecisionRule,
  blocks: boolean,
  scored: Window,
  settings: Settings,
  now: Powers,
): HistoryPoint[] {
  const today = dateOfDay(settings.asOf)
  const first = timeline.firstDay
  const last = { date: today, score: now.score, low: now.low, high: now.high }
  if (first === null || first > settings.asOf) return [last]
  return monthEnds(first, settings.asOf, settings.historyPoints).map(day => {
    if (day === settings.asOf) return last
    const { score, low, high } = powersOf(timeline.fold(day, scored.days), rule, blocks, settings.book)
    return { date: dateOfDay(day), score, low, high }
  })
}

function quotaOf(rule: DecisionRule, total: bigint): Quota {
  if (rule.rule === 'override') return { rule: 'override' }
  if (rule.rule === 'threshold') return { rule: 'threshold', required: rule.required, of: Number(total) }
  return { rule: 'share', numerator: rule.numerator, denominator: rule.denominator, strict: true }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** a / b as a double, without losing the digits of large integers. */
function ratio(a: bigint, b: bigint): number {
  if (b === 0n) return 0
  return Number((a * 1_000_000_000_000n) / b) / 1e12
}

function round(value: number, places: number): number {
  const scale = 10 ** places
  return Math.round(value * scale) / scale
}

/** A fixed-point amount as decimal text, without trailing zeros. */
function decimalText(amount: bigint, decimals: number): string {
  if (decimals === 0) return amount.toString()
  const digits = amount.toString().padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return digits.slice(0, -decimals) + (fraction ? `.${fraction}` : '')
}
