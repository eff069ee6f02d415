// Who decides what: groups, and each unit's classes with the stage that its rule comes to.
import type { Answer } from '@equalizer/client'
import type { UnitRules } from '@equalizer/client/contract'
import {
  organizationUnit,
  presetRule,
  type Rules,
  rulesIn,
  shownPosition,
  stageOf,
  stages,
  unitRules,
} from '@equalizer/core'
import { currentCharter } from '../charter/current.ts'
import type { Desk } from '../desk.ts'
import { readFounded } from './founded-books.ts'
import { foundingRules } from './founding.ts'

type Shown = Answer<'GET /api/organizations/{organization}/rules'>

export async function showRules(desk: Desk, organization: string): Promise<Shown> {
  const { charter } = await currentCharter(desk.store.db, organization)
  const { rules, groups } = await readFounded(desk, organization, (books, now) => {
    // Before the first act the rules are those that the founding will write.
    const found = rulesIn(books.stream('rules')) ?? foundingRules()
    const counted = Object.values(found.groups).map(group => ({
      group,
      // Drawn anew for each decision, from its pool.
      ...(group.kind === 'jury'
        ? { members: group.size, weight: 0n }
        : books.eligible(group, now.seq, now.atMs)),
    }))
    return { rules: found, groups: counted }
  })
  const units = [{ id: organizationUnit, name: charter.organization.name, declared: null }, ...charter.units]
  return {
    units: units.map(unit => unitView(rules, unit)),
    groups: groups.map(({ group, members, weight }) => ({
      group,
      members,
      weight: weight.toString(),
      usedBy: usersOf(rules, group.id),
    })),
    presets: stages.map(stage => ({
      stage,
      rule: presetRule(stage, { center: 'team', edge: 'community', council: 'council' }) as never,
    })),
  }
}

function unitView(
  rules: Rules,
  unit: { readonly id: string; readonly name: string; readonly declared: number | null },
): UnitRules {
  const { version, classes, gates } = unitRules(rules, unit.id)
  const governed = classes.length > 0
  return {
    unit: unit.id,
    name: unit.name,
    governed,
    version,
    position: governed ? shownPosition(classes, rules.groups) : null,
    claimed: unit.declared,
    classes: [...classes] as UnitRules['classes'],
    stages: classes.map(one => {
      const { stage, because } = stageOf(one.rule, rules.groups)
      return { class: one.id, stage, because: [...because] }
    }),
    gates: [...gates],
  }
}

/** `finance/small`, for each class whose rule names the group. */
function usersOf(rules: Rules, group: string): string[] {
  return Object.entries(rules.units).flatMap(([unit, { classes }]) =>
    classes
      .filter(({ rule }) =>
        [
          rule.center,
          rule.edge,
          rule.propose,
          rule.advise?.group,
          rule.decide.group,
          rule.veto?.group,
          rule.pause?.group,
          rule.pause?.ratifiedBy,
          rule.change?.group,
        ].includes(group),
      )
      .map(({ id }) => `${unit}/${id}`),
  )
}
