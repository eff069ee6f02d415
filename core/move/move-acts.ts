// The four acts that change rules, and what each of them makes of the rules as they are.
import { z } from 'zod'
import { type Payload, unitId } from '../act/act.ts'
import { no } from '../decision/no.ts'
import { partsOf } from '../group/naming.ts'
import { groupOf, madeFrom } from '../group/sides.ts'
import { limits } from '../limits.ts'
import { canonical } from '../log/canonical.ts'
import type { LogEvent } from '../log/entry.ts'
import { asJson } from '../log/json.ts'
import { accepted, type Refusal, type Result } from '../refusal.ts'
import { classesSchema, type DecisionClass } from '../rule/decision-class.ts'
import { groupId, groupSchema } from '../rule/group.ts'
import { evolveRules, governedUnits, groupVersion, type Rules, unitRules } from '../rule/rules.ts'
import { classesProblem, groupsProblem } from './valid-classes.ts'

export const movePayload = z.strictObject({
  unit: unitId.describe('The unit whose rules change'),
  classes: classesSchema.describe(
    'All classes of the unit from then on, in the order in which they are tried',
  ),
  override: z
    .string()
    .trim()
    .min(1)
    .max(limits.noteChars)
    .exactOptional()
    .describe('Why it is to happen although a gate does not hold; published'),
  version: z
    .int()
    .min(0)
    .exactOptional()
    .describe('Of the rules that this is meant to change; the present ones unless said'),
})

export const setGroupPayload = z.strictObject({
  group: groupSchema.describe('As it is to be; a new one where there is none of this id'),
  override: movePayload.shape.override,
  version: z
    .int()
    .min(0)
    .exactOptional()
    .describe('Of the group that this is meant to change; the present one unless said'),
})

export const removeGroupPayload = z.strictObject({ group: groupId.describe('That no rule names') })

export const setGatesPayload = z.strictObject({
  unit: unitId.describe('The unit that the gates are for'),
  gates: z
    .array(
      z.strictObject({
        stage: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).describe('That is reached'),
        measure: z.literal('position'),
        atLeast: z.int().min(1).max(100),
      }),
    )
    .max(4 * 10)
    .describe('All gates of the unit from then on'),
})

export const movePayloads = {
  'rule.move': movePayload,
  'rule.set_group': setGroupPayload,
  'rule.remove_group': removeGroupPayload,
  'rule.set_gates': setGatesPayload,
} as const
export type MoveName = keyof typeof movePayloads

/** What a move makes of the rules. */
export interface Change {
  readonly event: LogEvent
  readonly after: Rules
  /** The unit that changes; null: any that names the group. */
  readonly unit: string | null
  readonly override: string | null
}

/** The change that a payload, as its schema reads it, asks for; or why there is none. */
export function changeOf(rules: Rules, name: MoveName, payload: Payload): Result<Change> {
  const result = asked(rules, name, payload)
  if (!result.ok) return result
  const { event, unit, override } = result.value
  const after = evolveRules(rules, event)
  if (canonical(withoutVersions(rules)) === canonical(withoutVersions(after))) {
    return refuse(no('rule.no_change', 'That is how the rules are', {}))
  }
  const problem = groupsProblem(after.groups) ?? unitsProblem(after, unit)
  return problem ? refuse(problem) : accepted({ event, after, unit, override })
}

type Asked = Omit<Change, 'after'>

function asked(rules: Rules, name: MoveName, payload: Payload): Result<Asked> {
  switch (name) {
    case 'rule.move': {
      const { unit, classes, version, override = null } = payload as z.infer<typeof movePayload>
      const problem = superseded({ unit }, version, unitRules(rules, unit).version)
      if (problem) return refuse(problem)
      return accepted({ event: happened('changed', { unit, classes }), unit, override })
    }
    case 'rule.set_group': {
      const { group, version, override = null } = payload as z.infer<typeof setGroupPayload>
      const problem = superseded({ group: group.id }, version, groupVersion(rules, group.id))
      if (problem) return refuse(problem)
      return accepted({ event: happened('group_set', { group }), unit: null, override })
    }
    case 'rule.remove_group': {
      const { group } = payload as z.infer<typeof removeGroupPayload>
      const problem = inUse(rules, group)
      if (problem) return refuse(problem)
      return accepted({ event: happened('group_removed', { id: group }), unit: null, override: null })
    }
    case 'rule.set_gates': {
      const { unit, gates } = payload as z.infer<typeof setGatesPayload>
      return accepted({ event: happened('gates_set', { unit, gates }), unit, override: null })
    }
  }
}

function superseded(of: Refusal['facts'], madeFor: number | undefined, now: number): Refusal | null {
  if (madeFor === undefined || madeFor === now) return null
  return no('rule.superseded', 'What this was to change has changed since', { ...of, madeFor, now })
}

const happened = (what: string, data: object): LogEvent => ({
  stream: 'rules',
  type: `rules.${what}`,
  data: asJson(data),
})

/** Versions count every move; what a move leaves as it was is no change. */
function withoutVersions({ groups, units }: Rules) {
  const said = Object.entries(units).map(([unit, { classes, gates }]) => [unit, classes, gates] as const)
  return { groups, units: said.filter(([, classes, gates]) => classes.length + gates.length > 0) }
}

function unitsProblem(after: Rules, unit: string | null): Refusal | null {
  const units = unit === null ? governedUnits(after) : [unit]
  for (const one of units) {
    const classes: readonly DecisionClass[] = unitRules(after, one).classes
    const problem = classes.length > 0 ? classesProblem(classes, after.groups) : null
    if (problem) return problem
  }
  return null
}

function inUse(rules: Rules, id: string): Refusal | null {
  if (!groupOf(rules.groups, id)) return no('group.unknown', 'There is no such group', { group: id })
  for (const unit of governedUnits(rules)) {
    const names = unitRules(rules, unit).classes.find(({ rule }) =>
      partsOf(rule).some(part => part.id === id),
    )
    if (names) return no('group.in_use', 'A rule names the group', { group: id, unit, class: names.id })
  }
  const made = Object.values(rules.groups).find(group => madeFrom(group) === id)
  return made ? no('group.in_use', 'Another group comes from it', { group: id, from: made.id }) : null
}

const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })
