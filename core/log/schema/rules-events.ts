// What can happen to the rules of an organization: they are founded, and moves change them.
import { z } from 'zod'
import { limits } from '../../limits.ts'
import { setGatesPayload } from '../../move/move-acts.ts'
import { classesSchema } from '../../rule/decision-class.ts'
import { groupId, groupSchema } from '../../rule/group.ts'
import { decision, person, said, unit } from './fields.ts'

/** What every move tells besides the change itself. */
const moved = {
  by: person.describe('Who sent the move'),
  decision: decision.nullable().describe('That decided it; null: done at once'),
  measured: z
    .record(
      unit,
      z.strictObject({
        score: z.number().min(0).max(100).nullable().describe('0-100; null: unknown'),
        proven: z.boolean(),
      }),
    )
    .optional()
    .describe('Where control sat, by unit, when a gate was looked at'),
  override: z
    .strictObject({ by: person, reason: said })
    .optional()
    .describe('Why it happened although a gate did not hold'),
}

export const rulesEvents = {
  'rules.founded': z
    .strictObject({
      groups: z.record(groupId, groupSchema).describe('By their ids'),
      classes: classesSchema.describe('Of the organization'),
      draws: z
        .strictObject({
          anchor: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .describe('SHA-256 of the first value, in hex'),
          length: z.int().min(1).max(limits.drawChain).describe('How many draws it serves'),
        })
        .nullable()
        .optional()
        .describe('The chain from which juries are drawn; null: none can be'),
    })
    .describe('The log begins: the first groups and rules'),
  'rules.changed': z
    .strictObject({ unit, classes: classesSchema.describe('Of the unit from then on'), ...moved })
    .describe('A unit was given new decision classes and rules'),
  'rules.group_set': z
    .strictObject({ group: groupSchema.describe('As it is from then on'), ...moved })
    .describe('A group was added or changed'),
  'rules.group_removed': z
    .strictObject({ id: groupId.describe('Of the group'), ...moved })
    .describe('A group was removed'),
  'rules.gates_set': z
    .strictObject({ unit, gates: setGatesPayload.shape.gates, ...moved })
    .describe('It was said what must be measured before a unit moves on'),
} as const
