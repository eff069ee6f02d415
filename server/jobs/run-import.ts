// Reads a source and stores what it says under an id of its own; only the last step, one transaction, makes it count.
import { accepted, type Result, refused, type Source } from '@equalizer/core'
import { sql } from 'kysely'
import { measuredCharter } from '../own-log/log-read.ts'
import { readOwnLog } from '../own-log/read-own-log.ts'
import { allowedPath } from '../sources/allowed-path.ts'
import { copyObservations } from '../store/observation-texts.ts'
import type { SourcesTable } from '../store/tables.ts'
import { observationColumns } from './observation-row.ts'
import { change, place } from './queue.ts'
import {
  type BrokenOff,
  claimColumns,
  type FromReader,
  type ReadingAccount,
  type ReadingEnd,
  type ReadingTask,
} from './reading-messages.ts'
import { createProgress, JobLost, type JobParts, type Problem, type Run, write } from './run.ts'

/** null: it is done, and the job's row says so. Throws `JobLost`, the signal's reason, and faults. */
export async function runImport(run: Run): Promise<Problem | null> {
  const { parts, job, signal, threads } = run
  const task = await taskOf(parts, run)
  if (!task.ok) return task.refusal
  const storing = new Storing(run)
  await write(run, { phase: 'reading' })
  const { origin, ...reading } = task.value
  const messages = origin === 'log' ? readOwnLog(parts, reading, signal) : threads.read(reading, signal)
  for await (const message of messages) {
    if (message.is === 'refused') {
      await storing.keepAccount(message.account)
      return message.refusal
    }
    if (message.is === 'unchanged') {
      await write(run, {
        state: 'done',
        phase: 'finished',
        problem: JSON.stringify(unchanged),
        finished_ms: parts.clock.nowMs(),
      })
      return null
    }
    if (message.is === 'end') {
      await write(run, { phase: 'storing', observations: message.observations })
      await storing.finish(message)
      return null
    }
    await storing.take(message)
  }
  throw new Error(`The reading of ${job.source_id} ended without an end`)
}

const unchanged: Problem = {
  code: 'source.unchanged',
  reason: 'Nothing changed since it was read last.',
}

type Origin = SourcesTable['origin']

async function taskOf(
  parts: JobParts,
  { job }: Run,
): Promise<Result<ReadingTask & { readonly origin: Origin }>> {
  const { store, newId } = parts
  const organization = job.organization_id
  const row = await store.db
    .selectFrom('sources as s')
    .leftJoin('imports as i', join =>
      join.onRef('i.organization_id', '=', 's.organization_id').onRef('i.import_id', '=', 's.current_import'),
    )
    .leftJoin('uploads as u', join =>
      join.onRef('u.organization_id', '=', 's.organization_id').onRef('u.upload_id', '=', 's.location'),
    )
    .select(['s.origin', 's.location', 'i.fingerprint', 'u.sha256'])
    .where('s.organization_id', '=', organization)
    .where('s.source_id', '=', job.source_id ?? '')
    .where('s.removed_ms', 'is', null)
    .executeTakeFirst()
  const { charter } = await measuredCharter(store.db, organization)
  const source = charter.sources.find(({ id }) => id === job.source_id)
  if (row === undefined || source === undefined) {
    return refused('source.unknown', 'The source was taken back before it was read')
  }
  const path = await pathOf(parts, organization, row)
  if (!path.ok) return path
  return accepted({
    origin: row.origin,
    organization,
    importId: newId(),
    source: plain(source),
    path: path.value,
    sha256: row.origin === 'upload' ? row.sha256 : null,
    unchanged: row.fingerprint,
    resumes: await brokenOff(parts, organization, job.import_id),
  })
}

/** Where the bytes lie. A path is looked at anew: what it leads to may have changed since it was connected. */
async function pathOf(
  parts: JobParts,
  organization: string,
  { origin, location }: { readonly origin: Origin; readonly location: string },
): Promise<Result<string>> {
  if (origin === 'log') return accepted(location)
  return origin === 'upload'
    ? accepted(parts.data.fileOf(organization, location))
    : allowedPath(parts, location)
}

/** What a thread can be given: data and nothing else. */
function plain(source: Source): Source {
  return JSON.parse(JSON.stringify(source)) as Source
}

async function brokenOff(
  { store }: JobParts,
  organization: string,
  importId: string | null,
): Promise<BrokenOff | null> {
  if (importId === null) return null
  const found = await store.db
    .selectFrom('imports as i')
    .select(['i.fingerprint', 'i.state'])
    .select(select =>
      select
        .selectFrom('observations as o')
        .whereRef('o.organization_id', '=', 'i.organization_id')
        .whereRef('o.import_id', '=', 'i.import_id')
        .select(({ fn }) => fn.max('o.row').as('rows'))
        .as('rows'),
    )
    .where('i.organization_id', '=', organization)
    .where('i.import_id', '=', importId)
    .executeTakeFirst()
  if (found === undefined || found.state !== 'reading' || found.fingerprint === null) return null
  return { importId, fingerprint: found.fingerprint, rows: Number(found.rows ?? 0) }
}

