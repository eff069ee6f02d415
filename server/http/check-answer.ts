// In tests: holds every answer to the contract's schema, unknown keys included, so that handlers cannot drift from it.
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'

/** Throws what is wrong with it. */
export function checkAnswer(name: string, schema: z.ZodType, value: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(value))
  const read = schema.safeParse(sent)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Error(`${name} answers what its schema refuses: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const known: unknown = JSON.parse(JSON.stringify(read.data))
  if (!isDeepStrictEqual(known, sent)) throw new Error(`${name} answers more than its schema says`)
}
