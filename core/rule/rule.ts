// A rule: who proposes, who advises, who decides and how, who may veto or pause, and how long everything waits.
import { z } from 'zod'
import { limits } from '../limits.ts'
import { voteRuleSchema } from '../voting/vote-rule.ts'
import { groupId } from './group.ts'

const span = z.int().min(0).max(limits.longestMs)
const window = z.int().min(1).max(limits.longestMs)
const head = z.int().min(1).max(limits.headsNeeded)

export const processSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('some'), of: head, windowMs: window })
    .describe('1: any one of the group, at once where they propose it themselves; 2: four eyes'),
  z
    .strictObject({ kind: z.literal('consent'), windowMs: window, objections: head })
    .describe('Passes unless so many object'),
  z.strictObject({ kind: z.literal('vote'), windowMs: window, vote: voteRuleSchema }),
])
export type Process = z.infer<typeof processSchema>

export const ruleSchema = z.strictObject({
  /** The group that hands control over, and the one that receives it. */
  center: groupId,
  edge: groupId,
  propose: groupId,
  /** A vote that does not bind: a decision against it needs a published answer within `answerMs`. */
  advise: z
    .strictObject({ group: groupId, windowMs: window, vote: voteRuleSchema, answerMs: window })
    .nullable(),
  decide: z.strictObject({ group: groupId, process: processSchema }),
  /** After it passed: so many of the group stop it, each with a published reason. */
  veto: z.strictObject({ group: groupId, windowMs: window, needs: head }).nullable(),
  /** Before execution: so many of the group halt it for `lapsesMs`; it goes on then, unless a vote of `ratifiedBy` keeps it stopped. */
  pause: z
    .strictObject({
      group: groupId,
      needs: head,
      lapsesMs: window,
      ratifiedBy: groupId,
      vote: voteRuleSchema,
    })
    .nullable(),
  delayMs: span,
  /** How long an approved act may wait for an execution that is refused (no money yet) before it expires. */
  expiresMs: window,
  /** Who alone changes this rule, and how; null: by the rules about moves. */
  change: z.strictObject({ group: groupId, windowMs: window, vote: voteRuleSchema }).nullable(),
})
export type Rule = z.infer<typeof ruleSchema>
