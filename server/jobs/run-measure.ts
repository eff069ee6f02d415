// Measures an organization, then sweeps what no measuring needs any more.
import type { Desk } from '../desk.ts'
import { measureOrganization } from '../measures/measure.ts'
import { createProgress, type Problem, type Run, write } from './run.ts'
import { sweepImports } from './sweep.ts'

/** null: it is done, and the job's row says so. Throws `JobLost`, the signal's reason, and faults. */
export async function runMeasure(run: Run, desk: Desk): Promise<Problem | null> {
  const { parts, job, signal } = run
  const progress = createProgress(run)
  await write(run, { phase: 'measuring' })
  await measureOrganization(desk, job.organization_id, {
    signal,
    onProgress: ({ done, total }) => {
      // A job that is lost is noticed by its signal.
      progress({ done, total }).catch(() => {})
    },
  })
  signal.throwIfAborted()
  await sweepImports(parts.store, parts.clock.nowMs(), job.organization_id)
  await write(run, { state: 'done', phase: 'finished', problem: null, finished_ms: parts.clock.nowMs() })
  return null
}
