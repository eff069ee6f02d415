// A desk for tests without HTTP: real store, real files in a folder of its own, real jobs, a clock turned by hand.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Charter, charterSchema } from '@equalizer/core'
import { createBell } from '../bell.ts'
import { charterRows } from '../charter/charter-rows.ts'
import { testAccount, testSigner, testUser } from '../charter/test-signer.ts'
import type { Call, Caller, Clock, Desk, News } from '../desk.ts'
import { openDoor } from '../door/open-door.ts'
import { createLogger } from '../log/logger.ts'
import { openLogs } from '../log-tree/logs.ts'
import { createIds } from '../new-id.ts'
import type { Store } from '../store/store.ts'
import { type StartedJobs, startJobs } from './start-jobs.ts'

interface HandClock extends Clock {
  set(nowMs: number): void
}

function handClock(at: string): HandClock {
  let now = Date.parse(at)
  return {
    nowMs: () => now,
    today: () => new Date(now).toISOString().slice(0, 10),
    set: nowMs => {
      now = nowMs
    },
  }
}

export interface TestDesk extends Desk {
  readonly clock: HandClock
  readonly jobs: StartedJobs
  /** What was rung, oldest first, by organization. */
  readonly heard: (readonly [organization: string, news: News])[]
  /** Stops the jobs and removes the folder; the store stays open. */
  end(): Promise<void>
}

export interface TestDeskOptions {
  readonly store: Store
  /** Left out: a new one. */
  readonly root?: string
  readonly paths?: Desk['paths']
  readonly project?: Desk['project']
}

export async function openTestDesk({ store, root, paths, project }: TestDeskOptions): Promise<TestDesk> {
  const folder = root ?? (await mkdtemp(join(tmpdir(), 'equalizer-desk-')))
  const clock = handClock('2026-06-15T12:00:00Z')
  const bell = createBell()
  const heard: [string, News][] = []
  const parts = {
    store,
    clock,
    bell: {
      ...bell,
      ring(organization: string, news: News) {
        heard.push([organization, news])
        bell.ring(organization, news)
      },
    },
    data: {
      root: folder,
      fileOf: (organization: string, upload: string) => join(folder, 'files', organization, upload),
    },
    log: createLogger(process.stderr, { level: process.env.EQUALIZER_TEST_LOG ?? 'silent' }),
    paths: paths ?? { allowed: true, below: null },
    project: project ?? null,
    newId: createIds(clock),
  }
  await testAccount(parts)
  const door = openDoor(parts, [charterRows(parts)])
  const logs = openLogs({ root: folder, store, clock, log: parts.log, publicName: null })
  const jobs = startJobs({ ...parts, door, logs }, { ticks: false })
  return {
    ...parts,
    logs,
    door,
    jobs,
    heard,
    async end() {
      await jobs.close()
      await door.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const steward: Caller = {
  user: { id: testUser.id, name: 'Ada' },
  scopes: new Set(['read', 'evidence', 'manage', 'server'] as const),
  by: 'Ada',
}

/** What a handler is called with, by way of the contract's own types. */
export function callOf(desk: Desk, input: object, body: unknown = undefined, caller: Caller = steward) {
  // One shape for every endpoint; what stands in it is each test's to get right.
  return {
    desk,
    caller,
    input,
    body,
    signal: AbortSignal.timeout(60_000),
    headers: new Headers(),
  } as Call<never>
}

/** An organization with files as uploads, connected and not yet read. */
export async function foundOrganization(
  desk: Desk,
  organization: string,
  files: Readonly<
    Record<
      string,
      { readonly text: string | Uint8Array; readonly source: Omit<Charter['sources'][number], 'path'> }
    >
  >,
): Promise<void> {
  const entries = Object.entries(files)
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: organization, name: organization },
    units: [],
    sources: entries.map(([name, { source }]) => ({ ...source, path: name })),
  })
  const nowMs = desk.clock.nowMs()
  const { db } = desk.store
  await db
    .insertInto('organizations')
    .values({
      organization_id: organization,
      name: organization,
      simulated: false,
      origin: 'empty',
      charter_version: 1,
      created_ms: nowMs,
    })
    .execute()
  await db
    .insertInto('charters')
    .values({
      organization_id: organization,
      version: 1,
      charter: JSON.stringify(charter),
      given: true,
      kind: 'created',
      facts: '{}',
      at_ms: nowMs,
      by: 'Ada',
      undoes: null,
    })
    .execute()
  await testSigner(desk, organization)
  for (const [name, { text, source }] of entries) {
    const path = desk.data.fileOf(organization, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    await db
      .insertInto('sources')
      .values({
        organization_id: organization,
        source_id: source.id,
        origin: 'upload',
        location: name,
        name,
        every_ms: null,
        next_read_ms: null,
        current_import: null,
        added_ms: nowMs,
        removed_ms: null,
      })
      .execute()
  }
}
