// Work that takes a while: reading evidence and measuring, with progress, cancel and resume.
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { count, factsSchema, idInCharter, inOrganization, moment } from './words.ts'

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['import', 'measure']),
    source: idInCharter.nullable(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    phase: z.enum(['waiting', 'reading', 'storing', 'measuring', 'finished']),
    done: count,
    total: count.nullable().describe('Bytes or rows; null: nobody can know'),
    observations: count.describe('Stored so far'),
    problem: z
      .object({ code: z.string(), reason: z.string(), facts: factsSchema.optional() })
      .nullable()
      .describe('Why it failed; of one that is done: source.unchanged, when there was nothing new to read'),
    created: moment,
    started: moment.nullable(),
    finished: moment.nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof jobSchema>

const one = inOrganization.extend({ job: z.string().max(64) })

export const jobEndpoints = {
  'GET /api/organizations/{organization}/jobs': endpoint({
    summary: 'List running, waiting and recent jobs, newest first',
    tag: 'jobs',
    needs: 'read',
    params: inOrganization,
    answer: z.object({ jobs: z.array(jobSchema) }),
  }),
  'POST /api/organizations/{organization}/jobs/{job}/cancel': endpoint({
    summary: 'Stop a job; what it read so far counts nowhere',
    tag: 'jobs',
    needs: 'evidence',
    params: one,
    answer: jobSchema,
    refuses: ['job.unknown', 'job.finished'],
  }),
  'POST /api/organizations/{organization}/jobs/{job}/resume': endpoint({
    summary: 'Go on with a job that was cancelled or failed',
    tag: 'jobs',
    needs: 'evidence',
    params: one,
    status: 202,
    answer: jobSchema,
    refuses: ['job.unknown', 'job.not_stopped', 'source.being_read'],
  }),
  'GET /api/organizations/{organization}/events': endpoint({
    summary:
      'Follow progress and changes as server-sent events: `job` (a job), `changed` ({"what": "board" | "sources" | "people" | "charter" | "organization" | "decisions"})',
    tag: 'jobs',
    needs: 'read',
    params: inOrganization,
    answer: 'text/event-stream',
  }),
}

export const changedSchema = z.object({
  what: z.enum(['board', 'sources', 'people', 'charter', 'organization', 'decisions']),
})
export type Changed = z.infer<typeof changedSchema>
