// The classes of a unit after a move to a stage: the preset's rule, with the groups that each class already has.
import type { DecisionClass, Rule, Stage } from '@equalizer/core'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'

export interface Moving {
  readonly unit: string
  /** Of the unit; none: it has no rules of its own yet. */
  readonly classes: readonly DecisionClass[]
  /** Whose last class decides for units without rules. */
  readonly organization: readonly DecisionClass[]
  readonly stage: Stage
  readonly presets: readonly { readonly stage: Stage; readonly rule: Rule }[]
  /** Left out: all of them. */
  readonly only?: string | undefined
  /** In place of those that the class or the preset has. */
  readonly groups: { readonly center?: string; readonly edge?: string; readonly council?: string }
}

/** Refuses (`cli.usage`) a class that is not there. */
export function movedClasses({
  unit,
  classes,
  organization,
  stage,
  presets,
  only,
  groups,
}: Moving): DecisionClass[] {
  const preset = presets.find(one => one.stage === stage)
  if (!preset) throw new Error(`the server has no preset of stage ${stage}`)
  const before = classes.length > 0 ? classes : organization.slice(-1)
  if (only !== undefined && !before.some(({ id }) => id === only)) {
    const all = before.map(({ id }) => id).join(', ')
    throw new Stop({
      code: 'cli.usage',
      reason: `${harmless(unit)} has no class ${harmless(only)}. There are ${all}.`,
    })
  }
  return before.map(one => (only === undefined || one.id === only ? moved(one, preset.rule, groups) : one))
}

function moved(one: DecisionClass, preset: Rule, asked: Moving['groups']): DecisionClass {
  const council = asked.council ?? one.rule.pause?.group
  const names = new Map([
    [preset.center, asked.center ?? one.rule.center],
    [preset.edge, asked.edge ?? one.rule.edge],
  ])
  // Whoever pauses in a preset is neither of the two sides.
  if (preset.pause && council !== undefined) names.set(preset.pause.group, council)
  return { ...one, rule: renamed(preset, group => names.get(group) ?? group) }
}

function renamed(rule: Rule, name: (group: string) => string): Rule {
  const { advise, veto, pause, change } = rule
  return {
    ...rule,
    center: name(rule.center),
    edge: name(rule.edge),
    propose: name(rule.propose),
    advise: advise && { ...advise, group: name(advise.group) },
    decide: { ...rule.decide, group: name(rule.decide.group) },
    veto: veto && { ...veto, group: name(veto.group) },
    pause: pause && { ...pause, group: name(pause.group), ratifiedBy: name(pause.ratifiedBy) },
    change: change && { ...change, group: name(change.group) },
  }
}
