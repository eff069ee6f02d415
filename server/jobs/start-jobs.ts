// The jobs of one server: takes what waits, a few at a time, keeps what runs alive, and loses nothing when it stops.
import { accepted } from '@equalizer/core'
import { plainFacts } from '@equalizer/evidence'
import type { Desk, Jobs } from '../desk.ts'
import { noRoom } from '../no-room.ts'
import { type JobRow, jobOf } from './job-row.ts'
import { beat, cancelJob, change, claim, place, release, resumeJob } from './queue.ts'
import { createReadingThreads } from './reading-threads.ts'
import { JobLost, type JobParts, type Problem, type Run } from './run.ts'
import { runImport } from './run-import.ts'
import { runMeasure } from './run-measure.ts'
import { createSchedule } from './schedule.ts'
import { sweepImports } from './sweep.ts'

export interface StartedJobs extends Jobs {
  /** Orders what is due at this time (UTC milliseconds): readings, the measure of a new day, sweeping. */
  tick(nowMs: number): Promise<void>
}

const atOnce: Readonly<Record<JobRow['kind'], number>> = { import: 2, measure: 1 }
/** How often it is looked for what other servers ordered, and for jobs of servers that died. */
const looksEveryMs = 2_000
const beatsEveryMs = 5_000
const ticksEveryMs = 60_000
/** Changes that come one after the other are measured once. */
const measuresAfterMs = 100
/** A job that takes its server down with it is not begun for ever. */
const attemptsAtMost = 5

class Closing extends Error {}

interface Running {
  readonly row: JobRow
  readonly stopping: AbortController
  readonly ended: Promise<void>
}

export interface JobsOptions {
  /** False: time passes only by calls of `tick`, in tests. */
  readonly ticks?: boolean
}

