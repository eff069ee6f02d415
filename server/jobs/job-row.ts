// A job as the table holds it, and as the contract shows it.
import type { Job } from '@equalizer/client'
import type { Selectable } from 'kysely'
import type { JobsTable } from '../store/tables.ts'

export type JobRow = Selectable<JobsTable>

const moment = (ms: number) => new Date(ms).toISOString()
const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms))

export function jobOf(row: JobRow): Job {
  return {
    id: row.job_id,
    kind: row.kind,
    source: row.source_id,
    state: row.state,
    phase: row.phase,
    done: row.done,
    total: row.total,
    observations: row.observations,
    problem: row.problem,
    created: moment(row.created_ms),
    started: momentOrNull(row.started_ms),
    finished: momentOrNull(row.finished_ms),
  }
}
