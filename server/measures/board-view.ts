// The board as it is shown: every unit in short, with what is declared now.
import type { Board, BoardUnit } from '@equalizer/client'
import type { Charter } from '@equalizer/core'
import { dayOfDate, headline, rulebook, type UnitReport } from '@equalizer/measure'
import type { StoredDay } from './report-rows.ts'
import type { RulesInForce } from './rules-in-force.ts'

/** A unit's past is compared with where it stood about so long ago. */
const beforeDays = 90
/** Its past has a point a month: one that is farther off than this is not "about" then. */
const beforeWithinDays = 31

function beforeOf(unit: UnitReport, asOf: string): BoardUnit['before'] {
  const wanted = dayOfDate(asOf) - beforeDays
  const distance = (date: string) => Math.abs(dayOfDate(date) - wanted)
  const nearest = unit.history
    .filter(point => point.date < asOf && distance(point.date) <= beforeWithinDays)
    .reduce<UnitReport['history'][number] | null>(
      (best, point) => (best === null || distance(point.date) < distance(best.date) ? point : best),
      null,
    )
  return nearest ? { date: nearest.date, score: nearest.score } : null
}

function boardUnit(unit: UnitReport, asOf: string): BoardUnit {
  const binding = unit.surfaces.find(({ id }) => id === unit.binding)
  const { id, name, declared, target, measured, state, coverage, explanation } = unit
  return {
    id,
    name,
    declared,
    target,
    measured,
    state,
    coverage,
    binding: binding ? { id: binding.id, name: binding.name, K: binding.K, parties: binding.parties } : null,
    explanation,
    surfaces: unit.surfaces.length,
    before: beforeOf(unit, asOf),
    rules: null,
  }
}

/** A unit that nothing was measured of yet: unknown, which is not 0. */
function unmeasured(unit: Charter['units'][number]): BoardUnit {
  return {
    id: unit.id,
    name: unit.name,
    declared: unit.declared,
    target: targetOf(unit),
    measured: { score: null, low: null, high: null },
    state: 'unknown',
    coverage: 0,
    binding: null,
    explanation: {
      verdict: 'No evidence yet',
      sentence: 'Nothing that was read says who decides here.',
      actors: [],
      raise: null,
      said: {
        verdict: 'no_evidence',
        sentence: [{ code: 'unit.nothing_known', facts: { surfaces: [] } }],
        raise: null,
      },
    },
    surfaces: unit.surfaces.length,
    before: null,
    rules: null,
  }
}

function targetOf({ target }: Charter['units'][number]): BoardUnit['target'] {
  return target ? { position: target.position, by: target.by ?? null } : null
}

export interface BoardParts {
  /** null: nothing was measured yet. */
  readonly stored: StoredDay | null
  readonly units: readonly UnitReport[]
  readonly charter: Charter
  /** As they are now; a board of an earlier day does not show them. */
  readonly rules: RulesInForce
  readonly version: number
  readonly given: boolean
  readonly today: string
  /** Whether this is the board as it stands now, so that what was just declared shows at once. */
  readonly current: boolean
}

export function boardOf(parts: BoardParts): Board {
  const { stored, charter, rules, current } = parts
  if (!stored) return emptyBoard(parts)
  const { report, day: asOf } = stored
  const measured = parts.units.map(unit => boardUnit(unit, asOf))
  return {
    organization: current ? { ...report.organization, name: charter.organization.name } : report.organization,
    asOf,
    basis: current ? 'current' : stored.basis,
    measuredAt: new Date(stored.measuredMs).toISOString(),
    charterVersion: current ? parts.version : stored.charterVersion,
    headline: report.headline,
    weakest: report.weakest,
    rulebook: report.rulebook.version,
    inputHash: report.inputHash,
    units: current ? asDeclared(measured, charter, rules) : measured,
    people: {
      actors: report.identities.actors,
      parties: report.identities.parties,
      bots: report.identities.bots.length,
    },
    sources: {
      all: report.sources.length,
      refused: report.sources.filter(({ refused }) => refused !== null).length,
      observations: report.sources.reduce((sum, { observations }) => sum + observations, 0),
    },
    notes: report.notes,
  }
}

/** The units of the charter in force, each as it was measured last. */
function asDeclared(measured: readonly BoardUnit[], charter: Charter, rules: RulesInForce): BoardUnit[] {
  const byId = new Map(measured.map(unit => [unit.id, unit]))
  return charter.units.map(unit => {
    const known = byId.get(unit.id)
    const shown = known
      ? { ...known, name: unit.name, declared: unit.declared, target: targetOf(unit) }
      : unmeasured(unit)
    return withRules(shown, rules)
  })
}

/** The slider of a governed unit stands where its rules put it, whatever the charter claims. */
function withRules(unit: BoardUnit, rules: RulesInForce): BoardUnit {
  const found = rules.of(unit.id)
  if (!found) return unit
  const { position, ...shown } = found
  return { ...unit, declared: position ?? unit.declared, rules: { ...shown, claimed: unit.declared } }
}

function emptyBoard({ charter, rules, version, given, today }: BoardParts): Board {
  const { id, name, simulated } = charter.organization
  return {
    organization: { id, name, simulated, charter: given ? 'given' : 'inferred' },
    asOf: today,
    basis: 'current',
    measuredAt: null,
    charterVersion: version,
    headline: headline([]),
    weakest: null,
    rulebook: rulebook.version,
    inputHash: null,
    units: charter.units.map(unit => withRules(unmeasured(unit), rules)),
    people: { actors: 0, parties: 0, bots: 0 },
    sources: { all: charter.sources.length, refused: 0, observations: 0 },
    notes: [],
  }
}
