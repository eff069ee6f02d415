// What a surface counts, by the charter's evidence lines: as kinds per source for the database, and exactly.
import type { Charter, SurfaceEvidence } from '@equalizer/core'
import { routesOf } from '@equalizer/evidence'
import type { Observation } from '@equalizer/measure'

/** What one evidence line lets through at most, in words that the database understands. */
export interface Roughly {
  readonly source: string
  readonly kinds: readonly string[]
  /** How what it is about begins; empty: anyhow. */
  readonly about: string
  /** How one path begins. */
  readonly path: string
}

export interface Counted {
  readonly roughly: readonly Roughly[]
  /** Of each source named, the kinds. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether kind and source alone decide; else each observation is looked at. */
  readonly byKindAlone: boolean
  /** Whether the files of a commit are looked at. */
  readonly needsFiles: boolean
  readonly counts: (observation: Observation) => boolean
}

interface Chosen {
  readonly unit: string
  /** Left out: every surface of the unit. */
  readonly surface?: string
}

const plain = ({ path, about, weigh }: SurfaceEvidence) =>
  path === undefined && about === undefined && weigh !== 'lines'

/** What a pattern's matches all begin with: what stands before its first sign, and a folder's end with it. */
function beginning(glob: string | undefined): string {
  const plain = /^[^*?[\](){}!+@\\|^$.]*/.exec(glob ?? '')?.[0] ?? ''
  return plain === glob ? '' : plain.slice(0, plain.lastIndexOf('/') + 1)
}

/** null: the charter has no such unit or surface. */
export function countedBy(charter: Charter, { unit, surface }: Chosen): Counted | null {
  const all = charter.units.flatMap(one => one.surfaces.map(its => ({ unit: one.id, its })))
  const chosen = all.flatMap((one, index) =>
    one.unit === unit && (surface === undefined || one.its.id === surface) ? [index] : [],
  )
  const known = charter.units.some(one => one.id === unit) && (surface === undefined || chosen.length > 0)
  if (!known) return null
  const lines = chosen.flatMap(index => all[index]?.its.evidence ?? [])
  const kinds = new Map<string, Set<string>>()
  for (const line of lines) {
    const of = kinds.get(line.source) ?? new Set()
    for (const kind of line.kinds) of.add(kind)
    kinds.set(line.source, of)
  }
  const wanted = new Set(chosen)
  const routes = routesOf(charter)
  return {
    roughly: lines.map(({ source, kinds: of, about, path }) => {
      return { source, kinds: of, about: beginning(about), path: beginning(path) }
    }),
    kinds,
    byKindAlone: lines.every(plain),
    needsFiles: lines.some(line => line.path !== undefined || line.weigh === 'lines'),
    counts: observation =>
      (routes.get(observation.kind) ?? []).some(
        route =>
          wanted.has(route.surface) &&
          route.source === observation.source &&
          route.weigh(observation) !== null,
      ),
  }
}
