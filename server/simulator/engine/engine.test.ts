// Organizations of a few seeds on the real engine: two doors on one database, a store that fails, servers that die.
// EQUALIZER_ENGINE_SEEDS says how many.
import { capabilities } from '@equalizer/capabilities'
import { entrySchema } from '@equalizer/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCapabilityTables } from '../../door/capability-rows.ts'
import { openTestStore } from '../../store/testing.ts'
import { faultyStore } from './faulty-store.ts'
import { simulateEngine } from './simulate-engine.ts'
import { createWorld, type World } from './world.ts'

const seeds = Number(process.env.EQUALIZER_ENGINE_SEEDS ?? 10)

let world: World
beforeAll(async () => {
  world = await createWorld(await openTestStore())
})
afterAll(() => world.store.close())

test('nothing acknowledged is lost, nothing done twice, and the tables are what the entries say', async () => {
  const sum = { faults: 0, repeated: 0, crashes: 0 }
  for (let seed = 0; seed < seeds; seed += 1) {
    const found = await simulateEngine(world, String(seed))
    for (const name of ['faults', 'repeated', 'crashes'] as const) sum[name] += found[name]
  }
  // Else it would hold of nothing.
  expect(sum.faults).toBeGreaterThan(seeds)
  expect(sum.repeated).toBeGreaterThan(0)
  expect(sum.crashes).toBeGreaterThan(seeds)
}, 600_000)

test('every entry that was stored is one', async () => {
  const schema = entrySchema(capabilities)
  const rows = await world.store.db.selectFrom('entries').select('entry').execute()
  for (const { entry } of rows) schema.parse(JSON.parse(entry))
  expect(rows.length).toBeGreaterThan(100)
})

test('the same seed is the same run, whatever else is in the database', async () => {
  const other = await createWorld(await openTestStore())
  const [once, again] = [await simulateEngine(other, 'again', 30), await simulateEngine(world, 'again', 30)]
  await other.store.close()
  expect(again).toEqual(once)
}, 120_000)

test('capabilities’ tables made anew are the same', async () => {
  const names = capabilities.flatMap(({ tables }) => tables.map(({ name }) => `made_${name}`))
  const rows = () =>
    Promise.all(
      names.map(async name => {
        const found = await sql<{
          row: string
        }>`select made::text as row from ${sql.table(name)} made`.execute(world.store.db)
        return found.rows.map(({ row }) => row).sort()
      }),
    )
  const before = await rows()
  await sql`delete from capability_tables`.execute(world.store.db)
  await openCapabilityTables(world.store, capabilities)
  expect(await rows()).toEqual(before)
  expect(before.flat().length).toBeGreaterThan(0)
}, 120_000)

test.each([
  [{ kind: 'writing', after: 0 } as const, 0],
  [{ kind: 'writing', after: 1 } as const, 0],
  [{ kind: 'committed' } as const, 1],
])('a store that is told to fail with %o leaves %i rows', async (fault, rows) => {
  const faulty = faultyStore(world.store)
  const cid = JSON.stringify(fault)
  const keep = () =>
    faulty.db
      .transaction()
      .execute(trx =>
        trx
          .insertInto('documents')
          .values({ organization_id: 'faulty', cid, name: null, type: null, bytes: 0, base64: '', at_ms: 0 })
          .execute(),
      )
  faulty.arm(fault)
  await expect(keep()).rejects.toThrow(/told to fail/)
  expect(faulty.arm(null)).toBe(true)
  const found = await faulty.db.selectFrom('documents').selectAll().where('cid', '=', cid).execute()
  expect(found).toHaveLength(rows)
})
