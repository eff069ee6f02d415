// A unit as the desk draws it: what a report's unit and the board's unit have in common.
import type { Measured, UnitReport } from '@equalizer/measure'

export interface InForce {
  /** Whether the fader stands where rules put it; else it is a claim. */
  readonly governed: boolean
  /** What the charter says of a governed unit beside its rules. */
  readonly claimed: number | null
  readonly openDecisions: number
}

export interface DeskUnit {
  readonly id: string
  readonly name: string
  readonly declared: number | null
  readonly target: { readonly position: number; readonly by: string | null } | null
  readonly measured: Measured
  readonly state: 'proven' | 'unproven' | 'unknown'
  readonly coverage: number
  /** The surface with the least score; K null: not known who decides it. */
  readonly bound: { readonly name: string; readonly K: number | null } | null
  readonly explanation: UnitReport['explanation']
  /** What decides here; left out or null: not known, as in a report and on earlier days. */
  readonly rules?: InForce | null
}

export function deskUnitOf(unit: UnitReport): DeskUnit {
  const bound = unit.surfaces.find(surface => surface.id === unit.binding)
  return { ...unit, bound: bound ? { name: bound.name, K: bound.K } : null }
}

/** The board's unit carries its binding surface by name already. */
export function deskUnitOfBoard<Unit extends Omit<DeskUnit, 'bound'> & { binding: DeskUnit['bound'] }>(
  unit: Unit,
): Unit & DeskUnit {
  return { ...unit, bound: unit.binding }
}

/** What is claimed beside the rules, where it says something else; null: nothing. */
export function claimBeside({ declared, rules }: Pick<DeskUnit, 'declared' | 'rules'>): number | null {
  if (!rules?.governed || rules.claimed === null) return null
  return Math.round(rules.claimed) === Math.round(declared ?? -1) ? null : rules.claimed
}

/** More strips than this do not fit side by side into the widest page. */
export const stripsAtMost = 8
