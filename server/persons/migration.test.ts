// A database of the version before: its names are sealed, and stand nowhere in the open any more.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from '../store/embedded.ts'
import { migrate } from '../store/migrate.ts'
import { clearLeftovers } from './clear-leftovers.ts'
import { findByName, namesOf } from './names.ts'
import { searchIn } from './testing.ts'

const many = 2_500
let folder: string
let opened: Awaited<ReturnType<typeof openEmbedded>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'equalizer-migration-'))
  opened = await openEmbedded({ place: folder })
  const { db } = opened
  await migrate(db, '0005-log')
  await sql`insert into persons (organization_id, person_id, name, user_id, created_ms)
    select 'acme', 'p-' || lpad(n::text, 6, '0'), 'Rosalind Featherstone ' || n, 'user' || n, n
    from generate_series(1, ${many}) as n`.execute(db)
  await sql`insert into persons values ('beta', 'p-other1', 'Quentin', null, 7), ('beta', 'p-gone1', null, null, 8)`.execute(
    db,
  )
  await migrate(db)
}, 60_000)
afterAll(async () => {
  await opened.db.destroy()
  await rm(folder, { recursive: true, force: true })
})

test('every name is read back, and an erased one stays erased', async () => {
  const { db } = opened
  const ids = ['p-000001', 'p-001001', `p-00${many}`]
  const read = await namesOf(db, 'acme', [...ids, 'p-nobody'])
  expect([...read.values()]).toEqual([1, 1_001, many].map(n => `Rosalind Featherstone ${n}`))
  expect(await namesOf(db, 'beta', ['p-other1', 'p-gone1'])).toEqual(
    new Map([
      ['p-gone1', null],
      ['p-other1', 'Quentin'],
    ]),
  )
  const kept = await db
    .selectFrom('persons')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .execute()
  expect(Number(kept[0]?.rows)).toBe(many + 2)
  const keys = await db.selectFrom('person_keys').select('key').distinct().execute()
  expect(keys).toHaveLength(many + 1)
})

test('accounts still belong to one person of an organization each', async () => {
  const again = sql`insert into persons values ('acme', 'p-second', null, 'user1', 0)`.execute(opened.db)
  await expect(again).rejects.toThrow(/persons_user/)
})

test('a search goes on from where it stopped', async () => {
  const first = await findByName(opened.db, 'acme', { text: 'featherstone 2', atMost: 3 })
  const second = await findByName(opened.db, 'acme', {
    text: 'FEATHERSTONE 2',
    atMost: 3,
    after: first.next ?? '',
  })
  expect([...first.persons, ...second.persons]).toEqual(
    [2, 20, 21, 22, 23, 24].map(n => `p-${String(n).padStart(6, '0')}`),
  )
  expect(await findByName(opened.db, 'acme', { text: 'Quentin', atMost: 3 })).toEqual({
    persons: [],
    next: null,
  })
})

test('no name stands in the open in any file of the database, once a server opened it', async () => {
  expect(await clearLeftovers({ db: opened.db, kind: 'embedded' })).toBe(1)
  expect(await searchIn(opened, [folder]).files('Featherstone')).toEqual([])
})
