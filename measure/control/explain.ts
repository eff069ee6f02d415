// Why a unit stands where it stands, naming the surface and the people, and what would raise it most.
import type { Explanation, SurfaceReport } from '../report/report.ts'
import type { Said, Verdict } from '../report/said.ts'
import { measureUnit, type UnitMeasure, type UnitSpec } from './minimum.ts'
import { leastOf } from './powers.ts'
import { type Raise, raiseOf } from './raise.ts'
import type { Rulebook } from './rulebook.ts'
import { say, verdictWords } from './say.ts'
import type { AssessedSurface } from './surface.ts'

/** Declared and measured within this many points are "in step". */
const inStep = 10

function verdictOf(spec: UnitSpec, measure: UnitMeasure): Verdict {
  const { score, high } = measure.measured
  if (measure.state === 'unknown') return 'no_evidence'
  if (score === null) return (high ?? 0) < (spec.declared ?? 0) - inStep ? 'promise_ahead' : 'unproven'
  if (spec.declared !== null && measure.state === 'proven') {
    const gap = spec.declared - score
    if (gap > inStep) return 'promise_ahead'
    return gap < -inStep ? 'facts_ahead' : 'in_step'
  }
  if (measure.state === 'unproven') return 'unproven'
  if (score === 0) return 'one_decides'
  return score < 50 ? 'few_decide' : 'widely_held'
}

function deciders(surface: SurfaceReport): string[] {
  return surface.holders.filter(holder => holder.decides).map(holder => holder.name)
}

/** More deciders than this are not listed by name. */
const namedAtMost = 6

function whoMakesIt(binding: SurfaceReport): Said {
  const names = deciders(binding)
  const K = binding.K ?? 0
  const on = { surface: binding.name, asset: binding.asset, window: binding.window ?? 'standing' } as const
  const unknown = binding.unknown.share
  const unknownDecides = unknown > 0 && names.length < Math.min(K, binding.holders.length + 1)
  if (unknownDecides && names.length === 0) {
    return { code: 'surface.decided_by_unknown', facts: { ...on, share: unknown } }
  }
  if (K > namedAtMost) {
    return { code: 'surface.decided_by_many', facts: { ...on, names: names.slice(0, 2), parties: K } }
  }
  const known = binding.holders
    .filter(holder => holder.decides)
    .reduce((sum, holder) => sum + holder.share, 0)
  return unknownDecides
    ? { code: 'surface.decided_with_unknown', facts: { ...on, names, share: Math.min(1, known + unknown) } }
    : { code: 'surface.decided', facts: { ...on, names, share: Math.min(1, known) } }
}

function howItBinds(binding: SurfaceReport): Said[] {
  const surface = binding.name
  if (binding.quota.rule === 'override') {
    const names = binding.holders.map(holder => holder.name)
    return [{ code: 'surface.override', facts: { surface, names } }]
  }
  if (binding.quota.rule === 'threshold') {
    const { required, of } = binding.quota
    const names = deciders(binding)
    return [{ code: 'surface.signed', facts: { surface, required, of, parties: binding.K ?? 0, names } }]
  }
  const main = whoMakesIt(binding)
  const least = leastOf(binding)
  if (least === 'K_b' && binding.K_b !== null) {
    return [main, { code: 'surface.blocked', facts: { parties: binding.K_b } }]
  }
  const { N2 } = binding
  const uneven = least === 'N2' && N2 !== null && N2 < (binding.K ?? 0)
  return uneven ? [main, { code: 'surface.uneven', facts: { parties: N2 } }] : [main]
}

type Raised = NonNullable<Explanation['raise']> & { readonly said: Said }

/** "No single party": whoever else can override goes too. */
function withoutOverride(surfaces: readonly AssessedSurface[], surface: string, book: Rulebook): Raised {
  const free = measureUnit(
    surfaces.filter(surface => surface.rule.rule !== 'override'),
    book,
  )
  const { score } = free.measured
  const to = score ?? 0
  const said: Said =
    score === null
      ? { code: 'raise.override_unknown', facts: {} }
      : to === 0
        ? { code: 'raise.override_held', facts: { by: free.binding?.report.name ?? '' } }
        : { code: 'raise.override', facts: { to } }
  return { surface, change: { kind: 'override' }, from: 0, to, unitTo: score, sentence: say(said), said }
}

