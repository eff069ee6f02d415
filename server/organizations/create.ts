// Writes a new organization: its files first, then all rows in one transaction, then orders to read what it has.
import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Job } from '@equalizer/client'
import { accepted, type Charter, type Result, refused, type Source } from '@equalizer/core'
import type { Insertable } from 'kysely'
import type { Caller, Desk } from '../desk.ts'
import { gitEveryMs } from '../sources/connect.ts'
import { endingOf } from '../sources/stored-name.ts'
import type { SourcesTable, UploadsTable } from '../store/tables.ts'
import { freeOrganizationId } from './free-id.ts'
import type { Origin, Plan } from './plan.ts'

interface Placed {
  readonly source: Insertable<SourcesTable>
  readonly upload: Insertable<UploadsTable> | null
}

export interface Created {
  readonly id: string
  readonly jobs: readonly Job[]
}

/** Others may take the same id at the same time; so often another one is tried. */
const attempts = 20

/** The caller becomes its steward. Codes: `organization.exists`. */
export async function createOrganization(
  desk: Desk,
  caller: Caller,
  plan: Plan,
  name: string,
): Promise<Result<Created>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const id = await freeOrganizationId(desk.store.db, name)
    if (await write(desk, caller, { id, name, plan })) {
      return accepted({ id, jobs: await orderAll(desk, id, plan.charter) })
    }
  }
  return refused('organization.exists', 'Others are taking that name right now. Please try again.', { name })
}

interface Writing {
  readonly id: string
  readonly name: string
  readonly plan: Plan
}

/** False, and nothing is left of it, where somebody took the id meanwhile. */
async function write(desk: Desk, caller: Caller, { id, name, plan }: Writing): Promise<boolean> {
  const nowMs = desk.clock.nowMs()
  const charter: Charter = { ...plan.charter, organization: { ...plan.charter.organization, id, name } }
  const placed: Placed[] = []
  const locations: string[] = []
  const newLocation = (ending: string) => {
    const location = `${desk.newId()}${ending}`
    locations.push(location)
    return location
  }
  let inserted = false
  try {
    for (const source of charter.sources) {
      placed.push(await place(desk, { organization: id, source, plan, nowMs, newLocation }))
    }
    inserted = await insert(desk, caller, { id, name, charter, plan, placed, nowMs })
    return inserted
  } finally {
    // Only what is ours: the folder may be that of whoever took the id.
    if (!inserted) {
      for (const location of locations) {
        await rm(desk.data.fileOf(id, location), { recursive: true, force: true })
      }
    }
  }
}

async function orderAll(desk: Desk, id: string, charter: Charter): Promise<Job[]> {
  const jobs: Job[] = []
  for (const { id: source } of charter.sources) {
    const ordered = await desk.jobs.order(id, { kind: 'import', source })
    if (ordered.ok) jobs.push(ordered.value)
    else
      desk.log.warn(
        { organization: id, source, code: ordered.refusal.code },
        'a source waits to be asked for',
      )
  }
  const measure = await desk.jobs.order(id, { kind: 'measure' })
  if (measure.ok) jobs.push(measure.value)
  return jobs
}

interface Placing {
  readonly organization: string
  readonly source: Source
  readonly plan: Plan
  readonly nowMs: number
  /** Named before anything lies there, so that what breaks off can be cleared away. */
  newLocation(ending: string): string
}

async function place(
  desk: Desk,
  { organization, source, plan, nowMs, newLocation }: Placing,
): Promise<Placed> {
  const origin = plan.origins.get(source.id)
  if (origin === undefined) throw new Error(`The plan does not say where ${source.id} lies`)
  const everyMs = origin.is === 'path' && source.kind === 'git' ? gitEveryMs : null
  const common = {
    organization_id: organization,
    source_id: source.id,
    name: basename(source.path),
    every_ms: everyMs,
    next_read_ms: everyMs === null ? null : nowMs + everyMs,
    current_import: null,
    added_ms: nowMs,
    removed_ms: null,
  }
  if (origin.is === 'path')
    return { source: { ...common, origin: 'path', location: origin.path }, upload: null }
  const location = newLocation(origin.folder ? '' : endingOf(source.path))
  const { bytes, sha256 } = await putFiles(desk.data.fileOf(organization, location), origin)
  return {
    source: { ...common, origin: 'upload', location },
    upload: {
      organization_id: organization,
      upload_id: location,
      name: common.name,
      bytes,
      sha256,
      at_ms: nowMs,
    },
  }
}

/** A folder of files is one upload, hashed over their names and bytes. */
async function putFiles(
  path: string,
  { files, folder }: Extract<Origin, { is: 'files' }>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for (const [name, text] of files) {
    const content = Buffer.from(text)
    if (folder) hash.update(JSON.stringify([name, content.length]))
    hash.update(content)
    bytes += content.length
    await putFile(folder ? join(path, name) : path, content)
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function putFile(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

interface Inserting {
  readonly id: string
  readonly name: string
  readonly charter: Charter
  readonly plan: Plan
  readonly placed: readonly Placed[]
  readonly nowMs: number
}

/** False where the id is taken. */
async function insert(
  { store }: Desk,
  caller: Caller,
  { id, name, charter, plan, placed, nowMs }: Inserting,
): Promise<boolean> {
  const uploads = placed.flatMap(({ upload }) => (upload === null ? [] : [upload]))
  return store.db.transaction().execute(async trx => {
    const taken = await trx
      .insertInto('organizations')
      .values({
        organization_id: id,
        name,
        simulated: charter.organization.simulated,
        origin: plan.origin,
        charter_version: 1,
        created_ms: nowMs,
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows === 0n) return false
    await trx
      .insertInto('charters')
      .values({
        organization_id: id,
        version: 1,
        charter: JSON.stringify(charter),
        given: plan.given,
        kind: 'created',
        facts: JSON.stringify({ name, from: plan.origin, sources: charter.sources.length }),
        at_ms: nowMs,
        by: caller.by,
        undoes: null,
      })
      .execute()
    if (uploads.length > 0) await trx.insertInto('uploads').values(uploads).execute()
    if (placed.length > 0)
      await trx
        .insertInto('sources')
        .values(placed.map(({ source }) => source))
        .execute()
    if (caller.user !== null)
      await trx
        .insertInto('members')
        .values({ organization_id: id, user_id: caller.user.id, role: 'steward' })
        .execute()
    return true
  })
}
