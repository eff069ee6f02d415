// Reading a source as a job: stored whole or not at all, again only when it changed, stopped and gone on with.
import { writeFile } from 'node:fs/promises'
import { mappingSchema } from '@equalizer/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { jobHandlers } from './handlers.ts'
import { callOf, foundOrganization, openTestDesk, type TestDesk } from './testing.ts'

let store: Store
let desk: TestDesk
let number = 0
let organization = ''
let gate = async (_: Store['db']) => {}

beforeAll(async () => {
  const opened = await openTestStore()
  // The real store, in which a test can stop the time after a batch is stored.
  store = {
    ...opened,
    async copy(table, columns, rows, within) {
      await opened.copy(table, columns, rows, within)
      // On the one connection, which the transaction of the batch holds.
      if (table === 'observations') await gate(within ?? opened.db)
    },
  }
  desk = await openTestDesk({ store })
})
afterAll(async () => {
  await desk.end()
  await store.close()
})
beforeEach(() => {
  number += 1
  organization = `org-${number}`
})

const mapping = mappingSchema.parse({
  kind: 'task.done',
  actor: { column: 'who', scheme: 'name' },
  time: { column: 'at' },
  id: 'id',
})

function tasks(rows: number, from = 1): string {
  const lines = ['id,who,at']
  for (let row = from; row < from + rows; row += 1) lines.push(`${row},Ada Lovelace,2026-01-01T00:00:00Z`)
  return `${lines.join('\n')}\n`
}

const found = (text: string | Uint8Array) =>
  foundOrganization(desk, organization, {
    'tasks.csv': { text, source: { id: 'tasks', kind: 'table', mapping } },
  })

const order = () => desk.jobs.order(organization, { kind: 'import', source: 'tasks' })
const rewrite = (text: string) => writeFile(desk.data.fileOf(organization, 'tasks.csv'), text)
const jobsHeard = () =>
  desk.heard.flatMap(([whose, news]) => (whose === organization && news.event === 'job' ? [news.data] : []))

async function jobs() {
  const answer = await jobHandlers['GET /api/organizations/{organization}/jobs'](
    callOf(desk, { organization }),
  )
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.value.jobs
}

const newest = async (kind: 'import' | 'measure' = 'import') => (await jobs()).find(job => job.kind === kind)

async function counted(): Promise<{ rows: number; imports: number }> {
  const rows = await store.db
    .selectFrom('sources as s')
    .innerJoin('observations as o', join =>
      join.onRef('o.organization_id', '=', 's.organization_id').onRef('o.import_id', '=', 's.current_import'),
    )
    .select('o.row')
    .where('s.organization_id', '=', organization)
    .execute()
  const imports = await store.db
    .selectFrom('imports')
    .select('import_id')
    .where('organization_id', '=', organization)
    .execute()
  return { rows: rows.length, imports: imports.length }
}

const revision = async () =>
  (
    await store.db
      .selectFrom('organizations')
      .select('revision')
      .where('organization_id', '=', organization)
      .executeTakeFirstOrThrow()
  ).revision

