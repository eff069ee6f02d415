// The schema of one whole entry of an organization's log, for whoever reads a log without trusting who wrote it.
import { z } from 'zod'
import type { Capability } from '../../capability.ts'
import type { Entry } from '../entry.ts'
import { actTypes, loggedActs, loggedCommands } from './commands.ts'
import { openedWith } from './decision-events.ts'
import { atMs, person } from './fields.ts'
import { type StreamSchema, streamSchemas } from './streams.ts'

/** One type of event, whole: its stream, its type, and what it says. */
export interface EventSchema {
  readonly type: string
  readonly of: StreamSchema
  readonly schema: z.ZodObject
}

/** By type, in the order in which they are declared. */
export function eventSchemas(capabilities: readonly Capability[]): ReadonlyMap<string, EventSchema> {
  const opened = { 'decision.opened': openedWith(loggedActs(actTypes(capabilities), true)) }
  const streams = streamSchemas(capabilities).map(of =>
    of.kind === 'decision' ? { ...of, events: { ...opened, ...of.events } } : of,
  )
  const all = streams.flatMap(of =>
    Object.entries(of.events).map(([type, data]) => ({ type, of, schema: whole(of, type, data) })),
  )
  return new Map(all.map(one => [one.type, one]))
}

function whole({ pattern }: StreamSchema, type: string, data: z.ZodType): z.ZodObject {
  const schema = z.strictObject({
    stream: z.string().regex(pattern).describe('The stream whose state it changes'),
    type: z.literal(type),
    data,
  })
  return data.description === undefined ? schema : schema.describe(data.description)
}

type Options = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]

/**
 * What an entry may be with these capabilities plugged in, entries of every earlier version among them. It says nothing of whether
 * what the entry tells could happen: that takes replaying the log. Make it once; parsing an entry takes some microseconds.
 */
export function entrySchema(capabilities: readonly Capability[]): z.ZodType<Entry> {
  const commands = [...loggedCommands(actTypes(capabilities)).values()]
  const events = [...eventSchemas(capabilities).values()].map(({ schema }) => schema)
  const schema = z.strictObject({
    seq: z.int().min(0).describe('Its place in the log: from 0, without a gap'),
    atMs: atMs.describe('UTC milliseconds; never less than that of the entry before'),
    by: person.nullable().describe('Who sent the command; null: the founding, or the clock'),
    command: z.discriminatedUnion('kind', commands as unknown as Options).describe('What was asked'),
    events: z
      .array(z.discriminatedUnion('type', events as unknown as Options))
      .describe('All that came of it, in order'),
  })
  return schema as unknown as z.ZodType<Entry>
}
