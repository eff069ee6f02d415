// Everything that can be asked of an organization: acts, and taking part in decisions about them. Parsed at the door.
import { z } from 'zod'
import { askedActSchema, personId, unitId } from '../act/act.ts'
import { limits } from '../limits.ts'
import { keyText, signatureText } from '../signing/base64.ts'

const decision = z
  .string()
  .regex(/^D-[1-9]\d{0,11}$/)
  .describe('Id of a decision')
/** Published; whoever stops something says why. */
const reason = z.string().trim().min(1).max(limits.noteChars).describe('Why; published')
const points = z.number().int().min(0).max(1_000_000)

/** Which of them it can be, and how much, the method of the vote says: `validChoice`. */
export const choiceSchema = z
  .union([
    z.null().describe('Abstains'),
    z.number().int().min(0).max(limits.options).describe('One option, counted from 0'),
    z
      .array(z.number().int().min(0).max(limits.options))
      .max(limits.options)
      .describe('Several options; in ranked methods the best first'),
    z.record(z.string().regex(/^\d{1,4}$/), points).describe('Points or rank, by option'),
  ])
  .describe('What the ballot says, by the method of the vote')

export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }).describe('In every decision'),
  z.strictObject({ kind: z.literal('unit'), unit: unitId }).describe('In decisions of a unit'),
  z
    .strictObject({ kind: z.literal('class'), unit: unitId, class: z.string().max(63) })
    .describe('In decisions of one class of a unit'),
])

const scope = scopeSchema.describe('Where it counts')

const signature = signatureText.describe('Ed25519, in base64')

/** By the sender's key, over `ballotMessage`; from everybody who has a key. */
const signedSchema = z.strictObject({
  signedMs: z.int().min(0).describe('When it was signed (UTC milliseconds)'),
  signature,
})

export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('act'), act: askedActSchema }),
  /** In whatever vote is open on the decision: advice, the vote itself, or the ratifying of a pause. */
  z.strictObject({
    kind: z.literal('ballot'),
    decision,
    choice: choiceSchema,
    reason: reason.optional(),
    signed: signedSchema.optional().describe('By the key of whoever votes, where they have one'),
  }),
  z.strictObject({ kind: z.literal('approve'), decision }),
  z.strictObject({ kind: z.literal('decline'), decision, reason }),
  z.strictObject({ kind: z.literal('object'), decision, reason }),
  /** To advice that was not to do it. */
  z.strictObject({
    kind: z.literal('answer'),
    decision,
    proceed: z.boolean().describe('Goes on against the advice'),
    reason,
  }),
  z.strictObject({ kind: z.literal('veto'), decision, reason }),
  z.strictObject({ kind: z.literal('pause'), decision, reason }),
  z.strictObject({ kind: z.literal('cancel'), decision, reason }),
  /** Asks for the execution again that was refused. */
  z.strictObject({ kind: z.literal('retry'), decision }),
  z.strictObject({ kind: z.literal('delegate'), to: personId.describe('Who votes in their place'), scope }),
  z.strictObject({ kind: z.literal('revoke'), scope }),
  /** From then on the sender's ballots are signed by this key; the signature is over `keyMessage`. */
  z.strictObject({ kind: z.literal('set_key'), key: keyText.describe('The public key'), signature }),
  z.strictObject({ kind: z.literal('drop_key') }),
  /** Of oneself, for ever: name, texts and the way in go; the id stays in the log. */
  z.strictObject({ kind: z.literal('erase') }),
])
/** What people send. */
export type Command = z.infer<typeof commandSchema>
/** Besides, the clock: the next deadline of a decision has come, or its outcome cannot change any more. */
export type Tick = { readonly kind: 'advance'; readonly decision: string }
