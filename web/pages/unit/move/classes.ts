// Classes as the dialog of a move changes them: another stage for one, and those that a unit without rules begins with.
import type { ActTypeView, UnitRules } from '@equalizer/client/contract'

export type DecisionClass = UnitRules['classes'][number]
export type Rule = DecisionClass['rule']
export type Stage = 0 | 1 | 2 | 3 | 4

export interface Preset {
  readonly stage: Stage
  readonly rule: unknown
}

/** Groups as the presets name them, and those that take their places in a class's own rule. */
interface Places {
  readonly center: string
  readonly edge: string
  readonly council: string
}

interface GroupLike {
  readonly id: string
  readonly kind: string
  readonly electedBy?: string
  readonly pool?: string
}

/** The class's own center and edge, and the body of that edge that may pause; the presets' own where there is none. */
function placesOf(rule: Rule, usual: Places, groups: readonly GroupLike[]): Places {
  const body =
    groups.find(group => group.electedBy === rule.edge) ?? groups.find(group => group.pool === rule.edge)
  return { center: rule.center, edge: rule.edge, council: body?.id ?? usual.council }
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map(one => renamed(one, names))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      typeof inner === 'string' && groupKeys.has(key)
        ? [key, names.get(inner) ?? inner]
        : [key, renamed(inner, names)],
    ),
  )
}

const groupKeys: ReadonlySet<string> = new Set(['center', 'edge', 'propose', 'group', 'ratifiedBy'])

/** The preset of a stage with the groups of the rule that it takes the place of. */
export function ruleAt(
  stage: Stage,
  old: Rule,
  presets: readonly Preset[],
  groups: readonly GroupLike[],
): Rule {
  const [team, community] = [presetRule(presets, 0), presetRule(presets, 3)]
  const usual = { center: team.center, edge: team.edge, council: community.pause?.group ?? team.center }
  const own = placesOf(old, usual, groups)
  const names = new Map([
    [usual.center, own.center],
    [usual.edge, own.edge],
    [usual.council, own.council],
  ])
  return renamed(presetRule(presets, stage), names) as Rule
}

export function presetRule(presets: readonly Preset[], stage: Stage): Rule {
  const found = presets.find(one => one.stage === stage)
  if (!found) throw new Error(`the server has no preset for stage ${stage}`)
  return found.rule as Rule
}

/** Up to this consequence acts are routine, up to that one ordinary. */
const routineUpTo = 20
const ordinaryUpTo = 60

export interface FirstNames {
  readonly routine: string
  readonly ordinary: string
  readonly everything: string
}

/** What a unit begins with: its acts in three classes by the harm that a wrong one does, all of them as the team has them. */
export function firstClasses(
  types: readonly ActTypeView[],
  presets: readonly Preset[],
  names: FirstNames,
): DecisionClass[] {
  const here = types.filter(({ where, capability }) => where !== 'organization' && capability !== 'rule')
  const between = (over: number, upTo: number) =>
    here.filter(({ consequence }) => consequence > over && consequence <= upTo).map(({ type }) => type)
  const rule = presetRule(presets, 0)
  const made = (id: string, name: string, acts: readonly string[], consequence: number): DecisionClass[] =>
    acts.length > 0 ? [{ id, name, filter: { acts: [...acts], where: [] }, consequence, rule }] : []
  return [
    ...made('routine', names.routine, between(0, routineUpTo), 10),
    ...made('ordinary', names.ordinary, between(routineUpTo, ordinaryUpTo), 40),
    ...made('everything', names.everything, ['*'], 100),
  ]
}
