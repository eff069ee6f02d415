// Joins a source into a charter, or takes one out: an inferred charter is inferred anew, a given one keeps its units.
import { limits } from '../limits.ts'
import type { Charter, Source, Surface, SurfaceEvidence, Unit } from './charter.ts'
import { kindsOfSource } from './default-units.ts'
import { type FoundSource, inferCharter } from './infer.ts'

export interface SourceChange {
  /** False: the units were inferred from the evidence and are inferred anew; what people said stays. */
  readonly given: boolean
  /** What the new source tells, where it is known better than by its kind. */
  readonly observationKinds?: readonly string[] | undefined
}

/** A source of the same id is replaced. The charter is not changed; what had not to change is the same object. */
export function withSource(charter: Charter, source: Source, change: SourceChange): Charter {
  const others = found(charter).filter(({ id }) => id !== source.id)
  const anew = inferred(charter, [...others, { ...source, observationKinds: change.observationKinds }])
  const sources = charter.sources.some(({ id }) => id === source.id)
    ? charter.sources.map(one => (one.id === source.id ? source : one))
    : [...charter.sources, source]
  if (!change.given) return { ...charter, sources, units: keepingWords(charter.units, anew) }
  if (linesOf(charter.units).some(line => line.source === source.id)) return { ...charter, sources }
  return { ...charter, sources, units: joined(charter.units, anew, source.id) }
}

/** The charter without a source and without the evidence that it gave; a surface that only it fed goes where nobody else named it. */
export function withoutSource(
  charter: Charter,
  sourceId: string,
  change: Pick<SourceChange, 'given'>,
): Charter {
  const sources = charter.sources.filter(({ id }) => id !== sourceId)
  if (!change.given) {
    const anew = inferred(
      charter,
      found(charter).filter(({ id }) => id !== sourceId),
    )
    return { ...charter, sources, units: keepingWords(charter.units, anew, sourceId) }
  }
  const usual = inferred(charter, found(charter))
  const units = charter.units.map(unit => {
    const usualSurfaces = usual.find(({ id }) => id === unit.id)?.surfaces ?? []
    const surfaces = unit.surfaces.flatMap(surface => {
      const evidence = surface.evidence.filter(line => line.source !== sourceId)
      if (evidence.length === surface.evidence.length) return [surface]
      const mine = !usualSurfaces.some(({ id, name }) => id === surface.id && name === surface.name)
      // A surface that the organization named itself stays as a reminder that its evidence is gone.
      return evidence.length > 0 || mine ? [{ ...surface, evidence }] : []
    })
    return { ...unit, surfaces }
  })
  return { ...charter, sources, units }
}

function linesOf(units: readonly Unit[]): readonly SurfaceEvidence[] {
  return units.flatMap(unit => unit.surfaces.flatMap(surface => surface.evidence))
}

/** The sources of a charter with what they tell, as far as the evidence lines of an inferred charter show it. */
function found(charter: Charter): FoundSource[] {
  const lines = linesOf(charter.units)
  const told = new Set(lines.flatMap(line => line.kinds))
  return charter.sources.map(source => {
    const asked = new Set(lines.filter(line => line.source === source.id).flatMap(line => line.kinds))
    if (source.mapping || asked.size === 0) return source
    // Merge commits are not asked for where pull requests name who merged; they are there all the same.
    if (told.has('pull.merged')) asked.add('commit.merged')
    return { ...source, observationKinds: kindsOfSource[source.kind].filter(kind => asked.has(kind)) }
  })
}

function inferred(charter: Charter, sources: readonly FoundSource[]): readonly Unit[] {
  return inferCharter({ name: charter.organization.name, sources }).charter.units
}

/** Units inferred anew with what people said of them before; units of their own stay, at the end, without a source that went. */
function keepingWords(before: readonly Unit[], anew: readonly Unit[], gone: string | null = null): Unit[] {
  const old = new Map(before.map(unit => [unit.id, unit]))
  const fresh = new Set(anew.map(unit => unit.id))
  return [
    ...anew.map(unit => {
      const said = old.get(unit.id)
      return said ? { ...said, surfaces: unit.surfaces } : unit
    }),
    ...before.filter(unit => !fresh.has(unit.id)).map(unit => withoutLines(unit, gone)),
  ]
}

function withoutLines(unit: Unit, source: string | null): Unit {
  const surfaces = unit.surfaces.map(surface => ({
    ...surface,
    evidence: surface.evidence.filter(line => line.source !== source),
  }))
  return { ...unit, surfaces }
}

/** The units with the surfaces that one source feeds added to them. */
function joined(units: readonly Unit[], anew: readonly Unit[], sourceId: string): Unit[] {
  const feeding = anew.flatMap(unit => {
    const surfaces = unit.surfaces.flatMap(surface => {
      const evidence = surface.evidence.filter(line => line.source === sourceId)
      return evidence.length > 0 ? [{ ...surface, evidence }] : []
    })
    return surfaces.length > 0 ? [{ ...unit, surfaces }] : []
  })
  const known = new Set(units.map(unit => unit.id))
  const room = Math.max(0, limits.units - units.length)
  return [
    ...units.map(unit => {
      const added = feeding.find(({ id }) => id === unit.id)
      return added ? { ...unit, surfaces: withSurfaces(unit.surfaces, added.surfaces) } : unit
    }),
    ...feeding.filter(({ id }) => !known.has(id)).slice(0, room),
  ]
}

function withSurfaces(surfaces: readonly Surface[], added: readonly Surface[]): Surface[] {
  const known = new Set(surfaces.map(surface => surface.id))
  const room = Math.max(0, limits.surfacesPerUnit - surfaces.length)
  return [
    ...surfaces.map(surface => {
      const lines = added.find(({ id }) => id === surface.id)?.evidence
      return lines ? withLines(surface, lines) : surface
    }),
    ...added.filter(({ id }) => !known.has(id)).slice(0, room),
  ]
}

/** A merged pull request is a merge commit too: a surface that counts the commits does not count both. */
function withLines(surface: Surface, lines: readonly SurfaceEvidence[]): Surface {
  const merges = surface.evidence.some(line => line.kinds.includes('commit.merged'))
  const fit = lines.filter(line => !(merges && line.kinds.includes('pull.merged')))
  const evidence = [...surface.evidence, ...fit]
  return evidence.length > limits.linesPerSurface ? surface : { ...surface, evidence }
}
