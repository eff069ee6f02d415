// One control surface assessed: its windows, who holds it, its history; every number with what it rests on.
import type { Powers, Quota, SurfaceReport, WindowName } from '../report/report.ts'
import { dateOfDay } from './days.ts'
import { type Facts, noDay } from './facts.ts'
import { amountsOf, decimalText, holdersOf, ratio, round } from './holders.ts'
import type { PartyIndex } from './party-index.ts'
import { type DecisionRule, noPowers, powersOf } from './powers.ts'
import { isKnownOn } from './standing.ts'
import { ballotsIn, surfaceMetrics } from './surface-metrics.ts'
import { type Holding, Timeline } from './timeline.ts'
import { weakestWallet } from './wallets.ts'
import { historyOf, type Settings, scoredWindow, windowsOf } from './windows.ts'

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

export interface SurfaceInput {
  readonly spec: SurfaceSpec
  /** null: no observation came. */
  readonly facts: Facts | null
  /**
   * UTC day number from which its facts without a date count, which may be after `asOf`; null: it has none. Left out:
   * `asOf`.
   */
  readonly standsFrom?: number | null
}

export interface AssessedSurface {
  readonly report: SurfaceReport
  /** The holding that is scored: what a change is tried on. */
  readonly holding: Holding
  readonly rule: DecisionRule
  /** What holds the surface once its weakest key or wallet is raised; null: nothing else does. */
  readonly next: { readonly name: string; readonly score: number } | null
  /** Day from which its facts without a date count: before it, its past is not known; null: it has none. */
  readonly standsFrom: number | null
  /** They count only from a day after the one that is measured. */
  readonly withheld: boolean
}

const nothing: Holding = { parties: [], weights: [], unknown: [], divisible: [], observations: 0 }

export function assessSurface(input: SurfaceInput, parties: PartyIndex, settings: Settings): AssessedSurface {
  const { spec, facts } = input
  const { book, asOf } = settings
  const undated = facts?.day.includes(noDay) ? asOf : null
  const standsFrom = input.standsFrom === undefined ? undated : input.standsFrom
  const since = { standsFrom, withheld: standsFrom !== null && standsFrom > asOf }
  if (!facts) return unseen(spec, since)
  const wallet =
    spec.decides.rule === 'threshold' ? weakestWallet(facts, parties, spec.blocks, settings) : null
  if (spec.decides.rule === 'threshold' && !wallet) return unseen(spec, since)
  const rule: DecisionRule = wallet ? wallet.rule : (spec.decides as DecisionRule)
  const timeline = wallet ? wallet.timeline : new Timeline(facts, parties.ofActor)
  const windows = windowsOf(timeline, rule, book)
  const scored = scoredWindow(windows, timeline, settings)
  if (!scored || !isKnownOn(asOf, scored, standsFrom)) return unseen(spec, since)
  const holding = timeline.fold(asOf, scored.days)
  const powers = powersOf(holding, rule, spec.blocks, book)
  const byWindow: Partial<Record<WindowName, Powers>> = {}
  for (const window of windows) {
    if (!isKnownOn(asOf, window, standsFrom)) continue
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
    unknown: {
      share: round(ratio(amounts.unknown, amounts.total), 4),
      count: holding.unknown.length + holding.divisible.length,
    },
    observations: holding.observations,
    lastDate: last === null ? null : dateOfDay(last),
    holders: holdersOf(holding, powers, amounts, parties, {
      decimals: facts.decimals,
      most: settings.holdersListed,
      alone: rule.rule === 'override',
    }),
    ...surfaceMetrics(holding, ballotsIn(facts, timeline.rows(asOf, scored.days), parties.ofActor)),
    windows: byWindow,
    history: historyOf({ timeline, standsFrom, scored }, rule, spec.blocks, settings, powers),
  }
  const next = wallet?.next ? { ...wallet.next, name: `${spec.name} (${wallet.next.name})` } : null
  return { report, holding, rule, next, ...since }
}

/** A surface of which nothing is known. */
function unseen(spec: SurfaceSpec, since: Pick<AssessedSurface, 'standsFrom' | 'withheld'>): AssessedSurface {
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
    next: null,
    ...since,
  }
}

function quotaOf(rule: DecisionRule, total: bigint): Quota {
  if (rule.rule === 'override') return { rule: 'override' }
  if (rule.rule === 'threshold') return { rule: 'threshold', required: rule.required, of: Number(total) }
  return { rule: 'share', numerator: rule.numerator, denominator: rule.denominator, strict: true }
}
