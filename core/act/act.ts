// An act: what is asked in the organization's name, through the one door.
import { z } from 'zod'
import { limits } from '../limits.ts'
import { anyJson } from './any-json.ts'

/** The unit of acts that are about the organization as a whole: admitting people, groups, evidence, units. */
export const organizationUnit = 'organization'

export const unitId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
/** Random and meaningless: whoever it is stands beside the log and not in it. */
export const personId = z.string().regex(/^p-[a-z0-9]{4,40}$/)
export const actType = z.string().regex(/^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/)

export const askedActSchema = z.strictObject({
  type: actType,
  unit: unitId,
  payload: z.record(z.string(), anyJson),
  /** Why; shown with the decision. */
  note: z.string().max(limits.noteChars).optional(),
  /** The same act done otherwise: a vote then chooses between the payloads and "none of these". */
  alternatives: z.array(z.record(z.string(), anyJson)).max(limits.alternatives).optional(),
})
/** As it comes in. */
export type AskedAct = z.infer<typeof askedActSchema>

export type Payload = AskedAct['payload']

export interface Act extends AskedAct {
  /** Who sends it, as a person's id. */
  readonly by: string
}