export function startJobs(parts: JobParts, { ticks = true }: JobsOptions = {}): StartedJobs {
  const { store, clock, bell, log } = parts
  /** By the owner that the table names: one for each run, so that a run that was lost can never speak for a later one. */
  const threads = createReadingThreads()
  const running = new Map<string, Running>()
  let closing = false
  let ticking = false
  let pumping: Promise<void> = Promise.resolve()
  let listeners: (() => void)[] = []

  const jobs: StartedJobs = {
    async order(organization, order) {
      const placed = await place(store.db, { organization, order, id: parts.newId(), nowMs: clock.nowMs() })
      if (!placed.ok) return placed
      tell(placed.value)
      if (order.kind === 'import') pump()
      else setTimeout(pump, measuresAfterMs)
      return accepted(jobOf(placed.value))
    },
    async cancel(organization, job) {
      const cancelled = await cancelJob(store.db, organization, job, clock.nowMs())
      if (!cancelled.ok) return cancelled
      const here = [...running.values()].filter(({ row }) => row.job_id === job)
      for (const { stopping } of here) stopping.abort(new JobLost())
      await Promise.all(here.map(({ ended }) => ended))
      tell(cancelled.value)
      return accepted(jobOf(cancelled.value))
    },
    async resume(organization, job) {
      const resumed = await resumeJob(store.db, organization, job)
      if (!resumed.ok) return resumed
      tell(resumed.value)
      pump()
      return accepted(jobOf(resumed.value))
    },
    async idle() {
      while (!closing) {
        await pumping
        if (running.size === 0 && !(await anyOpen())) return
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, measuresAfterMs)
          listeners.push(() => {
            clearTimeout(timer)
            resolve()
          })
        })
        pump()
      }
    },
    async close() {
      if (closing) return
      closing = true
      const owners: string[] = []
      for (const timer of timers) clearInterval(timer)
      for (const { stopping } of running.values()) stopping.abort(new Closing())
      await pumping
      owners.push(...running.keys())
      await Promise.all([...running.values()].map(({ ended }) => ended))
      await threads.close()
      await release(store.db, owners)
    },
    tick: nowMs => schedule.tick(nowMs),
  }
  const desk: Desk = { ...parts, jobs }
  const schedule = createSchedule(desk)

  function tell(row: JobRow): void {
    bell.ring(row.organization_id, { event: 'job', data: jobOf(row) })
  }

  async function anyOpen(): Promise<boolean> {
    const row = await store.db
      .selectFrom('jobs')
      .select('job_id')
      .where('state', 'in', ['waiting', 'running'])
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** Takes what may run now, one look at a time. */
  function pump(): void {
    pumping = pumping.then(take).catch(error => log.error({ err: error }, 'jobs cannot be looked for'))
  }

  async function take(): Promise<void> {
    // A machine that slept must not take its own jobs for those of a dead server.
    await keepAlive()
    while (!closing) {
      const kinds = (['import', 'measure'] as const).filter(kind => countOf(kind) < atOnce[kind])
      const owner = parts.newId()
      const row = await claim(store.db, { owner, nowMs: clock.nowMs(), kinds })
      if (row === null) return
      begin(row, owner)
    }
  }

  function countOf(kind: JobRow['kind']): number {
    return [...running.values()].filter(({ row }) => row.kind === kind).length
  }

  function begin(row: JobRow, owner: string): void {
    const stopping = new AbortController()
    if (closing) stopping.abort(new Closing())
    const ended = work({ parts, job: row, owner, signal: stopping.signal, threads, tell }).finally(() => {
      running.delete(owner)
      const waiting = listeners
      listeners = []
      for (const listener of waiting) listener()
      if (!closing) pump()
    })
    running.set(owner, { row, stopping, ended })
  }

  /** Never rejects: whatever happens stands in the job's row or in the log. */
  async function work(run: Run): Promise<void> {
    const { job, signal } = run
    try {
      tell(job)
      const problem = job.attempts > attemptsAtMost ? gaveUp : await runs(run)
      if (problem !== null) await fail(run, problem)
      else await tellAnew(run)
    } catch (error) {
      if (signal.aborted || error instanceof JobLost) {
        log.info({ job: job.job_id, organization: job.organization_id }, 'a job was left as it is')
        return
      }
      const full = noRoom(error)
      if (full === null)
        log.error(
          { err: error, job: job.job_id, organization: job.organization_id },
          'a job failed by a fault',
        )
      await fail(run, full?.ok === false ? full.refusal : fault(job)).catch(cause =>
        log.error({ err: cause, job: job.job_id }, 'a job is lost'),
      )
    }
  }

  function runs(run: Run): Promise<Problem | null> {
    return run.job.kind === 'import' ? runImport(run) : runMeasure(run, desk)
  }

  async function fail(run: Run, { code, reason, facts = {} }: Problem): Promise<void> {
    const row = await change(store.db, run.job, run.owner, {
      state: 'failed',
      phase: 'finished',
      problem: JSON.stringify({ code, reason, facts: plainFacts(facts) }),
      finished_ms: clock.nowMs(),
    })
    if (row === null) return
    log.warn({ job: row.job_id, organization: row.organization_id, code }, 'a job failed')
    tell(row)
    if (row.kind === 'import') bell.ring(row.organization_id, { event: 'changed', data: { what: 'sources' } })
  }

  async function tellAnew({ job }: Run): Promise<void> {
    const row = await store.db
      .selectFrom('jobs')
      .selectAll()
      .where('organization_id', '=', job.organization_id)
      .where('job_id', '=', job.job_id)
      .executeTakeFirst()
    if (row) tell(row)
  }

  async function keepAlive(): Promise<void> {
    if (running.size === 0) return
    const asked = [...running]
    const ours = await beat(store.db, [...running.keys()], clock.nowMs())
    for (const [owner, { stopping }] of asked) if (!ours.has(owner)) stopping.abort(new JobLost())
  }

  function every(ms: number, work: () => Promise<void> | void, what: string): NodeJS.Timeout {
    const guarded = () => {
      if (!closing) Promise.resolve(work()).catch(error => log.error({ err: error }, `${what} failed`))
    }
    return setInterval(guarded, ms).unref()
  }

  /** A tick that takes long is not overtaken by the next. */
  async function tick(): Promise<void> {
    if (ticking || closing) return
    ticking = true
    await schedule.tick(clock.nowMs()).finally(() => {
      ticking = false
    })
  }

  async function begins(): Promise<void> {
    // The embedded store has no other server: what was running then was ours.
    if (store.kind === 'embedded') await release(store.db, null)
    await sweepImports(store, clock.nowMs())
  }

  pumping = begins().catch(error => log.error({ err: error }, 'the jobs of the last run cannot be taken up'))
  pump()
  const timers = [
    every(looksEveryMs, pump, 'looking for jobs'),
    every(beatsEveryMs, keepAlive, 'keeping jobs alive'),
    ...(ticks ? [every(ticksEveryMs, tick, 'the schedule')] : []),
  ]
  // What was left over while no server ran need not wait a minute.
  if (ticks) pumping.then(tick).catch(error => log.error({ err: error }, 'the schedule failed'))
  return jobs
}

const gaveUp: Problem = {
  code: 'job.gave_up',
  reason: `It was begun ${attemptsAtMost} times and never came to its end; resuming it tries again.`,
  facts: { times: attemptsAtMost },
}

function fault(job: JobRow): Problem {
  return {
    code: 'job.fault',
    reason: `A fault of the server stopped it; the log names it by job ${job.job_id}.`,
    facts: { job: job.job_id },
  }
}
