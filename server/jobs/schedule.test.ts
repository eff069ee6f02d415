// What happens by itself as days pass, by a clock turned by hand: readings, measures, sweeping; and two servers at once.
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limits, mappingSchema } from '@equalizer/core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sourceHandlers } from '../sources/handlers.ts'
import { removeSource } from '../sources/rows.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { beatIsOldMs, claim, place } from './queue.ts'
import { callOf, foundOrganization, openTestDesk, type TestDesk } from './testing.ts'

let store: Store
let desk: TestDesk
let number = 0
let organization = ''
const hourMs = 3_600_000
const dayMs = 24 * hourMs

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  number += 1
  organization = `org-${number}`
  await desk?.end()
  await store.db.deleteFrom('organizations').execute()
  await store.db.deleteFrom('sources').execute()
  await store.db.deleteFrom('jobs').execute()
  desk = await openTestDesk({ store })
  return () => desk.end()
})

const mapping = mappingSchema.parse({ kind: 'task.done', actor: { column: 'who', scheme: 'name' } })
const found = () =>
  foundOrganization(desk, organization, {
    'tasks.csv': { text: 'who\nAda\n', source: { id: 'tasks', kind: 'table', mapping } },
  })

const later = async (ms: number) => {
  desk.clock.set(desk.clock.nowMs() + ms)
  await desk.jobs.tick(desk.clock.nowMs())
}

async function jobKinds(): Promise<string[]> {
  const rows = await store.db.selectFrom('jobs').select('kind').orderBy('created_ms').execute()
  return rows.map(({ kind }) => kind).sort()
}

test('a source is read when it is due, once, and not when it was taken back', async () => {
  await found()
  await desk.jobs.tick(desk.clock.nowMs())
  await desk.jobs.idle()
  await store.db.deleteFrom('jobs').execute()
  const due = { every_ms: hourMs, next_read_ms: desk.clock.nowMs() + hourMs }
  await store.db.updateTable('sources').set(due).execute()
  await later(hourMs - 1)
  expect(await jobKinds()).toEqual([])
  await later(1)
  await later(1)
  expect(await jobKinds()).toEqual(['import'])
  await desk.jobs.idle()
  const { next_read_ms } = await store.db.selectFrom('sources').selectAll().executeTakeFirstOrThrow()
  expect(next_read_ms).toBe(due.next_read_ms + hourMs)
  await removeSource(store.db, organization, 'tasks', desk.clock.nowMs())
  await store.db.deleteFrom('jobs').execute()
  await later(2 * hourMs)
  expect(await jobKinds()).toEqual([])
})

test('a source is read again though the clock was a year ahead once', async () => {
  await found()
  await desk.jobs.tick(desk.clock.nowMs())
  await desk.jobs.idle()
  await store.db.deleteFrom('jobs').execute()
  const due = { every_ms: hourMs, next_read_ms: desk.clock.nowMs() + 365 * dayMs }
  await store.db.updateTable('sources').set(due).execute()
  await later(1)
  expect(await jobKinds()).toEqual(['import'])
  await desk.jobs.idle()
  const { next_read_ms } = await store.db.selectFrom('sources').selectAll().executeTakeFirstOrThrow()
  expect(next_read_ms).toBe(desk.clock.nowMs() + hourMs)
})

test('every organization is measured once on each new day', async () => {
  await found()
  await desk.jobs.tick(desk.clock.nowMs())
  await desk.jobs.idle()
  await later(hourMs)
  expect(await jobKinds()).toEqual(['measure'])
  await later(11 * hourMs)
  await desk.jobs.idle()
  expect(await jobKinds()).toEqual(['measure', 'measure'])
  const days = await store.db
    .selectFrom('reports')
    .select('day')
    .where('organization_id', '=', organization)
    .orderBy('day')
    .execute()
  expect(days.map(({ day }) => day)).toEqual(['2026-06-15', '2026-06-16'])
})

test('uploads that nobody connects are thrown away after a day', async () => {
  await found()
  const body = new Blob(['address,balance\nada,1\n']).stream()
  const put = await sourceHandlers['POST /api/organizations/{organization}/uploads'](
    callOf(desk, { organization, name: 'holders.csv' }, body),
  )
  expect(put.ok).toBe(true)
  const files = () => readdir(dirname(desk.data.fileOf(organization, 'any')))
  await later(dayMs - 1)
  expect(await files()).toHaveLength(2)
  await later(dayMs)
  expect(await files()).toEqual(['tasks.csv'])
  await desk.jobs.idle()
})

test('a file without a row from before the start is cleared away, a younger one and one with a row are not', async () => {
  await found()
  const put = async (name: string, atMs: number) => {
    const path = desk.data.fileOf(organization, name)
    if (name !== 'tasks.csv') await writeFile(path, 'who\nBo\n')
    await utimes(path, atMs / 1_000, atMs / 1_000)
  }
  const startedMs = desk.clock.nowMs()
  for (const name of ['orphan.csv', 'broken.csv.part', 'tasks.csv']) await put(name, startedMs - hourMs)
  await put('arriving.csv', startedMs + 1_000)
  await later(1)
  const files = await readdir(dirname(desk.data.fileOf(organization, 'any')))
  expect(files.sort()).toEqual(['arriving.csv', 'tasks.csv'])
  await desk.jobs.idle()
})

