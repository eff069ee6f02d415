// The shapes that several endpoints share.
import { limits } from '@equalizer/core'
import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
export const organizationId = id.describe('Lower case letters, digits, - and _')
export const idInCharter = id.describe('As the charter writes it')
export const day = z.iso.date().describe('UTC day')
export const moment = z.iso.datetime().describe('UTC, ISO 8601')
export const count = z.number().int().min(0)
export const position = z.number().min(0).max(100)
export const text = z.string().min(1).max(limits.textChars)
export const asOf = day.optional().describe('As of the end of this UTC day; left out: today')
/** A place in a list to go on from, as the answer before gave it. */
export const cursor = z.string().max(1_024).optional()
export const pageSize = z.coerce.number().int().min(1).max(limits.pageRows).default(100)

export const inOrganization = z.object({ organization: organizationId })

/** From these and the code any language makes its own sentence; `what` tells apart what one code says. */
export const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

const nameSchema = z.object({
  name: z.string().nullable(),
  decimals: count.nullable().describe('Of a currency, or of the money of an account'),
})
/** null: it has no name of its own. */
export type Called = z.infer<typeof nameSchema>

/** What the ids in acts and events are called. */
export const calledSchema = z
  .record(z.string(), nameSchema)
  .describe('By stream, treasury/account/main: what the ids in it are called')

/** An expected no, as every endpoint gives it. */
export const problemSchema = z
  .object({
    code: z.string().describe('Dotted and stable: charter.unknown_source'),
    reason: z.string().describe('One sentence in English'),
    facts: factsSchema,
    request: z.string().describe('The id by which the server logged this request'),
  })
  .meta({ id: 'Problem', description: 'A refusal' })
export type Problem = z.infer<typeof problemSchema>

export const actorSchema = z
  .string()
  .min(3)
  .max(limits.textChars)
  .describe('scheme:handle, such as github:ada')
