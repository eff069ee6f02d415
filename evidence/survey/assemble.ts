// From what was taken in to a report: the same for a survey of files and for evidence that lies in a store.
import { type Charter, limits } from '@equalizer/core'
import {
  assessUnits,
  headline,
  type Identities,
  type Report,
  resolveIdentities,
  rulebook,
  type SameClaim,
  type SeenActor,
  type SourceReport,
  type SurfaceInput,
  type SurfaceSpec,
  type UnitInput,
  type UnitReport,
  weakestUnit,
} from '@equalizer/measure'
import { factLines } from './canonical.ts'
import { inputHasher } from './input-hash.ts'
import type { Intake } from './intake.ts'
import { standingNotes } from './standing.ts'
import { surfaceFingerprint, unitFingerprint } from './unit-fingerprint.ts'

export interface AssembleOptions {
  readonly charter: Charter
  /** False: it was inferred, and surfaces that turn out to have no evidence are left out. */
  readonly charterGiven: boolean
  /** UTC day, YYYY-MM-DD: the one that `intake` was opened with. */
  readonly asOf: string
  readonly intake: Intake
  readonly claims: readonly SameClaim[]
  readonly sources: readonly SourceReport[]
  /** Observations that are dated after `asOf`. */
  readonly later: number
  readonly notes?: readonly string[]
  /** A report of this unit that is there already and was made of the same; null: it has to be assessed. */
  readonly reuse?: (unit: string, fingerprint: string) => UnitReport | null
}

export interface Assembled {
  readonly report: Report
  readonly identities: Identities
  readonly seen: readonly SeenActor[]
  /** By id of the unit. */
  readonly fingerprints: ReadonlyMap<string, string>
  /** Ids of the units that were assessed and not reused. */
  readonly assessed: readonly string[]
}

/** Merges, measures, explains. Pure but for the time it takes: about a second for a million observations. */
export function assembleReport(options: AssembleOptions): Assembled {
  const { charter, asOf, intake } = options
  const seen = intake.seenActors()
  const identities = resolveIdentities({
    seen,
    claims: options.claims,
    people: charter.people,
    bots: charter.bots,
    rules: charter.merging,
  })
  const notes = [...(options.notes ?? [])]
  if (options.later > 0)
    notes.push(`${options.later} observations are dated after ${asOf} and were left out.`)
  notes.push(...standingNotes(intake.standing, asOf, options.later > 0))
  const gathered = gather(options, identities, notes)
  const units = gathered.units.map(unit => {
    const finished = options.reuse?.(unit.spec.id, gathered.fingerprints.get(unit.spec.id) ?? '') ?? null
    return finished ? { ...unit, finished } : unit
  })
  const assessed = assessUnits({
    units,
    actors: intake.actors,
    identities,
    asOf,
    book: rulebook,
    holdersListed: limits.holdersListed,
  })
  const report: Report = {
    format: 'equalizer.report/1',
    rulebook: { ...rulebook, windowsDays: [...rulebook.windowsDays] },
    inputHash: gathered.inputHash,
    asOf,
    organization: {
      id: charter.organization.id,
      name: charter.organization.name,
      simulated: charter.organization.simulated,
      charter: options.charterGiven ? 'given' : 'inferred',
    },
    headline: headline(assessed),
    weakest: weakestUnit(assessed)?.id ?? null,
    units: assessed,
    identities: identitiesReport(identities),
    sources: [...options.sources],
    notes,
  }
  return {
    report,
    identities,
    seen,
    fingerprints: gathered.fingerprints,
    assessed: units.filter(unit => !('finished' in unit)).map(unit => unit.spec.id),
  }
}

/** The units as they are measured, the input hash, and each unit's fingerprint: every fact is spelled out once. */
function gather(
  { charter, charterGiven, asOf, intake }: AssembleOptions,
  identities: Identities,
  notes: string[],
) {
  const settings = { book: rulebook, asOf, holdersListed: limits.holdersListed }
  const hasher = inputHasher({ book: rulebook, charter, asOf, identities })
  const fingerprints = new Map<string, string>()
  let number = 0
  const units = charter.units.map((unit): UnitInput => {
    const surfaces: SurfaceInput[] = []
    const digests: string[] = []
    for (const surface of unit.surfaces) {
      const { facts, aside, standsFrom } = intake.factsOfSurface(number)
      number += 1
      const lines = facts ? factLines(facts) : []
      const hashed = { id: `${unit.id}/${surface.id}`, facts, lines, standsFrom }
      hasher.add(hashed)
      for (const { asset, rows } of aside) {
        notes.push(
          `${unit.name}, ${surface.name}: ${rows} observations in ${asset} cannot be added to ${facts?.asset} and were left out.`,
        )
      }
      if (!charterGiven && facts === null && standsFrom === null) continue
      surfaces.push({ spec: surfaceSpec(surface), facts, standsFrom })
      digests.push(surfaceFingerprint(hashed, identities))
    }
    const target = unit.target ? { position: unit.target.position, by: unit.target.by ?? null } : null
    const input = { spec: { id: unit.id, name: unit.name, declared: unit.declared, target }, surfaces }
    fingerprints.set(unit.id, unitFingerprint(input, digests, settings))
    return input
  })
  return { units, fingerprints, inputHash: hasher.digest() }
}

function surfaceSpec(surface: Charter['units'][number]['surfaces'][number]): SurfaceSpec {
  const { decides } = surface
  const common = { id: surface.id, name: surface.name, necessary: surface.necessary, blocks: surface.blocks }
  if (decides === 'threshold' || decides === 'override') return { ...common, decides: { rule: decides } }
  const [numerator = 1, denominator = 2] = decides === 'share' ? [1, 2] : decides.share.split('/').map(Number)
  return { ...common, decides: { rule: 'share', numerator, denominator } }
}

function identitiesReport(identities: Identities): Report['identities'] {
  const merged = [...identities.parties.values()].filter(party => party.members.length > 1)
  merged.sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1))
  return {
    actors: identities.partyOf.size,
    parties: identities.parties.size,
    merges: merged.slice(0, limits.mergesListed).map(party => ({
      party: { id: party.id, name: party.name },
      members: party.members.map(member => ({ ...member })),
      reasons: party.reasons.map(reason => ({ ...reason })),
    })),
    bots: identities.bots.map(bot => ({ ...bot })),
    suggestions: identities.suggestions.map(({ actors, reason }) => ({ actors: [...actors], reason })),
  }
}
