// Fields that many kinds of entry share, each described for whoever reads the log.
import { z } from 'zod'
import { personId, unitId } from '../../act/act.ts'
import { limits } from '../../limits.ts'

export const person = personId.describe('Id of a person')
export const unit = unitId.describe('Id of a unit; organization: the organization as a whole')
export const decision = z
  .string()
  .regex(/^D-[1-9]\d{0,11}$/)
  .describe('Id of a decision')
export const className = z.string().min(1).max(63).describe('Id of a decision class')
export const stage = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
  .describe('Stage of the rule: 0 team, 1 consulted, 2 shared, 3 community, 4 autonomous')

/** In entries made before texts were sealed it is the text itself. */
export const said = z
  .string()
  .min(1)
  .max(limits.noteChars)
  .describe('What was said: the CID of a sealed text, or the text itself')

export const atMs = z.int().min(0).describe('UTC milliseconds')
export const count = z.int().min(0)
export const digits = z
  .string()
  .regex(/^\d{1,120}$/)
  .describe('Whole number, as decimal text')