function saidOf(
  { change, to }: Raise,
  asset: string,
  from: number,
  held: { heldAt: number | null; heldBy: string | null },
): Said {
  const raised = { from, to, ...held }
  switch (change.kind) {
    case 'spread':
      return {
        code: 'raise.spread',
        facts: { people: change.people, share: change.share, asset, ...raised },
      }
    case 'signers':
      return { code: 'raise.signers', facts: { required: change.required, of: change.of, ...raised } }
    case 'evidence':
      return { code: 'raise.evidence', facts: { share: change.share, ...raised } }
    case 'override':
      return { code: 'raise.override', facts: { to } }
  }
}

function raiseFor(
  surfaces: readonly AssessedSurface[],
  measure: UnitMeasure,
  binding: AssessedSurface,
  book: Rulebook,
): Raised | null {
  const { report } = binding
  if (binding.rule.rule === 'override') return withoutOverride(surfaces, report.id, book)
  const from = report.score as number
  const now = { score: from, high: report.high as number, coverage: report.coverage ?? 0 }
  const found = raiseOf(binding.holding, binding.rule, report.K_b !== null, now, book)
  if (!found) return null
  const others = surfaces.filter(surface => surface !== binding)
  const otherUnit = measureUnit(others, book).measured
  const otherHigh = otherUnit.score ?? otherUnit.high ?? found.to
  const missing = measure.measured.score === null
  const { next: wallet } = binding
  const unitTo = missing ? null : Math.min(found.to, otherHigh, wallet?.score ?? found.to)
  const next =
    wallet && wallet.score === unitTo
      ? wallet.name
      : others.find(other => other.report.necessary && other.report.score === unitTo)?.report.name
  const capped = unitTo !== null && unitTo < found.to && next !== undefined && next !== ''
  const held = capped ? { heldAt: unitTo, heldBy: next } : { heldAt: null, heldBy: null }
  const said = saidOf(found, report.asset, from, held)
  return { surface: report.id, change: found.change, from, to: found.to, unitTo, sentence: say(said), said }
}

/** Names of those without evidence; that nobody is listed as able to override is no gap in it. */
function withoutEvidence(surfaces: readonly AssessedSurface[]): string[] {
  const missing = surfaces.filter(({ report }) => report.score === null && report.quota.rule !== 'override')
  return missing.map(({ report }) => report.name)
}

/** What is not known of the unit besides what binds it. */
function notKnown(
  surfaces: readonly AssessedSurface[],
  measure: UnitMeasure,
  binding: AssessedSurface,
): Said[] {
  const missing = withoutEvidence(surfaces.filter(({ report }) => report.necessary))
  if (missing.length > 0) return [{ code: 'unit.no_evidence_for', facts: { surfaces: missing } }]
  if (measure.state !== 'unproven') return []
  const share = 1 - Math.min(measure.coverage, binding.report.coverage ?? 0)
  return [{ code: 'unit.weight_unknown', facts: { share } }]
}

export function explain(
  spec: UnitSpec,
  surfaces: readonly AssessedSurface[],
  measure: UnitMeasure,
  book: Rulebook,
): Explanation {
  const verdict = verdictOf(spec, measure)
  const { binding } = measure
  const sentence: Said[] = binding
    ? [...howItBinds(binding.report), ...notKnown(surfaces, measure, binding)]
    : [{ code: 'unit.nothing_known', facts: { surfaces: withoutEvidence(surfaces) } }]
  const raised = binding ? raiseFor(surfaces, measure, binding, book) : null
  const { said = null, ...raise } = raised ?? {}
  return {
    verdict: verdictWords[verdict],
    sentence: say(...sentence),
    actors: binding ? deciders(binding.report) : [],
    raise: raised ? (raise as NonNullable<Explanation['raise']>) : null,
    said: { verdict, sentence, raise: said },
  }
}
