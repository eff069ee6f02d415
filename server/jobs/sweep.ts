// Clears away, in bounded steps, what counts nowhere any more: readings replaced or given up, sources long taken back.
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Desk } from '../desk.ts'
import type { Store } from '../store/store.ts'

const dayMs = 86_400_000
/** A reading that was stopped or failed can be resumed so long. */
const resumableMs = dayMs
const restorableMs = 30 * dayMs
const uploadsWaitMs = dayMs
const jobsKeptMs = 90 * dayMs
const rowsAtOnce = 10_000

/**
 * Removes readings that no source counts and no job is at: those replaced, and those broken off more than a day ago or
 * before a newer one was finished. Of one organization, or of all.
 */
export async function sweepImports(store: Store, nowMs: number, organization?: string): Promise<void> {
  const { rows } = await sql<{ organization_id: string; import_id: string }>`
    select i.organization_id, i.import_id from imports i
    where (${organization ?? null}::text is null or i.organization_id = ${organization ?? null})
      and not exists (
        select 1 from sources s where s.organization_id = i.organization_id and s.current_import = i.import_id)
      and not exists (
        select 1 from jobs j where j.organization_id = i.organization_id and j.import_id = i.import_id
          and (j.state in ('waiting', 'running')
            or (i.state = 'reading' and j.state in ('cancelled', 'failed') and j.finished_ms > ${nowMs - resumableMs}
              and not exists (
                select 1 from imports n where n.organization_id = i.organization_id
                  and n.source_id = i.source_id and n.state = 'done' and n.finished_ms > j.finished_ms))))`.execute(
    store.db,
  )
  for (const row of rows) await removeImport(store, row.organization_id, row.import_id)
  // The room of what is gone is used again.
  if (rows.length > 0) await store.tend('observations')
}

async function removeImport({ db }: Store, organization: string, importId: string): Promise<void> {
  for (const table of ['observations', 'observation_texts', 'claims'] as const) {
    for (;;) {
      const { numAffectedRows = 0n } = await sql`
        delete from ${sql.table(table)} where organization_id = ${organization} and import_id = ${importId}
          and row < (
            select min(row) + ${rowsAtOnce} from ${sql.table(table)}
            where organization_id = ${organization} and import_id = ${importId})`.execute(db)
      if (numAffectedRows === 0n) break
    }
  }
  await db
    .deleteFrom('imports')
    .where('organization_id', '=', organization)
    .where('import_id', '=', importId)
    .execute()
}

/** Sources taken back more than 30 days ago go for good, with their rows and their file. */
export async function sweepSources({ store, data }: Desk, nowMs: number): Promise<void> {
  const gone = await store.db
    .deleteFrom('sources')
    .where('removed_ms', '<', nowMs - restorableMs)
    .returning(['organization_id', 'origin', 'location'])
    .execute()
  if (gone.length > 0) await sweepImports(store, nowMs)
  for (const { organization_id: organization, origin, location } of gone) {
    if (origin === 'upload') await removeUpload({ store, data }, organization, location)
  }
}

/** Uploads that no source took within a day, and pieces of uploads that broke off. */
export async function sweepUploads({ store, data }: Desk, nowMs: number): Promise<void> {
  const waiting = await store.db
    .selectFrom('uploads as u')
    .leftJoin('sources as s', join =>
      join
        .onRef('s.organization_id', '=', 'u.organization_id')
        .onRef('s.location', '=', 'u.upload_id')
        .on('s.origin', '=', 'upload'),
    )
    .where('s.source_id', 'is', null)
    .where('u.at_ms', '<', nowMs - uploadsWaitMs)
    .select(['u.organization_id', 'u.upload_id'])
    .execute()
  for (const { organization_id, upload_id } of waiting) {
    await removeUpload({ store, data }, organization_id, upload_id)
  }
  const organizations = await store.db.selectFrom('organizations').select('organization_id').execute()
  for (const { organization_id } of organizations) await sweepPieces(data, organization_id, nowMs)
}

/** The row first: a file without a row is found again by nobody, a row without a file would be offered. */
async function removeUpload(
  { store, data }: Pick<Desk, 'store' | 'data'>,
  organization: string,
  upload: string,
): Promise<void> {
  const removed = await store.db
    .deleteFrom('uploads')
    .where('organization_id', '=', organization)
    .where('upload_id', '=', upload)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sources')
            .select('source_id')
            .where('organization_id', '=', organization)
            .where('location', '=', upload)
            .where('origin', '=', 'upload'),
        ),
      ),
    )
    .executeTakeFirst()
  if (removed.numDeletedRows > 0n)
    await rm(data.fileOf(organization, upload), { recursive: true, force: true })
}

async function sweepPieces(data: Desk['data'], organization: string, nowMs: number): Promise<void> {
  const folder = dirname(data.fileOf(organization, 'any'))
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(name => name.endsWith('.part'))) {
    const piece = join(folder, name)
    const found = await stat(piece).catch(() => null)
    if (found !== null && found.mtimeMs < nowMs - uploadsWaitMs) await rm(piece, { force: true })
  }
}

/** What finished long ago, but for the job of the reading that counts. */
export async function sweepJobs({ store }: Desk, nowMs: number): Promise<void> {
  await sql`
    delete from jobs where finished_ms < ${nowMs - jobsKeptMs} and state in ('done', 'failed', 'cancelled')
      and not exists (
        select 1 from sources s where s.organization_id = jobs.organization_id
          and s.current_import = jobs.import_id)`.execute(store.db)
}

const keysRememberedMs = 30 * dayMs

/** What was answered to commands by their keys is remembered for 30 days. */
export async function sweepSent({ db }: Store, nowMs: number): Promise<void> {
  await db
    .deleteFrom('sent')
    .where('at_ms', '<', nowMs - keysRememberedMs)
    .execute()
}
