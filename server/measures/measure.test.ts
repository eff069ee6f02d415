// Measuring from the store: what it says is what a survey of the same files says; only what changed is done again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Charter, inferCharter } from '@equalizer/core'
import { prepareSurvey, type SurveyOptions, surveyOrganization } from '@equalizer/evidence'
import { type Report, reportSchema } from '@equalizer/measure'
import { writeOrganization } from '@equalizer/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentCharter } from '../charter/current.ts'
import type { News } from '../desk.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { measureOrganization } from './measure.ts'
import { newestRecorded, unitsOfDay } from './report-rows.ts'
import { editCharter, putFolder, putOrganization, putReading, testDesk } from './testing.ts'

const today = '2026-11-21'
let store: Store
let folder: string
let prepared: SurveyOptions
beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'equalizer-measure-'))
  await writeOrganization(folder, { seed: 'northwind', end: today })
  const found = await prepareSurvey(folder, { asOf: today })
  if (!found.ok) throw new Error(found.refusal.reason)
  prepared = found.value
}, 60_000)
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function storedReport(organization: string): Promise<Report> {
  const day = await newestRecorded(store.db, organization)
  if (!day) throw new Error('nothing was measured')
  return reportSchema.parse({ ...day.report, units: await unitsOfDay(store.db, organization, day.day) })
}

/** Sizes of files are told by the jobs that read them. */
const withoutSizes = (report: Report): Report => ({
  ...report,
  sources: report.sources.map(source => ({ ...source, bytes: null })),
})

const revisionOf = (organization: string) =>
  store.db
    .selectFrom('organizations')
    .select('revision')
    .where('organization_id', '=', organization)
    .executeTakeFirstOrThrow()

async function peopleOf(organization: string) {
  const db = store.db
  const actors = await db
    .selectFrom('actors')
    .select(['actor', 'name', 'party_id', 'bot_rule', 'observations'])
    .where('organization_id', '=', organization)
    .orderBy('actor')
    .execute()
  const parties = await db
    .selectFrom('parties')
    .select(['party_id', 'name', 'members', 'observations', 'reasons'])
    .where('organization_id', '=', organization)
    .orderBy('party_id')
    .execute()
  return { actors, parties }
}

describe('the simulated organization', () => {
  const org = 'northwind'
  const news: News[] = []
  let { desk, measure, setDay } = {} as ReturnType<typeof testDesk>
  beforeAll(async () => {
    const made = testDesk(store, today)
    desk = made.desk
    measure = made.measure
    setDay = made.setDay
    await putFolder(desk, org, prepared.charter, true, folder)
    desk.bell.listen(org, heard => news.push(heard))
  })

  test('is measured as its files are', async () => {
    expect(await measure(org)).toEqual({ wrote: true, assessed: 6 })
    expect(await storedReport(org)).toEqual(withoutSizes(await surveyOrganization(prepared)))
    expect(news.map(({ data }) => data)).toEqual([{ what: 'board' }, { what: 'people' }])
  })

  test('unchanged, nothing is written', async () => {
    const before = await revisionOf(org)
    expect(await measure(org)).toEqual({ wrote: false, assessed: 0 })
    expect(await revisionOf(org)).toEqual(before)
  })

  test('one slider moved: one unit is assessed, and all is as if measured from nothing', async () => {
    const moved = (charter: Charter): Charter => ({
      ...charter,
      units: charter.units.map(unit => (unit.id === 'finance' ? { ...unit, declared: 5 } : unit)).reverse(),
    })
    await editCharter(desk, org, moved)
    expect(await measure(org)).toEqual({ wrote: true, assessed: 1 })
    const fresh = await surveyOrganization({ ...prepared, charter: moved(prepared.charter) })
    expect(await storedReport(org)).toEqual(withoutSizes(fresh))
  })

  test('a unit gone and a person split up: people are as if measured from nothing', async () => {
    await editCharter(desk, org, charter => ({
      ...charter,
      units: charter.units.filter(unit => unit.id !== 'curation'),
      people: charter.people.slice(3),
      groups: [],
    }))
    expect((await measure(org)).assessed).toBeGreaterThan(0)
    const { charter } = await currentCharter(store.db, org)
    await putFolder(desk, 'again', charter, true, folder)
    await measure('again')
    expect(await peopleOf(org)).toEqual(await peopleOf('again'))
    expect((await storedReport(org)).units.map(unit => unit.id)).not.toContain('curation')
  })

  test('the next day all is measured again and the day before stays', async () => {
    setDay('2026-11-22')
    expect((await measure(org)).assessed).toBe(5)
    expect((await newestRecorded(store.db, org))?.day).toBe('2026-11-22')
    expect((await unitsOfDay(store.db, org, today)).length).toBe(5)
    setDay(today)
  })
})

describe('what can go wrong', () => {
  const act = (id: string, actor: string) => ({
    id,
    source: 'repo',
    kind: 'commit.authored',
    actor,
    atMs: Date.parse('2026-11-01'),
    weight: 1n,
    asset: 'commit',
    decimals: 0,
    reference: id,
  })
  const git = { id: 'repo', kind: 'git', path: '.' } as const

  test('an aborted measuring writes nothing', async () => {
    const { desk, measure } = testDesk(store, today)
    await putOrganization(desk, 'stopped', inferCharter({ name: 'Stopped', sources: [git] }).charter, false)
    await putReading(desk, 'stopped', 'repo', { observations: [act('1', 'github:ada')] })
    await expect(
      measureOrganization(desk, 'stopped', {
        signal: AbortSignal.abort(new Error('stop')),
      }),
    ).rejects.toThrow('stop')
    expect(await newestRecorded(store.db, 'stopped')).toBeNull()
    expect(await measure('stopped')).toMatchObject({ wrote: true })
  })

  test('evidence taken back counts no more; another organization is not touched', async () => {
    const { desk, measure } = testDesk(store, today)
    const { charter } = inferCharter({ name: 'Two', sources: [git] })
    for (const org of ['left', 'right']) {
      await putOrganization(desk, org, charter, false)
      await putReading(desk, org, 'repo', { observations: [act('1', 'github:ada'), act('2', 'github:bo')] })
      await measure(org)
    }
    await store.db
      .updateTable('sources')
      .set({ removed_ms: 1 })
      .where('organization_id', '=', 'left')
      .execute()
    expect((await measure('left')).wrote).toBe(true)
    expect((await storedReport('left')).identities.actors).toBe(0)
    expect((await storedReport('right')).identities.actors).toBe(2)
  })
})
