// What was guessed of somebody beside the evidence does not tell an erased id's name.
import { charterSchema } from '@equalizer/core'
import type { Observation } from '@equalizer/measure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureOrganization } from '../measures/measure.ts'
import { putOrganization, putReading } from '../measures/testing.ts'
import { startTestServer, type TestServer } from '../testing.ts'

const at = { organization: 'acme' }
const path = '/api/organizations/{organization}'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  const evidence = [{ source: 'votes', kinds: ['commit.authored'] }]
  const charter = charterSchema.parse({
    equalizer: 1,
    organization: { id: 'acme', name: 'Acme' },
    units: [{ id: 'finance', name: 'Finance', surfaces: [{ id: 'votes', name: 'Votes', evidence }] }],
    sources: [{ id: 'votes', kind: 'git', path: '.' }],
  })
  await putOrganization(server.desk, 'acme', charter, true)
  const member = { organization_id: 'acme', user_id: server.steward.id, role: 'steward' } as const
  await server.desk.store.db.insertInto('members').values(member).execute()
}, 60_000)
afterAll(() => server.close())

async function known(name: string): Promise<string> {
  const added = await server.stewardCall(`POST ${path}/members`, at, { body: { name } })
  if (!added.ok) throw new Error(added.problem.reason)
  return added.value.id
}

test('neither a guess that two are one nor the reason why they are', async () => {
  const names = { full: 'Wilhelmina Quastenflosser', short: 'Xanthippe' }
  const [full, short] = [await known(names.full), await known(names.short)]
  const counted = {
    source: 'votes',
    kind: 'commit.authored',
    weight: 1n,
    asset: 'commit',
    decimals: 0,
  } as const
  const said = [
    [`person:${full}`, names.full],
    ['github:quaste', names.full],
    [`person:${short}`, names.short],
    ['github:xan', names.short],
  ].map(([actor, actorName], i) => ({
    ...counted,
    id: `o${i}`,
    actor,
    actorName,
    atMs: 1_000,
    reference: 'r',
  }))
  const { desk } = server
  const { db } = desk.store
  await putReading(desk, 'acme', 'votes', { observations: said as unknown as Observation[] })
  await measureOrganization(desk, 'acme', { signal: new AbortController().signal })
  const guessed = async () => [
    JSON.stringify(await db.selectFrom('suggestions').selectAll().execute()).includes(names.short),
    JSON.stringify(await db.selectFrom('parties').select('reasons').execute()).includes(names.full),
  ]
  expect(await guessed()).toEqual([true, true])
  for (const by of [full, short])
    expect(await desk.door.send('acme', { command: { kind: 'erase' }, by })).toMatchObject({ ok: true })
  expect(await guessed()).toEqual([false, false])
})

test('a name goes out of recorded days whatever stands beside it, and is not taken for a part of another', async () => {
  const [low, li] = [await known('ben okri'), await known('Li Wei')]
  const odd = await known('Q. (van) [x] y|z')
  const { desk } = server
  const { db } = desk.store
  const before = {
    low: 'a\ben okri',
    'Li Wei': ['Li Weishan', 'Li Wei', 'held by Li Wei\n'],
    figure: 1.5,
    odd: 'by Q. (van) [x] y|z',
  }
  const row = { organization_id: 'acme', day: '2020-01-01', basis: 'recorded', fingerprint: 'f' } as const
  const more = { charter_version: 1, measured_ms: 1, report: JSON.stringify(before) }
  await db
    .insertInto('reports')
    .values({ ...row, ...more })
    .execute()
  for (const by of [low, li, odd])
    expect(await desk.door.send('acme', { command: { kind: 'erase' }, by })).toMatchObject({ ok: true })
  const kept = await db.selectFrom('reports').select('report').where('day', '=', row.day).executeTakeFirst()
  const after = {
    low: 'a\ben okri',
    [li]: ['Li Weishan', li, `held by ${li}\n`],
    figure: 1.5,
    odd: `by ${odd}`,
  }
  expect(kept?.report).toEqual(after)
})
