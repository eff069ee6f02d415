// Evidence: files dragged in and paths connected, understood before they are read, read as jobs, taken back at will.
import { mappingSchema, sourceKinds } from '@equalizer/core'
import { z } from 'zod'
import { changeSchema } from './charter.ts'
import { endpoint } from './endpoint.ts'
import { jobSchema } from './jobs.ts'
import { count, day, factsSchema, idInCharter, inOrganization, moment, text } from './words.ts'

/** How a file is read; each has its meaning in the charter's `sources`. */
export const readingSchema = z
  .object({
    kind: z.enum(sourceKinds),
    charset: z.string().max(64).optional(),
    timezone: z.string().max(64).optional(),
    asset: text.optional(),
    decimals: z.number().int().min(0).max(36).optional(),
    supply: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .max(120)
      .optional(),
    revision: z.string().max(256).optional(),
    since: day.optional(),
    mapping: mappingSchema.optional(),
  })
  .meta({ id: 'Reading' })
export type Reading = z.infer<typeof readingSchema>

export const refusedRowSchema = z.object({
  file: z.string(),
  line: count.nullable(),
  column: z.union([z.string(), count]).nullable(),
  code: z.string(),
  reason: z.string(),
  facts: factsSchema.optional().describe('Left out by readings from before they were kept'),
})

const saidSchema = z.object({ code: z.string(), facts: factsSchema })

export const previewedSchema = z.object({
  kind: z.string(),
  who: z.string().nullable().describe('Name or handle'),
  at: moment.nullable(),
  weight: z.string().describe('Decimal'),
  asset: z.string(),
  about: z.string().nullable(),
  reference: z.string(),
})

export const understandingSchema = z
  .object({
    name: z.string(),
    bytes: count.nullable(),
    reading: readingSchema
      .nullable()
      .describe('How it would be read; null: not recognised, a mapping is needed'),
    reason: z.string().describe('Why it is taken for that, or why it is not recognised'),
    said: saidSchema.describe('The same, for any language'),
    format: z.enum(['csv', 'jsonl', 'json', 'yaml', 'git', 'unknown']),
    columns: z.array(z.string()).describe('Of a table; empty where there are none'),
    rows: z
      .array(z.array(z.string()))
      .describe('The first rows as they stand, at most 20, in the order of `columns`'),
    observations: z.array(previewedSchema).describe('What the first rows become, at most 20'),
    refusals: z.array(refusedRowSchema).describe('Of the first rows, at most 20'),
    suggested: mappingSchema.partial().nullable().describe('A mapping to begin with, where one is needed'),
    feeds: z
      .array(
        z.object({ unit: idInCharter, unitName: z.string(), surface: idInCharter, surfaceName: z.string() }),
      )
      .describe('The surfaces that would count it'),
  })
  .meta({ id: 'Understanding' })
export type Understanding = z.infer<typeof understandingSchema>

export const sourceStateSchema = z
  .object({
    id: idInCharter,
    name: z.string().describe('File name or path'),
    kind: z.enum(sourceKinds),
    origin: z.enum(['upload', 'path', 'log']).describe('log: the organization’s own decisions'),
    reading: readingSchema,
    added: moment,
    removed: moment.nullable().describe('Taken back; it can be restored'),
    everyMinutes: count.nullable().describe('How often it is read again; null: only when asked'),
    nextRead: moment.nullable(),
    job: jobSchema.nullable().describe('The running or newest job'),
    current: z
      .object({
        read: moment,
        bytes: count.nullable(),
        rowsRead: count,
        rowsUsed: count,
        rowsRefused: count,
        observations: count,
        first: day.nullable(),
        last: day.nullable(),
        problem: z.object({ code: z.string(), reason: z.string(), facts: factsSchema.optional() }).nullable(),
      })
      .nullable()
      .describe('The reading that counts; null: none is finished yet'),
    feeds: z.array(
      z.object({ unit: idInCharter, unitName: z.string(), surface: idInCharter, surfaceName: z.string() }),
    ),
  })
  .meta({ id: 'SourceState' })
export type SourceState = z.infer<typeof sourceStateSchema>

const oneSource = inOrganization.extend({ source: idInCharter })
const oneUpload = inOrganization.extend({ upload: z.string().max(64) })
const path = z.string().min(1).max(4_096)

