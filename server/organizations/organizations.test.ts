// Starting organizations from nothing, the example, this repository and a folder; renaming and removing them for good.
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeOf } from '../charter/changes.ts'
import { currentCharter } from '../charter/current.ts'
import type { Caller } from '../desk.ts'
import { callOf, openTestDesk, steward, type TestDesk } from '../jobs/testing.ts'
import { sourceHandlers } from '../sources/handlers.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { organizationHandlers } from './handlers.ts'

let store: Store
let desk: TestDesk
let folder = ''

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'equalizer-start-')))
  store = await openTestStore()
  desk = await openTestDesk({ store })
})
afterAll(async () => {
  await desk.end()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const start = (body: object, caller: Caller = steward) =>
  organizationHandlers['POST /api/organizations'](callOf(desk, {}, body, caller))

async function started(body: object) {
  const answer = await start(body)
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.value
}

const listed = async (caller: Caller = steward) => {
  const answer = await organizationHandlers['GET /api/organizations'](callOf(desk, {}, undefined, caller))
  return answer.ok ? answer.value.organizations.map(({ id }) => id) : []
}

const stranger: Caller = { user: { id: 'bo', name: 'Bo' }, scopes: new Set(), by: 'Bo' }

test('those of one name that are started at once get ids of their own, and keep their files', async () => {
  const made = await Promise.all([1, 2, 3].map(() => started({ start: { from: 'example' }, name: 'Twins' })))
  expect(made.map(({ organization }) => organization.id).sort()).toEqual(['twins', 'twins-2', 'twins-3'])
  const uploads = await store.db
    .selectFrom('uploads')
    .select(['organization_id', 'upload_id'])
    .where('organization_id', 'like', 'twins%')
    .execute()
  const lying = await Promise.all(
    ['twins', 'twins-2', 'twins-3'].map(async id => {
      const names = await readdir(join(desk.data.fileOf(id, 'any'), '..'))
      return names.map(name => `${id}/${name}`)
    }),
  )
  expect(lying.flat().sort()).toEqual(
    uploads.map(({ organization_id, upload_id }) => `${organization_id}/${upload_id}`).sort(),
  )
  for (const { organization } of made) {
    await organizationHandlers['DELETE /api/organizations/{organization}'](
      callOf(desk, { organization: organization.id, confirm: organization.id }),
    )
  }
})

test('an empty one has an inferred charter without units to measure, and belongs to who made it', async () => {
  const { organization, jobs } = await started({ start: { from: 'empty' }, name: 'Zürich  Pods!' })
  expect(organization).toMatchObject({
    id: 'zurich-pods',
    name: 'Zürich  Pods!',
    role: 'steward',
    charter: 'inferred',
    simulated: false,
    sources: 0,
  })
  expect(jobs.map(({ kind }) => kind)).toEqual(['measure'])
  const again = await started({ start: { from: 'empty' }, name: 'Zürich Pods' })
  expect(again.organization.id).toBe('zurich-pods-2')
  expect(await listed()).toEqual(expect.arrayContaining(['zurich-pods', 'zurich-pods-2']))
  expect(await listed(stranger)).toEqual([])
  await desk.jobs.idle()
})

test('the example is whole: seven sources read, no row refused for nothing, a headline', async () => {
  const { organization, jobs } = await started({ start: { from: 'example' } })
  expect(organization).toMatchObject({
    id: 'northwind-commons',
    name: 'Northwind Commons',
    simulated: true,
    charter: 'given',
    sources: 7,
  })
  expect(jobs.filter(({ kind }) => kind === 'import')).toHaveLength(7)
  await desk.jobs.idle()
  const call = callOf(desk, { organization: organization.id })
  const sources = await sourceHandlers['GET /api/organizations/{organization}/sources'](call)
  if (!sources.ok) throw new Error(sources.refusal.reason)
  expect(sources.value.sources).toHaveLength(7)
  for (const source of sources.value.sources) {
    expect(source).toMatchObject({ job: { state: 'done', problem: null }, origin: 'upload' })
    expect(source.current?.observations).toBeGreaterThan(0)
    expect(source.feeds.length).toBeGreaterThan(0)
  }
  const shown = await organizationHandlers['GET /api/organizations/{organization}'](call)
  expect(shown).toMatchObject({ ok: true, value: { measured: desk.clock.today() } })
  expect(shown.ok && shown.value.headline).toMatch(/^[A-Z].*\.$/)
  expect(shown.ok && shown.value.said?.lead?.code).toMatch(/^headline\./)
})

test('a folder without a charter is inferred, its sources stay where they are', async () => {
  const place = join(folder, 'Pods of Bern')
  await mkdir(place)
  await writeFile(join(place, 'holders.csv'), 'address,balance\n0xabc,10\nada,5\n')
  const { organization } = await started({ start: { from: 'path', path: place } })
  expect(organization).toMatchObject({ id: 'pods-of-bern', charter: 'inferred', sources: 1 })
  await desk.jobs.idle()
  const { charter } = await currentCharter(store.db, organization.id)
  expect(charter.sources[0]).toMatchObject({ kind: 'holders', path: join(place, 'holders.csv') })
  const row = await store.db
    .selectFrom('sources')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ origin: 'path', location: join(place, 'holders.csv'), every_ms: null })
  expect(row.current_import).not.toBeNull()
})