describe('a reading', () => {
  test('is stored with its account, counts, and is measured once', async () => {
    await found(`${tasks(4_500)}4501,,2026-01-02T00:00:00Z\n4502,Bo,never\n`)
    const before = await revision()
    expect(await order()).toMatchObject({ ok: true, value: { state: 'waiting', source: 'tasks' } })
    await desk.jobs.idle()
    expect(await counted()).toEqual({ rows: 4_501, imports: 1 })
    const row = await store.db
      .selectFrom('imports')
      .selectAll()
      .where('organization_id', '=', organization)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      state: 'done',
      observations: 4_501,
      first_ms: Date.parse('2026-01-01'),
      last_ms: Date.parse('2026-01-02'),
      account: {
        rowsRead: 4_502,
        rowsUsed: 4_501,
        rowsRefused: 1,
        kinds: [{ kind: 'task.done', observations: 4_501 }],
        refusals: [{ line: 4_503, column: 'at', code: 'evidence.bad_time' }],
      },
    })
    const all = await jobs()
    expect(all.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['import done', 'measure done'])
    expect(await newest()).toMatchObject({ phase: 'finished', observations: 4_501, problem: null })
    expect(await revision()).toBeGreaterThan(before)
    const heard = jobsHeard().filter(job => job.kind === 'import')
    expect(heard.map(job => job.state)).toEqual(expect.arrayContaining(['waiting', 'running', 'done']))
    expect(heard.at(-1)).toMatchObject({ state: 'done', observations: 4_501 })
    expect(desk.heard).toContainEqual([organization, { event: 'changed', data: { what: 'sources' } }])
  })

  test('of an unchanged source ends at once and says so', async () => {
    await found(tasks(10))
    await order()
    await desk.jobs.idle()
    const before = await revision()
    await order()
    await desk.jobs.idle()
    expect(await newest()).toMatchObject({ state: 'done', problem: { code: 'source.unchanged' } })
    expect(await revision()).toBe(before)
    expect(await counted()).toEqual({ rows: 10, imports: 1 })
  })

  test('of a changed source replaces the one before, whose rows go', async () => {
    await found(tasks(30))
    await order()
    await desk.jobs.idle()
    await rewrite(tasks(12))
    await order()
    await desk.jobs.idle()
    expect(await counted()).toEqual({ rows: 12, imports: 1 })
    const left = await store.db
      .selectFrom('observations')
      .select('row')
      .where('organization_id', '=', organization)
      .execute()
    expect(left).toHaveLength(12)
  })

  test('that is refused counts nothing, leaves what counted, and says why', async () => {
    await found(tasks(5))
    await order()
    await desk.jobs.idle()
    await rewrite('id,name\n1,Ada\n')
    await order()
    await desk.jobs.idle()
    expect(await newest()).toMatchObject({ state: 'failed', problem: { code: 'evidence.missing_columns' } })
    expect((await counted()).rows).toBe(5)
  })

  test('of what is not there fails with the reason, and can be resumed once it is', async () => {
    await found(tasks(5))
    await rewrite('')
    const { db } = store
    await db
      .updateTable('sources')
      .set({ location: 'elsewhere.csv' })
      .where('organization_id', '=', organization)
      .execute()
    await order()
    await desk.jobs.idle()
    const failed = await newest()
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'evidence.not_found' } })
    await writeFile(desk.data.fileOf(organization, 'elsewhere.csv'), tasks(5))
    const resumed = await desk.jobs.resume(organization, failed?.id ?? '')
    expect(resumed).toMatchObject({ ok: true, value: { state: 'waiting', problem: null } })
    await desk.jobs.idle()
    expect((await counted()).rows).toBe(5)
  })

  test('that finds the disk full says so, and goes on once there is room', async () => {
    await found(tasks(3_000))
    // What Postgres raises when it cannot extend a file.
    gate = async db => {
      await sql`do $$ begin raise exception using errcode = 'disk_full'; end $$`.execute(db)
    }
    await order()
    await desk.jobs.idle()
    gate = async () => {}
    const failed = await newest()
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'server.no_room' } })
    expect((await counted()).rows).toBe(0)
    await desk.jobs.resume(organization, failed?.id ?? '')
    await desk.jobs.idle()
    expect((await counted()).rows).toBe(3_000)
  })

  test('keeps text that Postgres cannot', async () => {
    await found(`id,who,at\n1,Ada \ud83d Lovelace,2026-01-01\n`)
    await order()
    await desk.jobs.idle()
    expect(await newest()).toMatchObject({ state: 'done', observations: 1 })
  })
})

