// The schemas of a log as files: one of a whole entry, and one for each type of act and of event.
import { capabilities } from '@equalizer/capabilities'
import { type JsonSchema, logJsonSchemas } from '@equalizer/core'

/** By path below docs/schema/log: `acts/treasury.pay.schema.json`. */
export function logSchemas(): ReadonlyMap<string, JsonSchema> {
  const { entry, acts, events } = logJsonSchemas(capabilities)
  return new Map([
    ['entry.schema.json', entry],
    ...[...acts].map(([type, schema]) => [`acts/${type}.schema.json`, schema] as const),
    ...[...events].map(([type, schema]) => [`events/${type}.schema.json`, schema] as const),
  ])
}
