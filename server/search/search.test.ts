// Search through a real store: best first, every language, never another organization's.
import { charterSchema } from '@equalizer/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callOf } from '../jobs/testing.ts'
import { putOrganization, putReading, testDesk } from '../measures/testing.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { rankOf } from './find.ts'
import { searchHandlers } from './handlers.ts'

const name = 'GET /api/organizations/{organization}/search'
const charterOf = (id: string, unit: string) =>
  charterSchema.parse({
    equalizer: 1,
    organization: { id, name: id },
    sources: [{ id: 'main-repo', kind: 'git', path: 'x' }],
    units: [
      { id: 'unit-a', name: unit, surfaces: [{ id: 'merging', name: 'Merging code', evidence: [] }] },
      { id: 'unit-b', name: 'Overall finance' },
      { id: 'unit-c', name: 'Finance' },
    ],
  })

let store: Store
let desk: ReturnType<typeof testDesk>['desk']

async function search(q: string, organization = 'acme') {
  const answer = await searchHandlers[name](callOf(desk, { organization, q }))
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.value.found
}

beforeAll(async () => {
  store = await openTestStore()
  desk = testDesk(store, '2026-06-01').desk
  await putOrganization(desk, 'acme', charterOf('acme', 'Technology'), true)
  await putOrganization(desk, 'other', charterOf('other', 'Secret unit'), true)
  await putReading(desk, 'acme', 'main-repo', { observations: [] })
  const actors = ['organization_id', 'actor', 'name', 'party_id', 'bot_rule', 'observations'] as const
  await store.copy('actors', actors, [
    ['acme', 'github:ada', 'Ada Lovelace', 'p1', null, 5],
    ['acme', 'email:zoe@example.org', 'ZOË Äpfel', 'p2', null, 3],
    ['acme', 'github:robot', 'Robot', null, 'listed', 9],
    ['other', 'github:ada-of-other', 'Ada Other', 'p9', null, 5],
  ])
  const parties = ['organization_id', 'party_id', 'name', 'members', 'observations', 'reasons'] as const
  const more = Array.from({ length: 60 }, (_, at) => ['acme', `m${at}`, `Member ${at}`, 1, at, '[]'])
  await store.copy('parties', parties, [
    ['acme', 'p1', 'Countess', 1, 5, '[]'],
    ['acme', 'p2', 'Zoë', 1, 3, '[]'],
    ['other', 'p9', 'Ada Other', 1, 5, '[]'],
    ...more,
  ])
})
afterAll(() => store.close())

describe('search', () => {
  test('whole names come first, then beginnings, then words, then anything', async () => {
    expect((await search('finance')).map(one => one.id)).toEqual(['unit-c', 'unit-b'])
    expect(
      ['Finance', 'Finances', 'Co finance', 'Xfinance', 'Fin'].map(one => rankOf(one, 'finance')),
    ).toEqual([0, 1, 2, 3, null])
  })

  test('units, surfaces, sources and parties are found, and what they belong to', async () => {
    expect(await search('MERG')).toMatchObject([{ what: 'surface', unit: 'unit-a', detail: 'Technology' }])
    expect(await search('main')).toMatchObject([{ what: 'source', id: 'main-repo', detail: 'git' }])
    expect(await search('lovelace')).toMatchObject([{ what: 'party', id: 'p1', name: 'Countess' }])
    expect(await search('ada')).toMatchObject([{ what: 'party', id: 'p1', detail: 'github:ada' }])
  })

  test('capital letters of every language are the same as small ones', async () => {
    expect(await search('zoë ä')).toMatchObject([{ id: 'p2' }])
    expect(await search('zoö')).toEqual([])
  })

  test('what a pattern would mean is plain text, and nothing is found by nothing', async () => {
    expect(await search('%')).toEqual([])
    expect(await search('_')).toEqual([])
    expect(await search("'; DROP TABLE parties; --")).toEqual([])
    expect(await search('   ')).toEqual([])
  })

  test('no bot, nothing of another organization, and at most 30', async () => {
    expect(await search('robot')).toEqual([])
    expect(await search('secret')).toEqual([])
    expect(await search('ada', 'other')).toMatchObject([{ id: 'p9' }])
    expect(await search('member')).toHaveLength(30)
  })
})
