// A decision class: a named kind of act in a unit, told by a filter, with a consequence weight and a rule.
import { z } from 'zod'
import { limits } from '../limits.ts'
import { ruleSchema } from './rule.ts'

/** A place in the payload: `amount`, `to.country`. */
const field = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}(\.[A-Za-z][A-Za-z0-9_]{0,63}){0,3}$/)
const whole = z.string().regex(/^\d{1,60}$/)

const conditionSchema = z.union([
  z.strictObject({ field, atMost: whole }),
  z.strictObject({ field, moreThan: whole }),
  z.strictObject({
    field,
    oneOf: z
      .array(z.union([z.string().max(256), z.boolean()]))
      .min(1)
      .max(100),
  }),
])

export const filterSchema = z.strictObject({
  /** `treasury.pay`, `treasury.*` or `*`. */
  acts: z
    .array(z.string().regex(/^(\*|[a-z][a-z0-9]*\.(\*|[a-z][a-z0-9_]*))$/))
    .min(1)
    .max(100),
  /** All must hold. A payload without the field meets no condition on it. */
  where: z.array(conditionSchema).max(16).default([]),
})
export type Filter = z.infer<typeof filterSchema>

export const decisionClassSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
  name: z.string().min(1).max(limits.nameChars),
  filter: filterSchema,
  /** How much harm a wrong act of this class does; the slider weighs the classes by it. */
  consequence: z.int().min(1).max(1_000),
  rule: ruleSchema,
})
export type DecisionClass = z.infer<typeof decisionClassSchema>

/** The classes of one unit; the first whose filter fits an act is its class, and the last one takes every act. */
export const classesSchema = z.array(decisionClassSchema).min(1).max(limits.classesPerUnit)
