// The charter's JSON Schema (draft 2020-12), as editors read it.
import { z } from 'zod'
import { charterSchema } from './charter.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

/** What may be written in a charter (defaults may be left out), published as docs/schema/charter.schema.json. */
export function charterJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(charterSchema, { io: 'input' })
  return { $schema, title: 'Equalizer charter', ...schema }
}
