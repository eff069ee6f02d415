// For tests: puts an organization's charter and the evidence of its files into a store as a finished reading would.

import { resolve } from 'node:path'
import type { Charter } from '@equalizer/core'
import { createLedger, readers } from '@equalizer/evidence'
import type { Observation, SameClaim } from '@equalizer/measure'
import { createBell } from '../bell.ts'
import { changeCharter } from '../charter/change.ts'
import { charterRows } from '../charter/charter-rows.ts'
import { testSigner } from '../charter/test-signer.ts'
import type { Clock, Desk } from '../desk.ts'
import { openDoor } from '../door/open-door.ts'
import { observationColumns, observationRow, storable } from '../jobs/observation-row.ts'
import { createLogger } from '../log/logger.ts'
import { openLogs } from '../log-tree/logs.ts'
import { copyObservations } from '../store/observation-texts.ts'
import type { Store } from '../store/store.ts'
import { measureOrganization } from './measure.ts'

/** A desk over a store, with a clock that a test sets; a measure that is ordered is only noted. */
export function testDesk(store: Store, today: string) {
  let nowMs = Date.parse(`${today}T12:00:00Z`)
  const ordered: string[] = []
  const clock: Clock = { nowMs: () => nowMs, today: () => new Date(nowMs).toISOString().slice(0, 10) }
  let ids = 0
  const job = {
    id: 'job',
    kind: 'measure',
    source: null,
    state: 'waiting',
    phase: 'waiting',
    done: 0,
    total: null,
    observations: 0,
    problem: null,
    created: '2026-01-01T00:00:00.000Z',
    started: null,
    finished: null,
  } as const
  const log = createLogger(process.stderr, { level: 'silent' })
  const bell = createBell()
  const newId = () => {
    ids += 1
    return `id-${String(ids).padStart(6, '0')}`
  }
  const desk: Desk = {
    store,
    clock,
    door: openDoor({ store, clock, bell, log }, [charterRows({ clock, newId })]),
    data: { root: '', fileOf: () => '' },
    // Nothing wakes them here: nothing is published.
    logs: openLogs({ root: '', store, clock, log, publicName: null }),
    bell,
    jobs: {
      order: async organization => {
        ordered.push(organization)
        return { ok: true, value: job }
      },
      cancel: async () => ({ ok: true, value: job }),
      resume: async () => ({ ok: true, value: job }),
      idle: async () => {},
      close: async () => {},
    },
    log,
    paths: { allowed: true, below: null },
    project: null,
    newId,
  }
  return {
    desk,
    ordered,
    setDay(day: string) {
      nowMs = Date.parse(`${day}T12:00:00Z`)
    },
    measure: (organization: string) =>
      measureOrganization(desk, organization, { signal: new AbortController().signal }),
  }
}

export async function putOrganization(
  desk: Desk,
  organization: string,
  charter: Charter,
  given: boolean,
): Promise<void> {
  const { db } = desk.store
  await db
    .insertInto('organizations')
    .values({
      organization_id: organization,
      name: charter.organization.name,
      simulated: charter.organization.simulated,
      origin: 'empty',
      charter_version: 1,
      created_ms: desk.clock.nowMs(),
    })
    .execute()
  await db
    .insertInto('charters')
    .values({
      organization_id: organization,
      version: 1,
      charter: JSON.stringify(charter),
      given,
      kind: 'created',
      facts: '{}',
      at_ms: desk.clock.nowMs(),
      by: 'Test',
      undoes: null,
    })
    .execute()
}

interface Read {
  readonly observations: readonly Observation[]
  readonly claims?: readonly SameClaim[]
  readonly account?: object
  readonly bytes?: number | null
}

/** Makes this the reading of a source that counts; a source that is not there yet is connected. */
export async function putReading(
  desk: Desk,
  organization: string,
  source: string,
  read: Read,
): Promise<void> {
  const { store, newId, clock } = desk
  const importId = newId()
  const times = read.observations.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]))
  await store.db
    .insertInto('imports')
    .values({
      organization_id: organization,
      import_id: importId,
      source_id: source,
      job_id: 'job',
      state: 'done',
      fingerprint: importId,
      bytes: read.bytes ?? null,
      observations: read.observations.length,
      account: JSON.stringify(read.account ?? createLedger().account()),
      first_ms: times.reduce<number | null>((least, at) => (least === null || at < least ? at : least), null),
      last_ms: times.reduce<number | null>((most, at) => (most === null || at > most ? at : most), null),
      started_ms: clock.nowMs(),
      finished_ms: clock.nowMs(),
    })
    .execute()
  const rows = read.observations.map((one, at) => observationRow({ organization, importId }, at + 1, one))
  if (rows.length > 0) await copyObservations(store, observationColumns, rows)
  const claims = (read.claims ?? []).map(({ a, b, rule, detail }, at) => [
    organization,
    importId,
    at + 1,
    storable(a),
    storable(b),
    storable(rule),
    storable(detail),
  ])
  if (claims.length > 0) {
    const columns = ['organization_id', 'import_id', 'row', 'a', 'b', 'rule', 'detail'] as const
    await store.copy('claims', columns, claims)
  }
  await store.db
    .insertInto('sources')
    .values({
      organization_id: organization,
      source_id: source,
      origin: 'path',
      location: source,
      name: source,
      every_ms: null,
      next_read_ms: null,
      current_import: importId,
      added_ms: clock.nowMs(),
      removed_ms: null,
    })
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'source_id'])
        .doUpdateSet({ current_import: importId, removed_ms: null }),
    )
    .execute()
}

/** Reads every source of a charter whose files lie in a folder. */
export async function putFolder(
  desk: Desk,
  organization: string,
  charter: Charter,
  given: boolean,
  folder: string,
): Promise<void> {
  await putOrganization(desk, organization, charter, given)
  await readFolder(desk, organization, charter, folder)
}

/** The same of an organization that is there: these readings count from now on. */
export async function readFolder(desk: Desk, organization: string, charter: Charter, folder: string) {
  for (const source of charter.sources) {
    const ledger = createLedger()
    const observations: Observation[] = []
    const context = { source, path: resolve(folder, source.path), ledger }
    for await (const batch of readers[source.kind].read(context)) observations.push(...batch)
    await putReading(desk, organization, source.id, {
      observations,
      claims: ledger.claims(),
      account: ledger.account(),
    })
  }
}

/** Changes a charter in a test, by a function; throws where it is refused. */
export async function editCharter(desk: Desk, organization: string, edit: (charter: Charter) => Charter) {
  const done = await changeCharter(desk, organization, {
    kind: 'charter.written',
    facts: {},
    by: await testSigner(desk, organization),
    edit: charter => ({ ok: true, value: edit(charter) }),
  })
  if (!done.ok) throw new Error(done.refusal.reason)
  return done.value
}