describe('orders', () => {
  test('one reading of a source at a time; a measure that waits is not doubled', async () => {
    await found(tasks(10))
    const first = await order()
    expect(await order()).toMatchObject({ ok: false, refusal: { code: 'source.being_read' } })
    const measure = await desk.jobs.order(organization, { kind: 'measure' })
    const again = await desk.jobs.order(organization, { kind: 'measure' })
    expect(again.ok && measure.ok && again.value.id === measure.value.id).toBe(true)
    expect(first.ok).toBe(true)
    await desk.jobs.idle()
    expect((await jobs()).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  test('the queue has an end, and a measure always fits that waits already', async () => {
    await found(tasks(1))
    const waiting = Array.from({ length: 200 }, (_, at) => ({
      organization_id: organization,
      job_id: `job-${at}`,
      kind: 'import' as const,
      source_id: `source-${at}`,
      import_id: null,
      state: 'running' as const,
      phase: 'reading' as const,
      done: 0,
      total: null,
      observations: 0,
      problem: null,
      attempts: 1,
      owner: 'another server',
      beat_ms: desk.clock.nowMs(),
      created_ms: desk.clock.nowMs(),
      started_ms: null,
      finished_ms: null,
    }))
    await store.db.insertInto('jobs').values(waiting).execute()
    expect(await order()).toMatchObject({ ok: false, refusal: { code: 'job.too_many' } })
    await store.db.deleteFrom('jobs').where('organization_id', '=', organization).execute()
  })

  test('nobody touches jobs of another organization', async () => {
    await found(tasks(1))
    const placed = await order()
    const job = placed.ok ? placed.value.id : ''
    const other = { organization: 'org-1', job }
    const cancel = jobHandlers['POST /api/organizations/{organization}/jobs/{job}/cancel']
    const resume = jobHandlers['POST /api/organizations/{organization}/jobs/{job}/resume']
    expect(await cancel(callOf(desk, other))).toMatchObject({ refusal: { code: 'job.unknown' } })
    expect(await resume(callOf(desk, other))).toMatchObject({ refusal: { code: 'job.unknown' } })
    await desk.jobs.idle()
    expect(await cancel(callOf(desk, { organization, job }))).toMatchObject({
      refusal: { code: 'job.finished' },
    })
    expect(await resume(callOf(desk, { organization, job }))).toMatchObject({
      refusal: { code: 'job.not_stopped' },
    })
  })
})

describe('stopping', () => {
  /** Orders a reading and holds it once two batches are stored; `go` lets it go on. */
  async function held(): Promise<{ job: string; go: () => void }> {
    let go = () => {}
    const stored = new Promise<void>(resolve => {
      let batches = 0
      gate = async () => {
        batches += 1
        if (batches !== 2) return
        resolve()
        await new Promise<void>(release => {
          go = release
        })
      }
    })
    const placed = await order()
    await stored
    gate = async () => {}
    return { job: placed.ok ? placed.value.id : '', go }
  }

  test('a cancelled reading counts nowhere; resumed it goes on from where it was', async () => {
    await found(tasks(9_000))
    const { job, go } = await held()
    const cancelling = desk.jobs.cancel(organization, job)
    go()
    expect(await cancelling).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect((await counted()).rows).toBe(0)
    const kept = await store.db
      .selectFrom('observations')
      .select('row')
      .where('organization_id', '=', organization)
      .execute()
    expect(kept).toHaveLength(1_000)
    await desk.jobs.resume(organization, job)
    await desk.jobs.idle()
    expect(await newest()).toMatchObject({ id: job, state: 'done', observations: 9_000 })
    expect(await counted()).toEqual({ rows: 9_000, imports: 1 })
    const [first] = await store.db
      .selectFrom('imports')
      .select(['account', 'state'])
      .where('organization_id', '=', organization)
      .execute()
    expect(first).toMatchObject({ state: 'done', account: { rowsRead: 9_000, rowsUsed: 9_000 } })
  })

  test('what changed meanwhile is read from the beginning', async () => {
    await found(tasks(9_000))
    const { job, go } = await held()
    const cancelling = desk.jobs.cancel(organization, job)
    go()
    await cancelling
    await rewrite(tasks(7, 100))
    await desk.jobs.resume(organization, job)
    await desk.jobs.idle()
    expect(await counted()).toEqual({ rows: 7, imports: 1 })
  })

  test('jobs of a server that closed go on at the next', async () => {
    await found(tasks(9_000))
    const { job, go } = await held()
    const closing = desk.jobs.close()
    go()
    await closing
    expect(await newest()).toMatchObject({ id: job, state: 'waiting' })
    const next = await openTestDesk({ store, root: desk.data.root })
    desk = next
    await desk.jobs.idle()
    expect(await newest()).toMatchObject({ id: job, state: 'done', observations: 9_000 })
    expect(await counted()).toEqual({ rows: 9_000, imports: 1 })
  })
})
