// The log as it can be read: the capabilities' tables that are made of it, its entries, and the documents beside it.
import { anyJson, limits, personId } from '@equalizer/core'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { calledSchema, count, cursor, idInCharter, inOrganization, moment, pageSize } from './words.ts'

const json = z.record(z.string(), anyJson)
const decisionId = z.string().regex(/^D-[1-9]\d{0,11}$/)
const decisionNamed = z.object({
  type: z.string(),
  title: z.string(),
  asked: json.describe(
    'What a sentence about the act can be made of: its fields, long ones cut, lists by length',
  ),
  unit: idInCharter,
  options: z.array(z.string()).describe('What its vote chooses between'),
})

export const logEndpoints = {
  'GET /api/organizations/{organization}/views/{view}': endpoint({
    summary: 'Read one of the capabilities’ tables',
    tag: 'views',
    needs: 'read',
    params: inOrganization.extend({ view: z.string().regex(/^[a-z][a-z0-9]*\.[a-z][a-z0-9_]*$/) }),
    query: z.object({
      by: z.string().max(2_048).optional().describe('JSON: column to value, all equal'),
      cursor,
      limit: pageSize,
    }),
    answer: z.object({
      summary: z.string(),
      columns: z.array(z.string()),
      rows: z.array(json),
      next: z.string().nullable(),
    }),
    refuses: ['view.unknown', 'view.unknown_column', 'cursor.invalid'],
  }),
  'GET /api/organizations/{organization}/view-list': endpoint({
    summary: 'List the capabilities’ tables that can be read',
    tag: 'views',
    needs: 'read',
    params: inOrganization,
    answer: z.object({
      views: z.array(
        z.object({
          name: z.string(),
          summary: z.string(),
          columns: z.array(z.string()),
          by: z.array(z.string()),
        }),
      ),
    }),
  }),
  'GET /api/organizations/{organization}/entries': endpoint({
    summary: 'Read the log, oldest or newest first, all of it or what fits',
    tag: 'log',
    needs: 'read',
    params: inOrganization,
    query: z.object({
      from: z.coerce
        .number()
        .int()
        .min(0)
        .optional()
        .describe('The first entry that is looked at; left out: the first of the order'),
      order: z.enum(['oldest', 'newest']).default('oldest'),
      text: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .optional()
        .describe('Stands in the entry, or names a person in it'),
      kind: z
        .string()
        .regex(/^[a-z_]{1,30}$/)
        .optional()
        .describe('Of the command: act, ballot, advance …'),
      person: personId.optional().describe('Who sent it'),
      decision: decisionId.optional(),
      unit: idInCharter.optional().describe('Of the act, or of the decision that it is part of'),
      limit: pageSize,
    }),
    answer: z.object({
      entries: z.array(
        z.object({
          seq: count,
          at: moment,
          by: personId.nullable(),
          command: json,
          events: z.array(json),
          title: z.string().nullable().describe('Of an act, in a few words: Pay Hetzner 4,000.00 EUR'),
          before: json
            .nullable()
            .describe(
              'Of an entry that changes rules: {classes}, {gates} or {group} as they stood; null: unknown',
            ),
        }),
      ),
      next: count
        .nullable()
        .describe(
          'Where to go on from. A filtered answer may be short: it looks through only so many entries',
        ),
      size: count.describe('Entries in the log'),
      names: z
        .record(personId, z.string().nullable())
        .describe('Of the people in these entries; null: erased'),
      texts: z
        .record(z.string(), z.string().nullable())
        .describe('Reasons and notes that stand in these entries by CID; null: erased'),
      decisions: z
        .record(decisionId, decisionNamed)
        .describe('What these entries are part of; as many as are known'),
      called: calledSchema,
    }),
  }),
  'POST /api/organizations/{organization}/documents': endpoint({
    summary: 'Keep a document beside the log and answer its CID',
    tag: 'log',
    needs: 'act',
    params: inOrganization,
    body: z.strictObject({
      name: z.string().max(limits.nameChars).optional(),
      type: z.string().max(100).optional(),
      base64: z.string().max(1_398_104).describe('At most 1 MiB of bytes'),
    }),
    status: 201,
    answer: z.object({ cid: z.string(), bytes: count }),
    refuses: ['document.not_base64', 'document.too_large', 'document.too_many'],
  }),
  'GET /api/organizations/{organization}/documents/{cid}': endpoint({
    summary: 'Answer a document that was kept',
    tag: 'log',
    needs: 'read',
    params: inOrganization.extend({ cid: z.string().regex(/^b[a-z2-7]{20,120}$/) }),
    answer: z.object({
      cid: z.string(),
      name: z.string().nullable(),
      type: z.string().nullable(),
      base64: z.string(),
    }),
    refuses: ['document.unknown'],
  }),
}