test('what is not there, holds nothing, or leads outside is refused', async () => {
  const refusal = async (path: string) => {
    const answer = await start({ start: { from: 'path', path } })
    return answer.ok ? null : answer.refusal.code
  }
  expect(await refusal(join(folder, 'nowhere'))).toBe('survey.not_found')
  await mkdir(join(folder, 'bare'))
  expect(await refusal(join(folder, 'bare'))).toBe('survey.no_evidence')
  expect(await refusal('relative/path')).toBe('survey.not_found')
  expect(await refusal(desk.data.root)).toBe('path.not_allowed')
  const trap = join(folder, 'trap')
  await mkdir(trap)
  await writeFile(join(folder, 'outside.csv'), 'address,balance\nx,1\n')
  await symlink(join(folder, 'outside.csv'), join(trap, 'inside.csv'))
  const charter = (path: string) =>
    `equalizer: 1\norganization: {id: trap, name: Trap}\nsources: [{id: a, kind: holders, path: ${path}}]\n`
  await writeFile(join(trap, 'equalizer.yaml'), charter('inside.csv'))
  expect(await refusal(trap)).toBe('path.not_allowed')
  expect((await start({ start: { from: 'project' } })).ok).toBe(false)
})

test('renaming is a change of the charter', async () => {
  const { organization } = await started({ start: { from: 'empty' }, name: 'Before' })
  const call = callOf(desk, { organization: organization.id }, { name: 'After' })
  const renamed = await organizationHandlers['PATCH /api/organizations/{organization}'](call)
  expect(renamed).toMatchObject({ ok: true, value: { id: organization.id, name: 'After' } })
  expect((await currentCharter(store.db, organization.id)).version).toBe(2)
  expect(await changeOf(store.db, organization.id, 2)).toMatchObject({
    kind: 'organization.renamed',
    facts: { from: 'Before', to: 'After' },
    undoable: true,
  })
  await desk.jobs.idle()
})

test('removing leaves nothing of it and everything of the others', async () => {
  const { organization } = await started({ start: { from: 'example' }, name: 'Going' })
  await desk.jobs.idle()
  const remove = (confirm: string) =>
    organizationHandlers['DELETE /api/organizations/{organization}'](
      callOf(desk, { organization: organization.id, confirm }),
    )
  expect(await remove('another')).toMatchObject({ refusal: { code: 'organization.not_confirmed' } })
  const before = await rowsOf('northwind-commons')
  expect(before).toBeGreaterThan(0)
  expect(await rowsOf(organization.id)).toBeGreaterThan(0)
  expect(await readdir(join(desk.data.root, 'files'))).toContain(organization.id)
  expect(await remove(organization.id)).toMatchObject({ ok: true })
  expect(await rowsOf(organization.id)).toBe(0)
  expect(await rowsOf('northwind-commons')).toBe(before)
  expect(await listed()).not.toContain(organization.id)
  expect(await readdir(join(desk.data.root, 'files'))).not.toContain(organization.id)
})

async function rowsOf(organization: string): Promise<number> {
  const tables = await store.db.introspection.getTables()
  let rows = 0
  for (const { name, columns } of tables) {
    if (!columns.some(column => column.name === 'organization_id')) continue
    const found = await store.db
      .selectFrom(name as 'jobs')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('organization_id', '=', organization)
      .executeTakeFirstOrThrow()
    rows += Number(found.count)
  }
  return rows
}
