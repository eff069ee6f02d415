// Whether an entry is one that can be, by the published schemas; asked where entries are not decided again, which tells more.
import { capabilities } from '@equalizer/capabilities'
import { type Entry, entrySchema, type Refusal } from '@equalizer/core'

/** Made once, and only where it is asked for. */
let schema: ReturnType<typeof entrySchema> | null = null

/** Code `entry.not_in_schema` (facts: where, problem). */
export function shapeProblem(entry: Entry): Refusal | null {
  schema ??= entrySchema(capabilities)
  const read = schema.safeParse(entry)
  if (read.success) return null
  const [issue] = read.error.issues
  const facts = { where: (issue?.path ?? []).join('.'), problem: issue?.message ?? '' }
  return { code: 'entry.not_in_schema', reason: 'The entry is none that can be', facts }
}
