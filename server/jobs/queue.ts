// The queue of jobs in its table: ordered, claimed by one server, kept alive by a beat, and ended once.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { type Kysely, sql, type Updateable } from 'kysely'
import type { JobOrder } from '../desk.ts'
import type { JobsTable, Tables } from '../store/tables.ts'
import type { JobRow } from './job-row.ts'

/** A running job whose server has not been heard of for so long is taken over. */
export const beatIsOldMs = 30_000
/** A measure waits so long at most for imports of its organization, that many changes are measured once. */
const waitsForImportsMs = 10_000
/** Any number that nobody else uses; claims and orders of all servers happen one after the other. */
const queueLock = 3_914_617_001

/** Within the transaction that is given, or in one of its own. */
async function alone<T>(db: Kysely<Tables>, work: (trx: Kysely<Tables>) => Promise<T>): Promise<T> {
  const locked = async (trx: Kysely<Tables>) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(queueLock)})`.execute(trx)
    return work(trx)
  }
  return db.isTransaction ? locked(db) : db.transaction().execute(locked)
}

export interface Placing {
  readonly organization: string
  readonly order: JobOrder
  readonly id: string
  readonly nowMs: number
}

/** A waiting measure is answered and not doubled. Codes: `job.too_many`, `source.being_read`. */
export function place(
  db: Kysely<Tables>,
  { organization, order, id, nowMs }: Placing,
): Promise<Result<JobRow>> {
  return alone(db, async trx => {
    const open = await trx
      .selectFrom('jobs')
      .selectAll()
      .where('organization_id', '=', organization)
      .where('state', 'in', ['waiting', 'running'])
      .execute()
    const source = order.kind === 'import' ? order.source : null
    if (order.kind === 'measure') {
      const waits = open.find(job => job.kind === 'measure' && job.state === 'waiting')
      if (waits) return accepted(waits)
    } else if (open.some(job => job.source_id === source)) return beingRead(order.source)
    if (open.length >= limits.jobsWaiting) return tooMany()
    const row = await trx
      .insertInto('jobs')
      .values({
        organization_id: organization,
        job_id: id,
        kind: order.kind,
        source_id: source,
        import_id: null,
        state: 'waiting',
        phase: 'waiting',
        done: 0,
        total: null,
        observations: 0,
        problem: null,
        attempts: 0,
        owner: null,
        beat_ms: null,
        created_ms: nowMs,
        started_ms: null,
        finished_ms: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return accepted(row)
  })
}

function tooMany(): Result<never> {
  const reason = 'Too much is waiting to be done already. Please wait until some of it is finished.'
  return refused('job.too_many', reason, { limit: limits.jobsWaiting })
}

/** Whether one more order would be taken now. Codes: `job.too_many`. */
export async function roomFor(db: Kysely<Tables>, organization: string): Promise<Result<null>> {
  const { open } = await db
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('organization_id', '=', organization)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow()
  // Beside the reading itself, the change that connects it is measured.
  return Number(open) + 2 > limits.jobsWaiting ? tooMany() : accepted(null)
}

function beingRead(source: string): Result<never> {
  return refused('source.being_read', 'This source is being read already', { source })
}

export interface Claiming {
  /** A new one for each claim. */
  readonly owner: string
  readonly nowMs: number
  readonly kinds: readonly JobRow['kind'][]
}

/**
 * The oldest job that may run now, made ours; null: none. One import and one measure of an organization run at a time,
 * on whatever server; a measure lets imports that are on their way go first.
 */
export async function claim(db: Kysely<Tables>, { owner, nowMs, kinds }: Claiming): Promise<JobRow | null> {
  if (kinds.length === 0) return null
  const stale = nowMs - beatIsOldMs
  const [row] = await alone(db, async trx => {
    const found = await sql<JobRow>`
      update jobs set state = 'running', owner = ${owner}, beat_ms = ${nowMs}, attempts = attempts + 1,
        started_ms = coalesce(started_ms, ${nowMs}), finished_ms = null
      where (organization_id, job_id) in (
        select j.organization_id, j.job_id from jobs j
        where j.kind in (${sql.join([...kinds])})
          and (j.state = 'waiting' or (j.state = 'running' and j.beat_ms < ${stale}))
          and not exists (
            select 1 from jobs o
            where o.organization_id = j.organization_id and o.kind = j.kind and o.job_id <> j.job_id
              and o.state = 'running' and o.beat_ms >= ${stale})
          and (j.kind = 'import' or j.created_ms < ${nowMs - waitsForImportsMs} or not exists (
            select 1 from jobs o
            where o.organization_id = j.organization_id and o.kind = 'import'
              and o.state in ('waiting', 'running')))
        order by j.created_ms, j.job_id limit 1)
      returning *`.execute(trx)
    return found.rows
  })
  return row ?? null
}

/** null: the job is ours no more (cancelled, or taken over by another server). */
export async function change(
  db: Kysely<Tables>,
  job: Pick<JobRow, 'organization_id' | 'job_id'>,
  owner: string,
  set: Updateable<JobsTable>,
): Promise<JobRow | null> {
  const row = await db
    .updateTable('jobs')
    .set(set)
    .where('organization_id', '=', job.organization_id)
    .where('job_id', '=', job.job_id)
    .where('owner', '=', owner)
    .where('state', '=', 'running')
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Says that these live; answers which of them still own their job. */
export async function beat(
  db: Kysely<Tables>,
  owners: readonly string[],
  nowMs: number,
): Promise<ReadonlySet<string | null>> {
  if (owners.length === 0) return new Set()
  const rows = await db
    .updateTable('jobs')
    .set({ beat_ms: nowMs })
    .where('owner', 'in', owners)
    .where('state', '=', 'running')
    .returning('owner')
    .execute()
  return new Set(rows.map(row => row.owner))
}

/** Puts running jobs back to wait: those of these owners, or all (null) where the store has no other server. */
export async function release(db: Kysely<Tables>, owners: readonly string[] | null): Promise<void> {
  if (owners?.length === 0) return
  let query = db
    .updateTable('jobs')
    .set({ state: 'waiting', owner: null, beat_ms: null })
    .where('state', '=', 'running')
  // Leaving in good order is no failed attempt.
  if (owners !== null) query = query.where('owner', 'in', owners).set({ attempts: sql`attempts - 1` })
  await query.execute()
}

/** Codes: `job.unknown`, `job.finished`. */
export async function cancelJob(
  db: Kysely<Tables>,
  organization: string,
  job: string,
  nowMs: number,
): Promise<Result<JobRow>> {
  const row = await db
    .updateTable('jobs')
    .set({ state: 'cancelled', phase: 'finished', owner: null, finished_ms: nowMs })
    .where('organization_id', '=', organization)
    .where('job_id', '=', job)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst()
  if (row) return accepted(row)
  const known = await jobRow(db, organization, job)
  return known ? refused('job.finished', 'This is finished already', { job }) : unknown(job)
}

/** Codes: `job.unknown`, `job.not_stopped`, `source.being_read`. */
export function resumeJob(db: Kysely<Tables>, organization: string, job: string): Promise<Result<JobRow>> {
  return alone(db, async trx => {
    const known = await jobRow(trx, organization, job)
    if (!known) return unknown(job)
    if (known.state !== 'cancelled' && known.state !== 'failed')
      return refused('job.not_stopped', 'This was neither stopped nor did it fail', { job })
    if (known.source_id !== null && (await isOpen(trx, organization, known.source_id)))
      return beingRead(known.source_id)
    const row = await trx
      .updateTable('jobs')
      .set({ state: 'waiting', phase: 'waiting', problem: null, attempts: 0, finished_ms: null })
      .where('organization_id', '=', organization)
      .where('job_id', '=', job)
      .returningAll()
      .executeTakeFirstOrThrow()
    return accepted(row)
  })
}

async function isOpen(db: Kysely<Tables>, organization: string, source: string): Promise<boolean> {
  const row = await db
    .selectFrom('jobs')
    .select('job_id')
    .where('organization_id', '=', organization)
    .where('source_id', '=', source)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return row !== undefined
}

async function jobRow(db: Kysely<Tables>, organization: string, job: string): Promise<JobRow | null> {
  const row = await db
    .selectFrom('jobs')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('job_id', '=', job)
    .executeTakeFirst()
  return row ?? null
}

function unknown(job: string): Result<never> {
  return refused('job.unknown', 'There is no such job', { job })
}
