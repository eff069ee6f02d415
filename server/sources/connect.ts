// Connects an upload or a path: a new source in the charter, its row beside it, and an order to read it.
import { basename } from 'node:path'
import type { Change, Job } from '@equalizer/client'
import { accepted, limits, type Result, refused, type Source, withSource } from '@equalizer/core'
import type { Reading } from '@equalizer/evidence'
import type { Insertable } from 'kysely'
import { changeCharter } from '../charter/change.ts'
import { currentCharter } from '../charter/current.ts'
import type { Caller, Desk } from '../desk.ts'
import { roomFor } from '../jobs/queue.ts'
import type { SourcesTable } from '../store/tables.ts'
import { allowedPath } from './allowed-path.ts'
import { freeSourceId } from './feeds.ts'
import { shownName } from './stored-name.ts'
import { uploadOf } from './uploads.ts'

export interface Connecting {
  readonly from: { readonly upload: string } | { readonly path: string }
  readonly reading: Reading
  readonly name?: string | undefined
  /** null: only when asked; left out: hourly for a repository. */
  readonly everyMinutes?: number | null | undefined
}

export interface Connected {
  readonly source: string
  readonly job: Job
  readonly change: Change
}

interface Place {
  readonly origin: SourcesTable['origin']
  readonly location: string
  readonly name: string
  /** What the charter and references call it. */
  readonly path: string
}

const minuteMs = 60_000
export const gitEveryMs = 60 * minuteMs

/** Codes: those of the contract, `job.too_many`, and of changing a charter. */
export async function connectSource(
  desk: Desk,
  caller: Caller,
  organization: string,
  connecting: Connecting,
): Promise<Result<Connected>> {
  const place = await placeOf(desk, caller, organization, connecting)
  if (!place.ok) return place
  const { origin, location, name, path } = place.value
  const same = await sameEvidence(desk, organization, place.value)
  if (same !== null)
    return refused('source.same_evidence', `This is connected already, as ${same.name}`, {
      source: same.source_id,
    })
  const room = await roomFor(desk.store.db, organization)
  if (!room.ok) return room
  const source: Source = { ...connecting.reading, id: await freeId(desk, organization, name), path }
  const everyMs = everyMsOf(connecting, origin)
  const nowMs = desk.clock.nowMs()
  const row: Insertable<SourcesTable> = {
    organization_id: organization,
    source_id: source.id,
    origin,
    location,
    name,
    every_ms: everyMs,
    next_read_ms: everyMs === null ? null : nowMs + everyMs,
    current_import: null,
    added_ms: nowMs,
    removed_ms: null,
  }
  const change = await changeCharter(desk, organization, {
    kind: 'source.added',
    facts: { source: source.id, name, kind: source.kind },
    by: caller,
    edit: (charter, { given }) =>
      charter.sources.length >= limits.sources
        ? refused('source.too_many', `There are ${limits.sources} sources already, the most there may be`)
        : accepted(withSource(charter, source, { given })),
    also: async trx => {
      await trx.insertInto('sources').values(row).execute()
    },
  })
  if (!change.ok) return change
  desk.bell.ring(organization, { event: 'changed', data: { what: 'sources' } })
  const job = await desk.jobs.order(organization, { kind: 'import', source: source.id })
  if (!job.ok) return job
  return accepted({ source: source.id, job: job.value, change: change.value })
}

async function placeOf(
  desk: Desk,
  caller: Caller,
  organization: string,
  { from, name }: Connecting,
): Promise<Result<Place>> {
  if ('upload' in from) {
    const upload = await uploadOf(desk, organization, from.upload)
    if (!upload.ok) return upload
    const shown = shownName(name ?? upload.value.name)
    return accepted({ origin: 'upload', location: from.upload, name: shown, path: upload.value.name })
  }
  if (!caller.scopes.has('manage')) {
    return refused('access.not_allowed', 'This needs the right to manage, which you do not have here.', {
      needs: 'manage',
    })
  }
  const real = await allowedPath(desk, from.path)
  if (!real.ok) return real
  const shown = shownName(name ?? basename(real.value))
  return accepted({ origin: 'path', location: real.value, name: shown, path: real.value })
}

/** The source that holds the same bytes or lies at the same path already. */
async function sameEvidence(
  { store }: Desk,
  organization: string,
  { origin, location }: Place,
): Promise<{ source_id: string; name: string } | null> {
  let query = store.db
    .selectFrom('sources as s')
    .select(['s.source_id', 's.name'])
    .where('s.organization_id', '=', organization)
    .where('s.origin', '=', origin)
    .where('s.removed_ms', 'is', null)
  if (origin === 'path') query = query.where('s.location', '=', location)
  else {
    query = query
      .innerJoin('uploads as u', join =>
        join.onRef('u.organization_id', '=', 's.organization_id').onRef('u.upload_id', '=', 's.location'),
      )
      .where('u.sha256', '=', ({ selectFrom }) =>
        selectFrom('uploads as new')
          .select('new.sha256')
          .where('new.organization_id', '=', organization)
          .where('new.upload_id', '=', location),
      )
  }
  return (await query.executeTakeFirst()) ?? null
}

/** Not that of a source that was taken back either, since it can be restored. */
async function freeId({ store }: Desk, organization: string, name: string): Promise<string> {
  const { charter } = await currentCharter(store.db, organization)
  const rows = await store.db
    .selectFrom('sources')
    .select('source_id')
    .where('organization_id', '=', organization)
    .execute()
  return freeSourceId(
    name,
    new Set([...charter.sources.map(({ id }) => id), ...rows.map(row => row.source_id)]),
  )
}

function everyMsOf({ everyMinutes, reading }: Connecting, origin: SourcesTable['origin']): number | null {
  // The bytes of an upload never change.
  if (origin === 'upload') return null
  if (everyMinutes === undefined) return reading.kind === 'git' ? gitEveryMs : null
  return everyMinutes === null ? null : everyMinutes * minuteMs
}