/** From so many rows on, the database counts anew what it plans queries by. */
const muchWritten = 10_000

/** The storing half of one reading. */
class Storing {
  readonly #run: Run
  readonly #progress: ReturnType<typeof createProgress>
  #importId: string | null = null
  #observations = 0
  #done = 0
  #total: number | null = null

  constructor(run: Run) {
    this.#run = run
    this.#progress = createProgress(run)
  }

  async take(message: Exclude<FromReader, { is: 'end' | 'refused' | 'unchanged' }>): Promise<void> {
    const { store } = this.#run.parts
    if (message.is === 'begun') return this.#begin(message)
    if (message.is === 'progress') {
      this.#done = message.done
      this.#total = message.total
    } else {
      await this.#stillOurs()
      if (message.is === 'rows') {
        await copyObservations(store, observationColumns, message.rows)
        this.#observations += message.rows.length
      } else await store.copy('claims', claimColumns, message.rows)
    }
    await this.#progress({ done: this.#done, total: this.#total, observations: this.#observations })
  }

  async #begin({ importId, fingerprint, bytes, kept }: Extract<FromReader, { is: 'begun' }>): Promise<void> {
    const { parts, job } = this.#run
    const { db } = parts.store
    this.#importId = importId
    this.#observations = kept
    if (kept > 0 || importId === job.import_id) {
      // Claims come all at the end, and come again.
      await db
        .deleteFrom('claims')
        .where('organization_id', '=', job.organization_id)
        .where('import_id', '=', importId)
        .execute()
    } else {
      await db
        .insertInto('imports')
        .values({
          organization_id: job.organization_id,
          import_id: importId,
          source_id: job.source_id ?? '',
          job_id: job.job_id,
          state: 'reading',
          fingerprint,
          bytes,
          observations: 0,
          account: null,
          first_ms: null,
          last_ms: null,
          started_ms: parts.clock.nowMs(),
          finished_ms: null,
        })
        .execute()
    }
    await write(this.#run, { import_id: importId, total: bytes, observations: kept })
  }

  /** A server that was taken for dead must not go on storing. */
  async #stillOurs(): Promise<void> {
    const { parts, job, owner } = this.#run
    const row = await parts.store.db
      .selectFrom('jobs')
      .select('job_id')
      .where('organization_id', '=', job.organization_id)
      .where('job_id', '=', job.job_id)
      .where('owner', '=', owner)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (row === undefined) throw new JobLost()
  }

  /** Of a source that was refused: which rows and why, to be looked at; it counts nowhere. */
  async keepAccount(account: ReadingAccount): Promise<void> {
    if (this.#importId === null) return
    const { parts, job } = this.#run
    await parts.store.db
      .updateTable('imports')
      .set({ account: JSON.stringify(account), finished_ms: parts.clock.nowMs() })
      .where('organization_id', '=', job.organization_id)
      .where('import_id', '=', this.#importId)
      .where('state', '=', 'reading')
      .execute()
  }

  /** All or nothing: the reading is whole, it is the one that counts, the job is done, and measuring is ordered. */
  async finish({ account, observations, firstMs, lastMs }: ReadingEnd): Promise<void> {
    const { parts, job, owner } = this.#run
    const organization = job.organization_id
    const nowMs = parts.clock.nowMs()
    await parts.store.db.transaction().execute(async trx => {
      // First, since orders and claims of all servers wait for each other here.
      const ordered = await place(trx, { organization, order: { kind: 'measure' }, id: parts.newId(), nowMs })
      if (!ordered.ok)
        parts.log.warn({ organization, code: ordered.refusal.code }, 'a reading is not measured yet')
      const ended = await change(trx, job, owner, {
        state: 'done',
        phase: 'finished',
        done: this.#total ?? this.#done,
        problem: null,
        finished_ms: nowMs,
      })
      if (ended === null) throw new JobLost()
      // Before the source, as every change of a charter does, so that two never wait for each other.
      await trx
        .updateTable('organizations')
        .set({ revision: sql`revision + 1` })
        .where('organization_id', '=', organization)
        .execute()
      await trx
        .updateTable('imports')
        .set({
          state: 'done',
          observations,
          account: JSON.stringify(account),
          first_ms: firstMs,
          last_ms: lastMs,
          finished_ms: nowMs,
        })
        .where('organization_id', '=', organization)
        .where('import_id', '=', this.#importId)
        .execute()
      await trx
        .updateTable('sources')
        .set({ current_import: this.#importId })
        .where('organization_id', '=', organization)
        .where('source_id', '=', job.source_id)
        .execute()
    })
    parts.bell.ring(organization, { event: 'changed', data: { what: 'sources' } })
    if (observations >= muchWritten) await parts.store.tend('observations')
  }
}