export const sourceEndpoints = {
  'POST /api/organizations/{organization}/uploads': endpoint({
    summary:
      'Put a file in, as it lies on disk (gzip too); answers with what was understood. Nothing is counted yet',
    tag: 'evidence',
    needs: 'evidence',
    params: inOrganization,
    query: z.object({ name: z.string().min(1).max(255) }),
    body: 'bytes',
    status: 201,
    answer: z.object({ upload: z.string(), understanding: understandingSchema }),
    refuses: [
      'upload.too_large',
      'upload.empty',
      'upload.too_many',
      'upload.no_room',
      'evidence.unrecognized',
    ],
  }),
  'POST /api/organizations/{organization}/uploads/{upload}/preview': endpoint({
    summary: 'Show what an upload becomes when it is read this way; counts nothing',
    tag: 'evidence',
    needs: 'evidence',
    params: oneUpload,
    body: z.object({ reading: readingSchema }),
    answer: understandingSchema,
    refuses: ['upload.unknown'],
  }),
  'DELETE /api/organizations/{organization}/uploads/{upload}': endpoint({
    summary: 'Throw an upload away that no source uses',
    tag: 'evidence',
    needs: 'evidence',
    params: oneUpload,
    status: 204,
    refuses: ['upload.unknown', 'upload.in_use'],
  }),
  'POST /api/organizations/{organization}/paths': endpoint({
    summary: 'Look at a path on the server’s machine (a git repository, a file, a folder) and say what it is',
    tag: 'evidence',
    needs: 'manage',
    params: inOrganization,
    body: z.object({ path, reading: readingSchema.optional() }),
    answer: understandingSchema,
    refuses: ['path.not_allowed', 'path.unknown', 'evidence.unrecognized'],
  }),
  'GET /api/organizations/{organization}/sources': endpoint({
    summary: 'List the sources, those taken back too',
    tag: 'evidence',
    needs: 'read',
    params: inOrganization,
    answer: z.object({ sources: z.array(sourceStateSchema) }),
  }),
  'POST /api/organizations/{organization}/sources': endpoint({
    summary: 'Count an upload or a path as evidence; it is read as a job',
    tag: 'evidence',
    needs: 'evidence',
    params: inOrganization,
    body: z.object({
      from: z.union([z.object({ upload: z.string().max(64) }), z.object({ path })]),
      reading: readingSchema,
      name: text.max(120).optional(),
      everyMinutes: z
        .number()
        .int()
        .min(5)
        .max(525_600)
        .nullable()
        .optional()
        .describe('Default: 60 for a git path'),
    }),
    status: 202,
    answer: z.object({ source: sourceStateSchema, job: jobSchema, change: changeSchema }),
    refuses: [
      'upload.unknown',
      'path.not_allowed',
      'path.unknown',
      'source.too_many',
      'source.same_evidence',
      'job.too_many',
    ],
  }),
  'GET /api/organizations/{organization}/sources/{source}': endpoint({
    summary: 'Show one source with the account of its reading and the rows that were refused',
    tag: 'evidence',
    needs: 'read',
    params: oneSource,
    answer: z.object({
      source: sourceStateSchema,
      account: z
        .object({
          rowsRead: count,
          rowsUsed: count,
          rowsRefused: count,
          passedOver: z.record(z.string(), count),
          refusedByCode: z.record(z.string(), count),
          refusals: z.array(refusedRowSchema),
          notes: z.array(z.string()),
          noted: z
            .array(saidSchema)
            .optional()
            .describe('One for each of `notes`, for any language; left out by older readings'),
          kinds: z.array(z.object({ kind: z.string(), observations: count })),
        })
        .nullable(),
      jobs: z.array(jobSchema).describe('Newest first'),
    }),
    refuses: ['source.unknown'],
  }),
  'PATCH /api/organizations/{organization}/sources/{source}': endpoint({
    summary: 'Say how often a source is read again',
    tag: 'evidence',
    needs: 'evidence',
    params: oneSource,
    body: z.object({ everyMinutes: z.number().int().min(5).max(525_600).nullable() }),
    answer: sourceStateSchema,
    refuses: ['source.unknown'],
  }),
  'POST /api/organizations/{organization}/sources/{source}/read': endpoint({
    summary: 'Read a source again now',
    tag: 'evidence',
    needs: 'evidence',
    params: oneSource,
    status: 202,
    answer: jobSchema,
    refuses: ['source.unknown', 'source.being_read'],
  }),
  'DELETE /api/organizations/{organization}/sources/{source}': endpoint({
    summary: 'Take a source back: it counts no more, and can be restored by undoing the change',
    tag: 'evidence',
    needs: 'evidence',
    params: oneSource,
    answer: changeSchema,
    refuses: ['source.unknown', 'source.own_log'],
  }),
}
