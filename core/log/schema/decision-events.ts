// What can happen to a decision, on its own stream and on the one that counts them all.
import { z } from 'zod'
import { closedPhases, openPhases } from '../../decision/decision.ts'
import { choiceSchema } from '../../kernel/command.ts'
import { limits } from '../../limits.ts'
import { groupId, groupSchema } from '../../rule/group.ts'
import { ruleSchema } from '../../rule/rule.ts'
import { atMs, className, count, decision, digits, person, said, stage } from './fields.ts'
import { ballotPhase, openVote, voteResult } from './vote-schema.ts'

const byPerson = (what: string) => z.strictObject({ person, reason: said }).describe(what)
const result = (what: string) => z.strictObject({ result: voteResult }).describe(what)

/** Everything that stands still while it is decided; which acts there are is known to the capabilities. */
export const openedWith = (act: z.ZodType) =>
  z
    .strictObject({
      id: decision,
      act: act.describe('What is asked, as its schema read it'),
      class: className,
      stage,
      isMove: z.boolean().describe('A move: what it changes decides the rule, and no class'),
      rule: ruleSchema.describe('By which it is decided, as it stood at the opening'),
      groups: z.record(groupId, groupSchema).describe('Groups behind the rule, as they stood at the opening'),
      openedSeq: count.describe('Entries before the opening: who is in a group is read as of here'),
      options: z
        .array(z.string().min(1).max(limits.lineChars))
        .min(1)
        .max(limits.options)
        .describe('What a vote on it chooses between'),
      against: count.max(limits.options).nullable().describe('The option that says no; null: an election'),
      juries: z.record(groupId, z.array(person).max(limits.seats)).describe('Who was drawn, by jury'),
      draw: z
        .string()
        .regex(/^[0-9a-f]{2,128}$/)
        .nullable()
        .describe('The value that the juries were drawn by, in hex; null: there is no jury'),
    })
    .describe('A decision was opened about an act')

export const decisionEvents = {
  'decision.entered': z
    .strictObject({
      phase: z.enum(openPhases).describe('Which one'),
      dueMs: atMs.nullable().describe('When the clock moves it on (UTC milliseconds)'),
      vote: openVote.nullable().describe('The vote that opens with it'),
      leftMs: count.optional().describe('Of a pause: what was left of the time that it halts'),
    })
    .describe('A phase of the decision began'),
  'decision.ended': z
    .strictObject({ phase: z.enum(closedPhases).describe('How it ended') })
    .describe('The decision is over'),
  'decision.ballot_cast': z
    .strictObject({
      person,
      choice: choiceSchema,
      weight: digits.describe('The voter’s own weight, without what is delegated to them'),
      phase: ballotPhase,
      firstMs: atMs.describe('When this person first cast one in this vote (UTC milliseconds)'),
      again: z.boolean().describe('Takes the place of an earlier one of the same person'),
      reason: said.optional(),
    })
    .describe('A ballot was cast'),
  'decision.extended': z
    .strictObject({ closesMs: atMs, extensions: count.describe('How often by now') })
    .describe('The quorum came at the last minute and the close of the vote was put off'),
  'decision.advice_closed': result('The advice is in'),
  'decision.closed': result('The vote closed'),
  'decision.pause_lapsed': result('A pause lapsed: the vote on keeping it did not pass'),
  'decision.pause_ratified': result('A pause was made final by a vote'),
  'decision.answered': z
    .strictObject({ person, proceed: z.boolean().describe('Goes on against the advice'), reason: said })
    .describe('Advice that was not to do it was answered'),
  'decision.approved': z.strictObject({ person }).describe('Somebody approved'),
  'decision.declined': byPerson('Somebody declined to approve'),
  'decision.objected': byPerson('Somebody objected'),
  'decision.vetoed': byPerson('Somebody vetoed'),
  'decision.paused': byPerson('Somebody asked for a pause'),
  'decision.cancelled': byPerson('Who proposed it took it back'),
  'decision.expired': z.strictObject({}).describe('Its time ran out'),
  'decision.executed': z.strictObject({}).describe('The act was carried out, by the events that follow'),
  'decision.execution_refused': z
    .strictObject({
      code: z
        .string()
        .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/)
        .describe('Of the refusal'),
      reason: z.string().max(limits.textChars).describe('In words'),
    })
    .describe('The act was decided and could not be carried out'),
} as const

const counted = z.strictObject({ decision, by: person.describe('Who sent the act') })

export const countEvents = {
  'decisions.opened': counted.describe('One more decision is open'),
  'decisions.closed': counted.describe('One decision less is open'),
} as const
