// Which surface counts which observation, and with what weight: the charter's `evidence` lines turned into a table.
import type { Charter, SurfaceEvidence } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import picomatch from 'picomatch'

export interface Route {
  /** Position of the surface in the order of the charter. */
  readonly surface: number
  readonly source: string
  /** Which part of an observation it weighs, where two lines of a surface may each weigh another; else empty. */
  readonly part: string
  /** The weight this surface gives the observation; null: it is not for this surface. */
  readonly weigh: (observation: Observation) => Weighed | null
}

export interface Weighed {
  readonly weight: bigint
  readonly asset: string
  readonly decimals: number
}

/** Only plain globs: no negation, no regular expressions, so that a pattern cannot be made to run for ever. */
function globMatcher(glob: string): (text: string) => boolean {
  return picomatch(glob, { dot: true, noextglob: true, nonegate: true, strictBrackets: false })
}

function changedLines(observation: Observation, matches: (path: string) => boolean): bigint {
  let lines = 0
  for (const file of observation.files ?? []) {
    if (matches(file.path)) lines += (file.added ?? 0) + (file.deleted ?? 0)
  }
  return BigInt(lines)
}

function weigher(evidence: SurfaceEvidence): Route['weigh'] {
  const path = evidence.path === undefined ? null : globMatcher(evidence.path)
  const about = evidence.about === undefined ? null : globMatcher(evidence.about)
  return observation => {
    if (about && !(observation.about !== undefined && about(observation.about))) return null
    if (path && !observation.files?.some(file => path(file.path))) return null
    if (evidence.weigh === 'lines') {
      const weight = changedLines(observation, path ?? (() => true))
      return weight > 0n ? { weight, asset: 'changed line', decimals: 0 } : null
    }
    if (evidence.weigh === 'count') return { weight: 1n, asset: 'act', decimals: 0 }
    return { weight: observation.weight, asset: observation.asset, decimals: observation.decimals }
  }
}

/** Routes by kind of observation. */
export function routesOf(charter: Charter): ReadonlyMap<string, readonly Route[]> {
  const routes = new Map<string, Route[]>()
  const surfaces = charter.units.flatMap(unit => unit.surfaces)
  surfaces.forEach((surface, index) => {
    for (const evidence of surface.evidence) {
      const weigh = weigher(evidence)
      const part = evidence.weigh === 'lines' ? ` ${evidence.path ?? ''}` : ''
      for (const kind of evidence.kinds) {
        const list = routes.get(kind) ?? []
        list.push({ surface: index, source: evidence.source, part, weigh })
        routes.set(kind, list)
      }
    }
  })
  return routes
}