test('every recorded day is kept for 400 days, and of months before that the last', async () => {
  await found()
  await desk.jobs.tick(desk.clock.nowMs())
  await desk.jobs.idle()
  const whole = await store.db
    .selectFrom('reports')
    .select('report')
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow()
  const of = { organization_id: organization, fingerprint: 'x' }
  const put = async (day: string, basis: 'recorded' | 'reconstructed' = 'recorded') => {
    const measured = { charter_version: 1, measured_ms: 1, report: JSON.stringify(whole.report) }
    const unit = { unit_id: 'u', number: 0, declared: null, score: 1, low: 1, high: 1, report: '{}' }
    await store.db
      .insertInto('reports')
      .values({ ...of, day, basis, ...measured })
      .execute()
    await store.db
      .insertInto('unit_reports')
      .values({ ...of, day, ...unit })
      .execute()
  }
  // 400 days before 16 June 2026 is 12 May 2025.
  expect(limits.daysKept).toBe(400)
  const recorded = ['2025-02-26', '2025-02-27', '2025-03-30', '2025-05-11', '2025-05-12', '2025-05-13']
  for (const day of recorded) await put(day)
  await put('2025-03-31', 'reconstructed')
  await later(dayMs)
  await desk.jobs.idle()
  const days = async (table: 'reports' | 'unit_reports') => {
    const left = await store.db
      .selectFrom(table)
      .select('day')
      .distinct()
      .where('organization_id', '=', organization)
      .where('day', '<', '2026-01-01')
      .where('day', '<>', '2025-03-31')
      .orderBy('day')
      .execute()
    return left.map(({ day }) => day)
  }
  const kept = ['2025-02-27', '2025-03-30', '2025-05-12', '2025-05-13']
  expect(await days('reports')).toEqual(kept)
  expect(await days('unit_reports')).toEqual(kept)
  const { today } = await store.db
    .selectFrom('reports')
    .select(({ fn }) => fn.countAll<number>().as('today'))
    .where('organization_id', '=', organization)
    .where('day', '>', '2026-01-01')
    .executeTakeFirstOrThrow()
  expect(Number(today)).toBe(2)
})

test('a source taken back goes for good after thirty days, with its rows', async () => {
  await found()
  await desk.jobs.order(organization, { kind: 'import', source: 'tasks' })
  await desk.jobs.idle()
  await removeSource(store.db, organization, 'tasks', desk.clock.nowMs())
  const rows = async () => (await store.db.selectFrom('observations').select('row').execute()).length
  await later(29 * dayMs)
  await desk.jobs.idle()
  expect(await rows()).toBe(1)
  await later(2 * dayMs)
  await desk.jobs.idle()
  expect(await rows()).toBe(0)
  expect(await store.db.selectFrom('sources').select('source_id').execute()).toEqual([])
})

test('two servers never have one job, nor two readings of one organization; what a dead one had is taken over', async () => {
  await desk.jobs.close()
  const nowMs = desk.clock.nowMs()
  const order = (source: string, id: string, whose = organization) =>
    place(store.db, { organization: whose, order: { kind: 'import', source }, id, nowMs })
  await order('a', 'job-a')
  await order('b', 'job-b')
  const ask = (owner: string, at: number) =>
    claim(store.db, { owner, nowMs: at, kinds: ['import', 'measure'] })
  const both = await Promise.all([ask('one', nowMs), ask('two', nowMs)])
  expect(both.map(row => row?.job_id ?? null).sort()).toEqual(['job-a', null].sort())
  await order('a', 'job-c', 'another')
  expect(await ask('two', nowMs)).toMatchObject({ job_id: 'job-c', attempts: 1 })
  expect(await ask('two', nowMs + beatIsOldMs)).toBeNull()
  const taken = await ask('two', nowMs + beatIsOldMs + 1)
  expect(taken).toMatchObject({ job_id: 'job-a', owner: 'two', attempts: 2 })
})

test('a job that never comes to its end is given up, and can be tried again', async () => {
  await found()
  await desk.jobs.close()
  const nowMs = desk.clock.nowMs()
  await place(store.db, { organization, order: { kind: 'import', source: 'tasks' }, id: 'job-a', nowMs })
  await store.db.updateTable('jobs').set({ attempts: 5 }).execute()
  const root = desk.data.root
  desk = await openTestDesk({ store, root })
  await desk.jobs.idle()
  const job = () =>
    store.db.selectFrom('jobs').selectAll().where('job_id', '=', 'job-a').executeTakeFirstOrThrow()
  expect(await job()).toMatchObject({ state: 'failed', problem: { code: 'job.gave_up' } })
  await desk.jobs.resume(organization, 'job-a')
  await desk.jobs.idle()
  expect(await job()).toMatchObject({ state: 'done', problem: null })
})
