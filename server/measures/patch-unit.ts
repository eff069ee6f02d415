// Moves a unit's slider, says where it should stand and when, or names it: one change, one sentence.
import type { Change } from '@equalizer/client'
import { accepted, type Charter, type Result, refused } from '@equalizer/core'
import { changeCharter } from '../charter/change.ts'
import type { Desk } from '../desk.ts'

type Unit = Charter['units'][number]

export interface UnitPatch {
  readonly organization: string
  readonly unit: string
  readonly by: string
  readonly set: {
    readonly declared?: number | null | undefined
    readonly target?: { readonly position: number; readonly by: string | null } | null | undefined
    readonly name?: string | undefined
  }
}

/** Code: `unit.unknown`, and those of `changeCharter`. */
export function patchUnit(desk: Desk, patch: UnitPatch): Promise<Result<Change>> {
  const { organization, unit: id, by, set } = patch
  return changeCharter(desk, organization, {
    kind: kindOf(set),
    by,
    facts: (before, after) => factsOf(set, unitOf(before, id), unitOf(after, id)),
    edit: charter => {
      if (!unitOf(charter, id)) return refused('unit.unknown', `There is no unit ${id}`, { unit: id })
      const units = charter.units.map(unit => (unit.id === id ? patched(unit, set) : unit))
      return accepted({ ...charter, units })
    },
  })
}

function unitOf(charter: Charter, id: string): Unit | undefined {
  return charter.units.find(unit => unit.id === id)
}

function patched({ target: before, ...unit }: Unit, { declared, target, name }: UnitPatch['set']): Unit {
  const set = target === undefined ? before : targetOf(target)
  const { surfaces, ...rest } = unit
  return {
    ...rest,
    ...(name === undefined ? {} : { name }),
    ...(declared === undefined ? {} : { declared }),
    ...(set ? { target: set } : {}),
    surfaces,
  }
}

function targetOf(target: UnitPatch['set']['target']): Unit['target'] {
  if (!target) return undefined
  return { position: target.position, ...(target.by === null ? {} : { by: target.by }) }
}

/** The slider is what matters most; then where it should stand. */
function kindOf({ declared, target }: UnitPatch['set']): 'unit.declared' | 'unit.target' | 'unit.renamed' {
  if (declared !== undefined) return 'unit.declared'
  return target === undefined ? 'unit.renamed' : 'unit.target'
}

/** `unit`, `name`, and for each thing that was set its value before (`from…`) and after (`to…`). */
function factsOf(set: UnitPatch['set'], before: Unit | undefined, after: Unit | undefined): Change['facts'] {
  const facts: Change['facts'] = { unit: after?.id ?? '', name: after?.name ?? '' }
  if (set.declared !== undefined) {
    facts.from = before?.declared ?? null
    facts.to = after?.declared ?? null
  }
  if (set.target !== undefined) {
    facts.fromTarget = before?.target?.position ?? null
    facts.toTarget = after?.target?.position ?? null
    facts.fromBy = before?.target?.by ?? null
    facts.toBy = after?.target?.by ?? null
  }
  if (set.name !== undefined) {
    facts.fromName = before?.name ?? ''
    facts.toName = after?.name ?? ''
  }
  return facts
}
