// The organization's own log as a source of evidence: which surfaces it feeds on a day, by the rules then in force. Pure.
import { limits } from '../limits.ts'
import type { Charter, Source, Surface, Unit } from './charter.ts'

/** How far somebody alone could go in a unit, from a time on (UTC milliseconds). */
export interface UnitPowers {
  readonly fromMs: number
  /** Any one of the center decides whatever is sent here. */
  readonly decidesAlone: boolean
  /** Somebody alone can veto what others decided. */
  readonly vetoesAlone: boolean
}

/** What the log says of a unit with rules of its own. */
export interface GovernedUnit {
  readonly unit: string
  /** When the first act was decided in it (UTC milliseconds); null: none was. */
  readonly firstMs: number | null
  /** Oldest first; each holds until the next. */
  readonly powers: readonly UnitPowers[]
  /** What one person alone stopped: newest last, and only the newest ones. */
  readonly overruled: readonly { readonly about: string; readonly atMs: number }[]
}

/** Under this id, or with a number behind it, the log counts where the charter names no source of the kind `log` itself. */
const ownLogId = 'own-decisions'
const dayMs = 86_400_000
/** A veto is an override as long as it is in the shortest window of the rulebook. */
const overruledMs = 90 * dayMs

/** The source as which the log counts. Calling something else by its id does not keep it from counting. */
export function ownLogSource(charter: Charter): Source {
  const named = charter.sources.find(({ kind }) => kind === 'log')
  if (named) return named
  const taken = new Set(charter.sources.map(({ id }) => id))
  let id = ownLogId
  for (let number = 2; taken.has(id); number += 1) id = `${ownLogId}-${number}`
  return { id, kind: 'log', path: 'log' }
}

/**
 * The charter with the log as a source, and with the surfaces of the units that had rules of their own and decided anything by
 * `asOfMs`. A surface of the same id that people wrote themselves stays as they wrote it.
 */
export function withOwnLog(charter: Charter, governed: readonly GovernedUnit[], asOfMs: number): Charter {
  const source = ownLogSource(charter)
  const byUnit = new Map(governed.map(one => [one.unit, one]))
  const units = charter.units.map(unit => {
    const said = byUnit.get(unit.id)
    return said ? withSurfaces(unit, ownSurfaces(source.id, said, asOfMs)) : unit
  })
  const sources = charter.sources.includes(source) ? charter.sources : [...charter.sources, source]
  return { ...charter, units, sources }
}

function withSurfaces(unit: Unit, added: readonly Surface[]): Unit {
  const known = new Set(unit.surfaces.map(({ id }) => id))
  const room = Math.max(0, limits.surfacesPerUnit - unit.surfaces.length)
  const fresh = added.filter(({ id }) => !known.has(id)).slice(0, room)
  return fresh.length > 0 ? { ...unit, surfaces: [...unit.surfaces, ...fresh] } : unit
}

/**
 * Where any one of the center decides everything, each of them acts alone against everybody: an override, and the unit is at 0
 * however many of them there are. Elsewhere the decisions say who made them; a veto by one alone is an override for as long as
 * the right to it lasts and it was used within the window.
 */
function ownSurfaces(source: string, said: GovernedUnit, asOfMs: number): Surface[] {
  const now = said.powers.findLast(({ fromMs }) => fromMs <= asOfMs)
  if (!now || said.firstMs === null || said.firstMs > asOfMs) return []
  const about = `${said.unit}/*`
  const overruled = now.vetoesAlone
    ? said.overruled.filter(({ atMs }) => atMs <= asOfMs && atMs > asOfMs - overruledMs)
    : []
  return [
    {
      id: 'own-decisions',
      name: 'Decisions made here',
      necessary: true,
      decides: now.decidesAlone ? 'override' : 'share',
      blocks: false,
      evidence: [{ source, kinds: ['decision.made'], about }],
    },
    ...(overruled.length > 0 ? [overruling(source, overruled)] : []),
    {
      id: 'own-stops',
      name: 'Vetoes, pauses and gates overridden',
      necessary: false,
      decides: 'share',
      blocks: false,
      evidence: [{ source, kinds: ['decision.vetoed', 'decision.paused', 'gate.overridden'], about }],
    },
  ]
}

function overruling(source: string, overruled: GovernedUnit['overruled']): Surface {
  const newest = overruled.slice(-limits.linesPerSurface)
  return {
    id: 'own-overrides',
    name: 'Who alone stopped what others decided',
    necessary: true,
    decides: 'override',
    blocks: false,
    evidence: newest.map(({ about }) => ({ source, kinds: ['decision.vetoed'], about })),
  }
}
