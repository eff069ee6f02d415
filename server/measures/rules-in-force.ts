// The rules in force as the board shows them: each unit's position, its classes with their stages, and what is open.
import type { BoardUnit } from '@equalizer/client'
import { type Charter, rulesIn, shownPosition, stageOf, unitRules } from '@equalizer/core'
import type { Kysely } from 'kysely'
import { fetchStreams } from '../door/fetch.ts'
import type { Tables } from '../store/tables.ts'

type Shown = Omit<NonNullable<BoardUnit['rules']>, 'claimed'>

export interface UnitInForce extends Shown {
  /** 0-100; null: not governed. */
  readonly position: number | null
}

export interface RulesInForce {
  of(unit: string): UnitInForce
}

/** Before the founding, and where no move said otherwise, no unit is governed. */
export async function rulesInForce(db: Kysely<Tables>, organization: string): Promise<RulesInForce> {
  const rules = rulesIn((await fetchStreams(db, organization, ['rules'])).get('rules'))
  const rows = await db
    .selectFrom('decisions')
    .select(['unit', at => at.fn.countAll<number>().as('open')])
    .where('organization_id', '=', organization)
    .where('open', '=', true)
    .groupBy('unit')
    .execute()
  const open = new Map(rows.map(row => [row.unit, Number(row.open)]))
  return {
    of(unit) {
      const classes = rules ? unitRules(rules, unit).classes : []
      const groups = rules?.groups ?? {}
      return {
        governed: classes.length > 0,
        position: classes.length > 0 ? shownPosition(classes, groups) : null,
        classes: classes.map(({ id, name, consequence, rule }) => ({
          id,
          name,
          consequence,
          stage: stageOf(rule, groups).stage,
        })),
        openDecisions: open.get(unit) ?? 0,
      }
    },
  }
}

/** What is declared of a governed unit is what its rules come to: nobody types it in. */
export async function declaredByRules(
  db: Kysely<Tables>,
  organization: string,
  charter: Charter,
): Promise<Charter> {
  const rules = await rulesInForce(db, organization)
  const units = charter.units.map(unit => {
    const { position } = rules.of(unit.id)
    return position === null ? unit : { ...unit, declared: position }
  })
  return { ...charter, units }
}
