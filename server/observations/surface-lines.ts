// What a surface counts, by the charter's evidence lines: as kinds per source for the database, and exactly.
import type { Charter, SurfaceEvidence } from '@equalizer/core'
import { routesOf } from '@equalizer/evidence'
import type { Observation } from '@equalizer/measure'
import { type GlobText, globText } from './glob-text.ts'

/** What one evidence line lets through at most, in words that the database understands. */
export interface Roughly {
  readonly source: string
  readonly kinds: readonly string[]
  readonly about: GlobText
  /** Of one of the paths. */
  readonly path: GlobText
  /** Whether it counts what has this path, as the measuring decides it; null: paths do not matter. */
  readonly hasPath: ((path: string) => boolean) | null
  /** Whether nothing else of an observation matters but its kind and paths. */
  readonly byPathAlone: boolean
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

/** By the line itself, were paths all that it looks at. */
function pathMatcher({ source, kinds, path }: SurfaceEvidence): (path: string) => boolean {
  const evidence = [{ source, kinds, path, weigh: 'count' }]
  const routes = routesOf({ units: [{ surfaces: [{ evidence }] }] } as unknown as Charter)
  const route = routes.get(kinds[0] ?? '')?.[0]
  return tried => route?.weigh({ files: [{ path: tried }] } as unknown as Observation) !== null && !!route
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
    roughly: lines.map(line => {
      const { source, kinds: of, about, path, weigh } = line
      return {
        source,
        kinds: of,
        about: globText(about),
        path: globText(path),
        hasPath: path === undefined ? null : pathMatcher(line),
        byPathAlone: path !== undefined && about === undefined && weigh !== 'lines',
      }
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
