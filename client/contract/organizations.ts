// Organizations: strictly apart, each with its own charter, evidence and history.
import { reportSchema } from '@equalizer/measure'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { jobSchema } from './jobs.ts'
import { day, inOrganization, moment, organizationId, text } from './words.ts'

export const organizationSchema = z
  .object({
    id: organizationId,
    name: z.string(),
    simulated: z.boolean(),
    role: z.enum(['steward', 'member', 'reader']),
    charter: z.enum(['given', 'inferred']),
    created: moment,
    measured: day.nullable().describe('The newest day that was measured; null: not yet'),
    headline: z.string().describe('The one sentence, without markup; empty: not measured yet'),
    said: reportSchema.shape.headline.shape.said,
    units: z.number().int().min(0),
    sources: z.number().int().min(0),
  })
  .meta({ id: 'Organization' })
export type Organization = z.infer<typeof organizationSchema>

const startSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('empty') }).describe('Nothing yet: evidence is dragged in'),
  z.object({ from: z.literal('project') }).describe('The repository that this server runs from'),
  z.object({ from: z.literal('example') }).describe('A simulated organization of about forty people'),
  z
    .object({ from: z.literal('path'), path: z.string().min(1).max(4_096) })
    .describe('A repository, folder of evidence or charter on the server’s machine'),
])

export const organizationEndpoints = {
  'GET /api/organizations': endpoint({
    summary: 'List the organizations that the caller may see',
    tag: 'organizations',
    needs: 'signed-in',
    answer: z.object({ organizations: z.array(organizationSchema) }),
  }),
  'POST /api/organizations': endpoint({
    summary: 'Start an organization; its first reading runs as jobs',
    tag: 'organizations',
    needs: 'server',
    body: z.object({
      name: text.max(120).optional().describe('Left out: taken from the charter or the folder'),
      start: startSchema,
    }),
    status: 201,
    answer: z.object({ organization: organizationSchema, jobs: z.array(jobSchema) }),
    refuses: [
      'organization.exists',
      'organization.too_many',
      'path.not_allowed',
      'survey.not_found',
      'survey.no_evidence',
    ],
  }),
  'GET /api/organizations/{organization}': endpoint({
    summary: 'Show one organization',
    tag: 'organizations',
    needs: 'read',
    params: inOrganization,
    answer: organizationSchema,
  }),
  'PATCH /api/organizations/{organization}': endpoint({
    summary: 'Rename an organization',
    tag: 'organizations',
    needs: 'manage',
    params: inOrganization,
    body: z.object({ name: text.max(120) }),
    answer: organizationSchema,
  }),
  'DELETE /api/organizations/{organization}': endpoint({
    summary: 'Remove an organization with all its evidence and history, for good',
    tag: 'organizations',
    needs: 'manage',
    params: inOrganization,
    query: z.object({ confirm: organizationId.describe('The id once more') }),
    status: 204,
    refuses: ['organization.not_confirmed'],
  }),
}
