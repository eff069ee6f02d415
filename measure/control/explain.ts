// Why a unit stands where it stands, in words that name the surface and the people, and what would raise it most.
import type { Explanation, SurfaceReport } from '../report/report.ts'
import { measureUnit, type UnitMeasure, type UnitSpec } from './minimum.ts'
import { leastOf } from './powers.ts'
import { raiseOf } from './raise.ts'
import type { Rulebook } from './rulebook.ts'
import type { AssessedSurface } from './surface.ts'
import { capital, changeWords, counted, nameList, percent, windowWords, words } from './words.ts'

/** Declared and measured within this many points are "in step". */
const inStep = 10

function verdictOf(spec: UnitSpec, measure: UnitMeasure): string {
  const { score, high } = measure.measured
  if (measure.state === 'unknown') return 'No evidence yet'
  if (score === null)
    return (high ?? 0) < (spec.declared ?? 0) - inStep ? 'Promise ahead of facts' : 'Unproven'
  if (spec.declared !== null && measure.state === 'proven') {
    const gap = spec.declared - score
    if (gap > inStep) return 'Promise ahead of facts'
    if (gap < -inStep) return 'Facts ahead of promise'
    return 'In step'
  }
  if (measure.state === 'unproven') return 'Unproven'
  if (score === 0) return 'One party decides'
  return score < 50 ? 'A few decide' : 'Widely held'
}

/** What is done on a surface, for "half of …": the asset where it is a countable act, else the weight. */
function doing(surface: SurfaceReport): string {
  if (surface.asset === 'vp') return 'the voting power'
  if (surface.asset === 'unit' || surface.asset === 'wei') return 'the amounts'
  if (/^[a-z][a-z ]*$/.test(surface.asset)) return `the ${surface.asset}s`
  return `the ${surface.asset}`
}

function deciders(surface: SurfaceReport): readonly string[] {
  return surface.holders.filter(holder => holder.decides).map(holder => holder.name)
}

/** More deciders than this are not listed by name. */
const namedAtMost = 6

function whoMakesIt(binding: SurfaceReport, names: readonly string[], when: string): string {
  const K = binding.K ?? 0
  const what = doing(binding)
  const unknownDecides = binding.unknown.share > 0 && names.length < Math.min(K, binding.holders.length + 1)
  const known = binding.holders
    .filter(holder => holder.decides)
    .reduce((sum, holder) => sum + holder.share, 0)
  if (unknownDecides && names.length === 0) {
    return `${binding.name}: who makes ${percent(binding.unknown.share)} of ${what} ${when} is not known.`
  }
  if (K > namedAtMost) {
    return `${binding.name}: it takes ${counted(K, 'party', 'parties')} to decide over ${what} ${when}, ${nameList(names.slice(0, 2))} the first of them.`
  }
  if (unknownDecides) {
    return `${binding.name}: ${nameList(names)}, with whoever is not known, make ${percent(known + binding.unknown.share)} of ${what} ${when}.`
  }
  const verb = names.length === 1 ? 'makes' : 'together make'
  return `${binding.name}: ${nameList(names)} ${verb} ${percent(known)} of ${what} ${when}.`
}

function sentenceOf(binding: SurfaceReport): string {
  const names = deciders(binding)
  const when = binding.window ? windowWords[binding.window] : ''
  if (binding.quota.rule === 'override') {
    const holders = binding.holders.map(holder => holder.name)
    return `${binding.name}: ${nameList(holders)} can override every decision alone.`
  }
  if (binding.quota.rule === 'threshold') {
    const { required, of } = binding.quota
    const least =
      binding.K === 1
        ? 'one party can act alone'
        : `${counted(binding.K ?? 0, 'party', 'parties')} can act together`
    return `${binding.name}: ${words(required)} of ${words(of)} must sign, and ${least}: ${nameList(names)}.`
  }
  const main = whoMakesIt(binding, names, when)
  const least = leastOf(binding)
  if (least === 'K_b' && binding.K_b !== null)
    return `${main} ${capital(counted(binding.K_b, 'party', 'parties'))} can block.`
  if (least === 'N2' && (binding.N2 ?? 0) < (binding.K ?? 0)) {
    return `${main} The shares are so uneven that they work like ${binding.N2?.toFixed(1)} equal parties.`
  }
  return main
}

