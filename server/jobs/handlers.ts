// What can be asked of jobs over HTTP: to list them, to stop one, to go on with it.
import { accepted } from '@equalizer/core'
import type { Handlers } from '../desk.ts'
import { jobOf } from './job-row.ts'

/** Of those that are finished. */
const listedAtMost = 100

export const jobHandlers: Handlers<
  | 'GET /api/organizations/{organization}/jobs'
  | 'POST /api/organizations/{organization}/jobs/{job}/cancel'
  | 'POST /api/organizations/{organization}/jobs/{job}/resume'
> = {
  async 'GET /api/organizations/{organization}/jobs'({ desk, input }) {
    const rows = await desk.store.db
      .selectFrom('jobs')
      .selectAll()
      .where('organization_id', '=', input.organization)
      .orderBy('created_ms', 'desc')
      .orderBy('job_id', 'desc')
      .limit(listedAtMost)
      .execute()
    return accepted({ jobs: rows.map(jobOf) })
  },
  'POST /api/organizations/{organization}/jobs/{job}/cancel': ({ desk, input }) =>
    desk.jobs.cancel(input.organization, input.job),
  'POST /api/organizations/{organization}/jobs/{job}/resume': ({ desk, input }) =>
    desk.jobs.resume(input.organization, input.job),
}
