// The rules of an organization: the state of the stream `rules`, which only moves and the founding change.
import type { Act } from '../act/act.ts'
import { organizationUnit } from '../act/act.ts'
import { fits } from '../act/fits.ts'
import type { Groups } from '../group/sides.ts'
import type { LogEvent } from '../log/entry.ts'
import type { Stage } from '../stage/stage.ts'
import type { DecisionClass } from './decision-class.ts'
import type { Group } from './group.ts'

/** What a unit's measured position must be before a class of it reaches a stage. */
export interface Gate {
  readonly stage: Exclude<Stage, 0>
  readonly measure: 'position'
  /** 1-100. */
  readonly atLeast: number
}

export interface UnitRules {
  /** Counts the moves of this unit, so that a move knows what it was made against. */
  readonly version: number
  /** Empty: not governed by rules of its own. */
  readonly classes: readonly DecisionClass[]
  readonly gates: readonly Gate[]
}

export interface Rules {
  /** The chain from which juries are drawn, as the founding published it; null: there is none. */
  readonly draws?: { readonly anchor: string; readonly length: number } | null
  readonly groups: Groups
  /** Counts the changes of each group, so that a change of one knows what it was made against. */
  readonly groupVersions?: Readonly<Record<string, number>>
  readonly units: Readonly<Record<string, UnitRules>>
}

const ungoverned: UnitRules = { version: 0, classes: [], gates: [] }

export function unitRules(rules: Rules, unit: string): UnitRules {
  return Object.hasOwn(rules.units, unit) ? (rules.units[unit] ?? ungoverned) : ungoverned
}

/** The classes that decide a unit's acts: its own, or for a unit without any the organization's catch-all. */
export function classesInForce(rules: Rules, unit: string): readonly DecisionClass[] {
  const own = unitRules(rules, unit).classes
  return own.length > 0 ? own : unitRules(rules, organizationUnit).classes.slice(-1)
}

/** The first class that fits; the last one takes every act, so that there is always one. */
export function classOf(rules: Rules, act: Pick<Act, 'unit' | 'type' | 'payload'>): DecisionClass {
  const found = classesInForce(rules, act.unit).find(({ filter }) => fits(filter, act.type, act.payload))
  if (!found) throw new Error(`No class of ${act.unit} takes ${act.type}: the last one is no catch-all`)
  return found
}

/** Every unit with rules of its own. */
export function governedUnits(rules: Rules): string[] {
  return Object.keys(rules.units).filter(unit => unitRules(rules, unit).classes.length > 0)
}

/** Null: not founded yet. */
export function rulesIn(state: unknown): Rules | null {
  return (state ?? null) as Rules | null
}

/** What the events say, each its own part of it. */
interface RulesData {
  readonly draws?: Rules['draws']
  readonly groups: Groups
  readonly group: Group
  readonly id: string
  readonly unit: string
  readonly classes: readonly DecisionClass[]
  readonly gates: readonly Gate[]
}

/** Total over the events `rules.*` that the kernel makes. */
export function evolveRules(state: Rules | null, event: LogEvent): Rules {
  const rules = state ?? { groups: {}, units: {} }
  const data = event.data as unknown as RulesData
  switch (event.type) {
    case 'rules.founded':
      return {
        draws: data.draws ?? null,
        groups: data.groups,
        units: { [organizationUnit]: first(data.classes) },
      }
    case 'rules.changed':
      return withUnit(rules, data.unit, { classes: data.classes }, 1)
    case 'rules.gates_set':
      return withUnit(rules, data.unit, { gates: data.gates }, 0)
    case 'rules.group_set': {
      const { group } = data
      return { ...counted(rules, group.id), groups: { ...rules.groups, [group.id]: group } }
    }
    case 'rules.group_removed': {
      const { [data.id]: _, ...groups } = rules.groups
      return { ...counted(rules, data.id), groups }
    }
    default:
      return rules
  }
}

export function groupVersion({ groupVersions = {} }: Rules, id: string): number {
  return Object.hasOwn(groupVersions, id) ? (groupVersions[id] ?? 0) : 0
}

const counted = (rules: Rules, id: string): Rules => ({
  ...rules,
  groupVersions: { ...rules.groupVersions, [id]: groupVersion(rules, id) + 1 },
})

const first = (classes: readonly DecisionClass[]): UnitRules => ({ version: 1, classes, gates: [] })

function withUnit(rules: Rules, unit: string, change: Partial<UnitRules>, step: number): Rules {
  const before = unitRules(rules, unit)
  const after = { ...before, ...change, version: before.version + step }
  return { ...rules, units: { ...rules.units, [unit]: after } }
}
