// The schemas of entries as JSON Schema (draft 2020-12), for whoever checks a log with tools of their own.
import type { z } from 'zod'
import type { Capability } from '../../capability.ts'
import type { JsonSchema } from '../../charter/json-schema.ts'
import { choiceSchema, scopeSchema } from '../../kernel/command.ts'
import { decisionClassSchema } from '../../rule/decision-class.ts'
import { groupSchema } from '../../rule/group.ts'
import { ruleSchema } from '../../rule/rule.ts'
import { voteRuleSchema } from '../../voting/vote-rule.ts'
import { actTypes, loggedAct, loggedCommands } from './commands.ts'
import { entrySchema, eventSchemas } from './entry-schema.ts'
import { ofOneOnly, partsOf, plainJsonSchema, withParts } from './shared-parts.ts'
import { openVote, voteResult } from './vote-schema.ts'

const draft = 'https://json-schema.org/draft/2020-12/schema'

export interface LogJsonSchemas {
  /** Of one whole entry, with everything in it. */
  readonly entry: JsonSchema
  /** Of the payload of each type of act. */
  readonly acts: ReadonlyMap<string, JsonSchema>
  /** Of each type of event, with its stream. */
  readonly events: ReadonlyMap<string, JsonSchema>
}

const common: readonly (readonly [string, z.ZodType])[] = [
  ['vote-rule', voteRuleSchema],
  ['rule', ruleSchema],
  ['class', decisionClassSchema],
  ['group', groupSchema],
  ['open-vote', openVote],
  ['vote-result', voteResult],
  ['choice', choiceSchema],
  ['scope', scopeSchema],
]

/** Published in docs/schema/log, and by every server. */
export function logJsonSchemas(capabilities: readonly Capability[]): LogJsonSchemas {
  const types = actTypes(capabilities)
  const events = [...eventSchemas(capabilities).values()]
  const commands = [...loggedCommands(types)]
  const small = partsOf(common)
  const large = partsOf([
    ...common,
    ...ofOneOnly(types.map(({ type, payload }) => [`payload.${type}`, payload] as const)),
    ...types.map(one => [`act.${one.type}`, loggedAct(one, false)] as const),
    ...types.map(one => [`opened-act.${one.type}`, loggedAct(one, true)] as const),
    ...commands.map(([kind, schema]) => [`command.${kind}`, schema] as const),
    ...events.map(({ type, schema }) => [`event.${type}`, schema] as const),
  ])
  return {
    entry: {
      $schema: draft,
      title: 'Entry',
      ...withParts(plainJsonSchema(entrySchema(capabilities)), large),
    },
    acts: new Map(
      types.map(({ type, summary, payload }) => {
        const schema = withParts(plainJsonSchema(payload), small)
        return [type, { $schema: draft, title: type, description: summary, ...schema }]
      }),
    ),
    events: new Map(
      events.map(({ type, schema }) => {
        const parts = type === 'decision.opened' ? large : small
        return [type, { $schema: draft, title: type, ...withParts(plainJsonSchema(schema), parts) }]
      }),
    ),
  }
}