function raiseFor(
  surfaces: readonly AssessedSurface[],
  measure: UnitMeasure,
  book: Rulebook,
): Explanation['raise'] {
  const { binding } = measure
  if (!binding) return null
  const { report } = binding
  const others = surfaces.filter(surface => surface !== binding)
  const scored = report.score as number
  const now = { score: scored, high: report.high as number, coverage: report.coverage ?? 0 }
  const blocks = report.K_b !== null
  const found = raiseOf(binding.holding, binding.rule, blocks, now, book)
  if (binding.rule.rule === 'override') {
    // "No single party": whoever else can override goes too.
    const free = measureUnit(
      surfaces.filter(surface => surface.rule.rule !== 'override'),
      book,
    )
    const without = free.measured
    const to = without.score ?? 0
    const change = changeWords({ kind: 'override' }, '')
    const sentence =
      without.score === null
        ? `${change}, the unit would stand where its other surfaces put it; they are not all known yet.`
        : to === 0
          ? `${change}, the unit would still be held at 0 by ${free.binding?.report.name}.`
          : `${change}, 0 would become ${Math.round(to)}.`
    return { surface: report.id, change: { kind: 'override' }, from: 0, to, unitTo: without.score, sentence }
  }
  if (!found) return null
  const otherUnit = measureUnit(others, book).measured
  const otherHigh = otherUnit.score ?? otherUnit.high ?? found.to
  const missing = measure.measured.score === null
  const { next: wallet } = binding
  const unitTo = missing ? null : Math.min(found.to, otherHigh, wallet?.score ?? found.to)
  const capped = unitTo !== null && unitTo < found.to
  const becomes = found.change.kind === 'evidence' ? 'could become' : 'would become'
  const surface = `${changeWords(found.change, doing(report))}, ${Math.round(scored)} ${becomes} ${Math.round(found.to)}`
  const next =
    wallet && wallet.score === unitTo
      ? wallet.name
      : others.find(other => other.report.necessary && other.report.score === unitTo)?.report.name
  const tail = capped && next ? `; the unit would then be held at ${Math.round(unitTo)} by ${next}.` : '.'
  return {
    surface: report.id,
    change: found.change,
    from: scored,
    to: found.to,
    unitTo,
    sentence: surface + tail,
  }
}

export function explain(
  spec: UnitSpec,
  surfaces: readonly AssessedSurface[],
  measure: UnitMeasure,
  book: Rulebook,
): Explanation {
  const verdict = verdictOf(spec, measure)
  const { binding } = measure
  if (!binding) {
    const wanting = surfaces.map(surface => surface.report.name)
    const sentence =
      wanting.length > 0
        ? `Nothing that was read says who holds ${nameList(wanting)}.`
        : 'Nothing that was read says who decides here.'
    return { verdict, sentence, actors: [], raise: null }
  }
  const missing = surfaces.filter(
    ({ report }) => report.necessary && report.score === null && report.quota.rule !== 'override',
  )
  const gaps =
    missing.length > 0 ? ` No evidence yet for ${nameList(missing.map(({ report }) => report.name))}.` : ''
  const unknown =
    missing.length === 0 && measure.state === 'unproven'
      ? ` ${capital(percent(1 - Math.min(measure.coverage, binding.report.coverage ?? 0)))} of the weight has no known holder.`
      : ''
  const actors = deciders(binding.report)
  return {
    verdict,
    sentence: sentenceOf(binding.report) + gaps + unknown,
    actors: [...actors],
    raise: raiseFor(surfaces, measure, book),
  }
}
