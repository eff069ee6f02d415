// A source as the contract shows it: where it comes from, how it is read, what counts of it, and what is under way.
import type { Job, SourceState } from '@equalizer/client'
import type { Source } from '@equalizer/core'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { CurrentCharter } from '../charter/current.ts'
import { type JobRow, jobOf } from '../jobs/job-row.ts'
import type { StoredAccount } from '../jobs/reading-messages.ts'
import { measuredCharter } from '../own-log/log-read.ts'
import type { ImportsTable, SourcesTable, Tables } from '../store/tables.ts'
import { feedsOf } from './feeds.ts'

type SourceRow = Selectable<SourcesTable>
type ImportRow = Selectable<ImportsTable>

const jobsListed = 50

const moment = (ms: number) => new Date(ms).toISOString()
const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms))
const dayOrNull = (ms: number | null) => momentOrNull(ms)?.slice(0, 10) ?? null

export interface SourceFound {
  readonly state: SourceState
  readonly row: SourceRow
  readonly current: ImportRow | null
}

/** All of an organization, in the order in which they were added; or the one that is asked for. */
export async function sourcesOf(
  db: Kysely<Tables>,
  organization: string,
  only?: string,
): Promise<readonly SourceFound[]> {
  const charter = await measuredCharter(db, organization)
  let asked = db.selectFrom('sources').selectAll().where('organization_id', '=', organization)
  if (only !== undefined) asked = asked.where('source_id', '=', only)
  const rows = await asked.orderBy('added_ms').orderBy('source_id').execute()
  const current = await currentImports(db, organization, only)
  const jobs = await newestJobs(db, organization, only)
  const found: SourceFound[] = []
  for (const row of rows) {
    const source = await wordsOf(db, charter, row)
    if (source === null) continue
    const counted = row.current_import === null ? null : (current.get(row.current_import) ?? null)
    const job = jobs.get(row.source_id) ?? null
    found.push({ row, current: counted, state: stateOf(charter, row, source, counted, job) })
  }
  return found
}

function stateOf(
  { charter }: CurrentCharter,
  row: SourceRow,
  source: Source,
  counted: ImportRow | null,
  newest: JobRow | null,
): SourceState {
  const { id, path: _, ...reading } = source
  const job: Job | null = newest === null ? null : jobOf(newest)
  return {
    id,
    name: row.name,
    kind: source.kind,
    origin: row.origin,
    reading,
    added: moment(row.added_ms),
    removed: momentOrNull(row.removed_ms),
    everyMinutes: row.every_ms === null ? null : Math.round(row.every_ms / 60_000),
    nextRead: momentOrNull(row.next_read_ms),
    job,
    current: counted === null ? null : currentOf(counted, job),
    feeds: row.removed_ms === null ? feedsOf(charter, id) : [],
  }
}

/** `problem`: why the newest reading failed, where an older one still counts. */
function currentOf(row: ImportRow, job: Job | null): NonNullable<SourceState['current']> {
  const account = row.account as StoredAccount | null
  return {
    read: moment(row.finished_ms ?? row.started_ms),
    bytes: row.bytes,
    rowsRead: account?.rowsRead ?? 0,
    rowsUsed: account?.rowsUsed ?? 0,
    rowsRefused: account?.rowsRefused ?? 0,
    observations: row.observations,
    first: dayOrNull(row.first_ms),
    last: dayOrNull(row.last_ms),
    problem: job?.state === 'failed' ? job.problem : null,
  }
}

/** As the charter in force has it; of a source that was taken back, as the last one that had it. */
async function wordsOf(
  db: Kysely<Tables>,
  { charter }: CurrentCharter,
  row: SourceRow,
): Promise<Source | null> {
  const here = charter.sources.find(({ id }) => id === row.source_id)
  if (here !== undefined) return here
  const [kept] = (
    await sql<{ source: Source }>`
      select s.source from charters c, json_array_elements(c.charter -> 'sources') as s(source)
      where c.organization_id = ${row.organization_id} and s.source ->> 'id' = ${row.source_id}
      order by c.version desc limit 1`.execute(db)
  ).rows
  return kept?.source ?? null
}

async function currentImports(
  db: Kysely<Tables>,
  organization: string,
  only: string | undefined,
): Promise<ReadonlyMap<string, ImportRow>> {
  let asked = db
    .selectFrom('sources as s')
    .innerJoin('imports as i', join =>
      join.onRef('i.organization_id', '=', 's.organization_id').onRef('i.import_id', '=', 's.current_import'),
    )
    .selectAll('i')
    .where('s.organization_id', '=', organization)
  if (only !== undefined) asked = asked.where('s.source_id', '=', only)
  return new Map((await asked.execute()).map(row => [row.import_id, row]))
}

async function newestJobs(
  db: Kysely<Tables>,
  organization: string,
  only: string | undefined,
): Promise<ReadonlyMap<string | null, JobRow>> {
  let asked = db
    .selectFrom('jobs')
    .distinctOn('source_id')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('kind', '=', 'import')
  if (only !== undefined) asked = asked.where('source_id', '=', only)
  const rows = await asked
    .orderBy('source_id')
    .orderBy('created_ms', 'desc')
    .orderBy('job_id', 'desc')
    .execute()
  return new Map(rows.map(row => [row.source_id, row]))
}

/** Newest first. */
export async function jobsOfSource(db: Kysely<Tables>, organization: string, source: string): Promise<Job[]> {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('source_id', '=', source)
    .orderBy('created_ms', 'desc')
    .orderBy('job_id', 'desc')
    .limit(jobsListed)
    .execute()
  return rows.map(jobOf)
}

/** The account of the reading that counts; where none does, of the newest that has one, though it was refused. */
export async function accountOf(
  db: Kysely<Tables>,
  { row, current }: SourceFound,
): Promise<StoredAccount | null> {
  if (current !== null) return current.account as StoredAccount | null
  const newest = await db
    .selectFrom('imports')
    .select('account')
    .where('organization_id', '=', row.organization_id)
    .where('source_id', '=', row.source_id)
    .where('account', 'is not', null)
    .orderBy('started_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (newest?.account ?? null) as StoredAccount | null
}
