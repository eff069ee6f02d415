// The evidence down to single commits, votes and payments.
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { count, cursor, day, idInCharter, inOrganization, moment, pageSize } from './words.ts'

export const observationRowSchema = z
  .object({
    source: idInCharter,
    row: count.describe('Its number in the source’s reading, from 1'),
    kind: z.string(),
    actor: z.string().nullable().describe('null: the source does not say who'),
    name: z.string().nullable(),
    party: z.object({ id: z.string(), name: z.string() }).nullable().describe('null: nobody known, or a bot'),
    bot: z.boolean(),
    at: moment.nullable().describe('null: a standing fact without a date'),
    weight: z.string().describe('Decimal'),
    asset: z.string(),
    about: z.string().nullable(),
    choice: z.string().nullable(),
    reference: z.string(),
  })
  .meta({ id: 'ObservationRow' })
export type ObservationRow = z.infer<typeof observationRowSchema>

const filter = z.object({
  source: idInCharter.optional(),
  unit: idInCharter.optional(),
  surface: idInCharter.optional().describe('With `unit`: only what this surface counts'),
  kind: z.string().max(64).optional(),
  party: z.string().max(2_048).optional(),
  actor: z.string().max(2_048).optional(),
  q: z.string().max(200).optional().describe('Part of a name, handle, subject or reference'),
  from: day.optional(),
  to: day.optional(),
  asOf: day.optional().describe('Dated up to this day, and standing facts without a date'),
  sort: z.enum(['at', 'weight', 'actor', 'kind', 'row']).default('at'),
  order: z.enum(['asc', 'desc']).default('desc'),
})

export const observationEndpoints = {
  'GET /api/organizations/{organization}/observations': endpoint({
    summary: 'List observations: filtered, sorted, a page at a time',
    tag: 'observations',
    needs: 'read',
    params: inOrganization,
    query: filter.extend({ cursor, limit: pageSize }),
    answer: z.object({
      rows: z.array(observationRowSchema),
      next: z.string().nullable(),
      total: count.describe('Rows that the filter lets through'),
      exact: z.boolean().describe('False: there are more than `total`, which is where counting stopped'),
    }),
    refuses: ['unit.unknown', 'source.unknown', 'cursor.invalid'],
  }),
  'GET /api/organizations/{organization}/observations.csv': endpoint({
    summary: 'The same as CSV, at most 1,000,000 rows',
    tag: 'observations',
    needs: 'read',
    params: inOrganization,
    query: filter,
    answer: 'text/csv',
    refuses: ['unit.unknown', 'source.unknown'],
  }),
  'GET /api/organizations/{organization}/observations.json': endpoint({
    summary: 'The same as one JSON document, at most 1,000,000 rows',
    tag: 'observations',
    needs: 'read',
    params: inOrganization,
    query: filter,
    answer: z.object({
      rows: z.array(observationRowSchema),
      more: z.boolean().describe('Whether there are rows that the limit left out'),
    }),
    streamed: true,
    refuses: ['unit.unknown', 'source.unknown'],
  }),
  'GET /api/organizations/{organization}/observations/{source}/{row}': endpoint({
    summary: 'Show one observation with everything its source says, and the surfaces that count it',
    tag: 'observations',
    needs: 'read',
    params: inOrganization.extend({ source: idInCharter, row: z.coerce.number().int().min(1) }),
    answer: observationRowSchema.extend({
      id: z.string(),
      required: count.nullable(),
      files: z
        .array(z.object({ path: z.string(), added: count.nullable(), deleted: count.nullable() }))
        .describe('At most 500'),
      filesMore: count,
      attributes: z.record(z.string(), z.string()),
      countedBy: z.array(
        z.object({
          unit: idInCharter,
          unitName: z.string(),
          surface: idInCharter,
          surfaceName: z.string(),
          weight: z.string(),
        }),
      ),
    }),
    refuses: ['observation.unknown'],
  }),
}
