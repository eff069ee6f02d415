// Commands as they stand in an entry: an act that was done at once whole, one that opened a decision by that decision's id,
// everything else as it was sent; and the two that nobody sends, the founding and the clock.
import { z } from 'zod'
import { unitId } from '../../act/act.ts'
import type { ActType, Capability } from '../../capability.ts'
import { type Command, commandSchema } from '../../kernel/command.ts'
import { limits } from '../../limits.ts'
import { ruleActs } from '../../move/plan-move.ts'
import { className, decision, person, said, stage } from './fields.ts'

export function actTypes(capabilities: readonly Capability[]): readonly ActType[] {
  return [...ruleActs, ...capabilities.flatMap(({ acts }) => acts)]
}

type Options = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]

/** An act as its schema read it. `isOpened`: with who sent it, as a decision keeps it. */
export function loggedAct({ type, summary, payload }: ActType, isOpened: boolean): z.ZodObject {
  const schema = z.strictObject({
    type: z.literal(type),
    unit: unitId,
    payload,
    note: said.optional().describe('Why'),
    alternatives: z
      .array(payload)
      .min(1)
      .max(limits.alternatives)
      .optional()
      .describe('The same act done otherwise'),
    ...(isOpened ? { by: person.describe('Who sent it') } : {}),
  })
  return schema.describe(summary)
}

/** Of any type that there is. */
export function loggedActs(types: readonly ActType[], isOpened: boolean): z.ZodType {
  const options = types.map(type => loggedAct(type, isOpened))
  return z.discriminatedUnion('type', options as unknown as Options)
}

const how = { class: className, stage }

const found = z
  .strictObject({ kind: z.literal('found') })
  .describe('The log begins. By nobody; always the first entry, and only that')
const advance = z
  .strictObject({ kind: z.literal('advance'), decision })
  .describe('The clock moved a decision on. By nobody')

const words: Readonly<Record<Exclude<Command['kind'], 'act'>, string>> = {
  ballot: 'Somebody cast a ballot in the vote that is open on a decision',
  approve: 'Somebody approved',
  decline: 'Somebody declined to approve',
  object: 'Somebody objected',
  answer: 'Somebody answered advice that was not to do it',
  veto: 'Somebody vetoed',
  pause: 'Somebody asked for a pause',
  cancel: 'Who proposed it took it back',
  retry: 'Somebody asked for an execution again that was refused',
  delegate: 'Somebody gave their vote to somebody else',
  revoke: 'Somebody took a delegation back',
  set_key: 'Somebody said by which key their ballots are signed from then on',
  drop_key: 'Somebody’s ballots are not signed any more',
  erase: 'Somebody had what is known of them erased',
}

/** One schema by kind of command. An act has one of two forms: with `act`, or with `decision`. */
export function loggedCommands(acts: readonly ActType[]): ReadonlyMap<string, z.ZodObject> {
  const act = z
    .strictObject({
      kind: z.literal('act'),
      act: loggedActs(acts, false).optional().describe('Done at once: nobody else was asked'),
      decision: decision.optional().describe('The decision that it opened, whose event holds the act'),
      ...how,
    })
    .refine(said => (said.act === undefined) !== (said.decision === undefined), 'either act or decision')
    .meta({
      description: 'Somebody sent an act',
      oneOf: [{ required: ['act'] }, { required: ['decision'] }],
    })
  const asSent = commandSchema.options.flatMap((option): z.ZodObject[] => {
    const kind = option.shape.kind.value
    return kind === 'act' ? [] : [option.describe(words[kind])]
  })
  const all: readonly z.ZodObject[] = [found, act, ...asSent, advance]
  return new Map(all.map(one => [(one.shape as { kind: z.ZodLiteral<string> }).kind.value, one]))
}
