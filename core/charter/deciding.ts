// How an organization decides, as its charter file writes it down: groups, and per unit the classes with their rules and gates.
import { z } from 'zod'
import { unitId } from '../act/act.ts'
import { limits } from '../limits.ts'
import { classesSchema } from '../rule/decision-class.ts'
import { groupSchema } from '../rule/group.ts'

const gateSchema = z.strictObject({
  stage: z.literal([1, 2, 3, 4]).describe('The stage that a class reaches'),
  measure: z.literal('position'),
  atLeast: z.int().min(1).max(100).describe("The unit's measured position, proven"),
})

export const decidingSchema = z
  .strictObject({
    groups: z
      .array(groupSchema)
      .max(limits.groups)
      .default([])
      .describe('Who: by list, role, balance, score …'),
    units: z
      .array(
        z.strictObject({
          unit: unitId.describe('The id of a unit above, or organization'),
          classes: classesSchema.describe(
            'The first that fits an act is its class; the last takes every act',
          ),
          gates: z.array(gateSchema).max(limits.classesPerUnit).default([]),
        }),
      )
      .max(limits.units)
      .default([]),
  })
  .describe('The rules in force; writing them here asks for moves, and nothing else changes a rule')
