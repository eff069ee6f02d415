// One run of a job on this server: what it is given, and how it says where it stands.
import type { Refusal } from '@equalizer/core'
import type { Updateable } from 'kysely'
import type { Desk } from '../desk.ts'
import type { JobsTable } from '../store/tables.ts'
import type { JobRow } from './job-row.ts'
import { change } from './queue.ts'
import type { ReadingThreads } from './reading-threads.ts'

/** What the jobs themselves are given: all of the desk but themselves. */
export type JobParts = Omit<Desk, 'jobs'>

export interface Problem {
  readonly code: string
  readonly reason: string
  readonly facts?: Refusal['facts']
}

export interface Run {
  readonly parts: JobParts
  readonly job: JobRow
  /** By which the table says whose the job is. */
  readonly owner: string
  /** Aborted when the job is cancelled, is ours no more, or the server closes. */
  readonly signal: AbortSignal
  readonly threads: ReadingThreads
  /** Tells everybody who follows the organization. */
  tell(row: JobRow): void
}

/** The job was cancelled, or another server has it: whatever we still do for it must not count. */
export class JobLost extends Error {
  constructor() {
    super('The job is not ours any more')
    this.name = 'JobLost'
  }
}

/** Writes where the job stands and tells of it. Throws `JobLost`. */
export async function write(run: Run, set: Updateable<JobsTable>): Promise<void> {
  const { store, clock } = run.parts
  const row = await change(store.db, run.job, run.owner, { ...set, beat_ms: clock.nowMs() })
  if (row === null) throw new JobLost()
  run.tell(row)
}

const tellsEveryMs = 500

/** Like `write`, at most twice a second; what is passed over is made up for by the next. */
export function createProgress(run: Run): (set: Updateable<JobsTable>) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async set => {
    const now = run.parts.clock.nowMs()
    if (now - last < tellsEveryMs) return
    last = now
    await write(run, set)
  }
}
