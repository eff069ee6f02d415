// Moves a unit's slider, says where it should stand and when, or names it: one change, one sentence.
import type { Change } from '@equalizer/client'
import { accepted, type Charter, type Result, refused } from '@equalizer/core'
import { changeCharter, type Signer } from '../charter/change.ts'
import type { Desk } from '../desk.ts'
import { rulesInForce } from './rules-in-force.ts'

type Unit = Charter['units'][number]

export interface UnitPatch {
  readonly organization: string
  readonly unit: string
  readonly by: Signer
  readonly set: {
    readonly declared?: number | null | undefined
    readonly target?: { readonly position: number; readonly by: string | null } | null | undefined
    readonly name?: string | undefined
  }
}

/** Codes: `unit.unknown`, `unit.governed` (its rules say where its slider stands; a move changes them), and those of `changeCharter`. */
export async function patchUnit(desk: Desk, patch: UnitPatch): Promise<Result<Change>> {
  const { organization, unit: id, by, set } = patch
  if (set.declared !== undefined && (await rulesInForce(desk.store.db, organization)).of(id).governed) {
    return refused('unit.governed', `The rules of ${id} say where its slider stands: move it instead`, {
      unit: id,
    })
  }
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

/** `unit`, `name`, and of what gave the change its kind `from` and `to` (and of a target `fromBy` and `by`). */
function factsOf(set: UnitPatch['set'], before: Unit | undefined, after: Unit | undefined): Change['facts'] {
  const about = { unit: after?.id ?? '', name: after?.name ?? '' }
  const target = {
    fromTarget: before?.target?.position ?? null,
    toTarget: after?.target?.position ?? null,
    fromBy: before?.target?.by ?? null,
    by: after?.target?.by ?? null,
  }
  const renamed = { fromName: before?.name ?? '' }
  switch (kindOf(set)) {
    case 'unit.declared':
      return {
        ...about,
        from: before?.declared ?? null,
        to: after?.declared ?? null,
        ...(set.target === undefined ? {} : target),
        ...(set.name === undefined ? {} : renamed),
      }
    case 'unit.target': {
      const { fromTarget: from, toTarget: to, ...days } = target
      return { ...about, from, to, ...days, ...(set.name === undefined ? {} : renamed) }
    }
    case 'unit.renamed':
      return { ...about, from: before?.name ?? '', to: after?.name ?? '' }
  }
}
