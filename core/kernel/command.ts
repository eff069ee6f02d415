// Everything that can be asked of an organization: acts, and taking part in decisions about them. Parsed at the door.
import { z } from 'zod'
import { askedActSchema, personId, unitId } from '../act/act.ts'
import { limits } from '../limits.ts'
import { keyText, signatureText } from '../signing/base64.ts'

const decision = z.string().regex(/^D-[1-9]\d{0,11}$/)
/** Published; whoever stops something says why. */
const reason = z.string().trim().min(1).max(limits.noteChars)
const points = z.number().int().min(0).max(1_000_000)

const choiceSchema = z.union([
  z.null(),
  z.number().int().min(0).max(limits.options),
  z.array(z.number().int().min(0).max(limits.options)).max(limits.options),
  z.record(z.string().regex(/^\d{1,4}$/), points),
])

export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('unit'), unit: unitId }),
  z.strictObject({ kind: z.literal('class'), unit: unitId, class: z.string().max(63) }),
])

/** By the sender's key, over `ballotMessage`; from everybody who has a key. */
const signedSchema = z.strictObject({
  signedMs: z.int().min(0),
  signature: signatureText,
})

export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('act'), act: askedActSchema }),
  /** In whatever vote is open on the decision: advice, the vote itself, or the ratifying of a pause. */
  z.strictObject({
    kind: z.literal('ballot'),
    decision,
    choice: choiceSchema,
    reason: reason.optional(),
    signed: signedSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('approve'), decision }),
  z.strictObject({ kind: z.literal('decline'), decision, reason }),
  z.strictObject({ kind: z.literal('object'), decision, reason }),
  /** To advice that was not to do it. */
  z.strictObject({ kind: z.literal('answer'), decision, proceed: z.boolean(), reason }),
  z.strictObject({ kind: z.literal('veto'), decision, reason }),
  z.strictObject({ kind: z.literal('pause'), decision, reason }),
  z.strictObject({ kind: z.literal('cancel'), decision, reason }),
  /** Asks for the execution again that was refused. */
  z.strictObject({ kind: z.literal('retry'), decision }),
  z.strictObject({ kind: z.literal('delegate'), to: personId, scope: scopeSchema }),
  z.strictObject({ kind: z.literal('revoke'), scope: scopeSchema }),
  /** From then on the sender's ballots are signed by this key; the signature is over `keyMessage`. */
  z.strictObject({ kind: z.literal('set_key'), key: keyText, signature: signatureText }),
  z.strictObject({ kind: z.literal('drop_key') }),
  /** Of oneself, for ever: name, texts and the way in go; the id stays in the log. */
  z.strictObject({ kind: z.literal('erase') }),
])
/** What people send. */
export type Command = z.infer<typeof commandSchema>
/** Besides, the clock: the next deadline of a decision has come, or its outcome cannot change any more. */
export type Tick = { readonly kind: 'advance'; readonly decision: string }
