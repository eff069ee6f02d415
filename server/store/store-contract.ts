// What every back end must do alike: one suite, run by a test file for each.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { observationColumns } from '../jobs/observation-row.ts'
import type { Cell } from './copy-text.ts'
import { openStore, type StoreOptions } from './open-store.ts'
import type { Store } from './store.ts'

const hostile = [
  'tab\tnewline\nreturn\rcrlf\r\n',
  'back\\slash \\N \\. \\t \\x41',
  '\\N',
  '\\.',
  '',
  ' ',
  "'; DROP TABLE observations; --",
  '👩‍👩‍👧‍👦 e\u0301 \u202E \uFEFF \u2028',
  'null',
]

interface Given {
  readonly organization?: string
  readonly row: number
  readonly kind?: string
  readonly atMs?: number | null
  readonly weight?: bigint | string
  readonly about?: string | null
  readonly attributes?: object | null
}

/** By name of the column. */
function cellsOf({ organization = 'one', row, ...given }: Given): Readonly<Record<string, Cell>> {
  const { kind = 'commit', atMs = 0, weight = 1n, about = null, attributes = null } = given
  return {
    organization_id: organization,
    import_id: 'i1',
    row,
    observation_id: `id${row}`,
    kind,
    actor: 'git:ada',
    actor_name: null,
    at_ms: atMs,
    weight,
    asset: 'commits',
    decimals: 0,
    about,
    choice: null,
    required: null,
    reference: 'r',
    files: null,
    attributes: attributes === null ? null : JSON.stringify(attributes),
  }
}

/** Those of the real rows that are written here. */
const columns = observationColumns.filter(column => column in cellsOf({ row: 1 }))

function observation(given: Given): Cell[] {
  const cells = cellsOf(given)
  return columns.map(column => cells[column] ?? null)
}

/** Writes rows one by one and says each only when it is acknowledged. */
const writer = `
const { openStore } = await import(${JSON.stringify(fileURLToPath(new URL('./open-store.ts', import.meta.url)))})
const opened = await openStore(JSON.parse(process.argv[1]))
const { db, copy } = opened.value
for (let number = 1; ; number++) {
  if (number % 2 === 0) await copy('members', ['organization_id', 'user_id', 'role'], [['killed', 'u' + number, 'reader']])
  else await db.insertInto('members').values({ organization_id: 'killed', user_id: 'u' + number, role: 'reader' }).execute()
  console.log('u' + number)
}
`

/** Runs the writer until it has said so many, kills it, and answers what it said. */
async function writeUntilKilled(options: StoreOptions, count: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === count) child.kill('SIGKILL')
  }
  await exited
  return said
}

export function describeStore(name: string, optionsOf: () => StoreOptions): void {
  describe(name, () => {
    let store: Store

    const open = async () => {
      const opened = await openStore(optionsOf())
      if (!opened.ok) throw new Error(opened.refusal.reason)
      return opened.value
    }
    const clear = () => sql`DELETE FROM observations`.execute(store.db)

    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    test('opened again, it is as it was', async () => {
      await store.copy('members', ['organization_id', 'user_id', 'role'], [['one', 'kept', 'steward']])
      await store.close()
      store = await open()
      const members = await store.db.selectFrom('members').selectAll().execute()
      expect(members).toEqual([{ organization_id: 'one', user_id: 'kept', role: 'steward' }])
    })

    test('values come back as they were given', async () => {
      const attributes = { z: '1', a: 'nul \0 and \ud800', ключ: '"\\' }
      const weight = `-${'9'.repeat(120)}`
      const row = observation({ row: Number.MAX_SAFE_INTEGER, atMs: -8.64e15, weight, attributes })
      await store.copy('observations', columns, [row])
      const [back] = await store.db.selectFrom('observations').selectAll().execute()
      expect(back).toMatchObject({ row: Number.MAX_SAFE_INTEGER, at_ms: -8.64e15, weight, about: null })
      expect(JSON.stringify(back?.attributes)).toBe(JSON.stringify(attributes))
      await clear()
    })

    test('numbers with a fraction and truth values come back as they were given', async () => {
      const numbers = { number: 1, declared: 0.1, score: null, low: 1 / 3, high: 100 }
      const unit = { organization_id: 'one', day: '2026-01-01', unit_id: 'u', fingerprint: '', report: '{}' }
      await store.db
        .insertInto('unit_reports')
        .values({ ...unit, ...numbers })
        .execute()
      expect(await store.db.selectFrom('unit_reports').selectAll().executeTakeFirst()).toMatchObject(numbers)
      const made = { name: 'One', simulated: true, origin: 'empty', charter_version: 0, created_ms: 5 }
      await store.db
        .insertInto('organizations')
        .values({ organization_id: 'one', ...made })
        .execute()
      const back = await store.db.selectFrom('organizations').selectAll().executeTakeFirst()
      expect(back).toEqual({ organization_id: 'one', revision: 1, ...made })
    })

    test('hostile text is text, copied or inserted', async () => {
      const rows = hostile.map((about, index) => observation({ row: index + 1, about }))
      await store.copy('observations', columns, rows)
      await store.db
        .insertInto('observations')
        .columns([...columns])
        .expression(eb =>
          eb
            .selectFrom('observations')
            .select(
              [...columns].map(column => (column === 'row' ? sql<number>`"row" + 100`.as('row') : column)),
            ),
        )
        .execute()
      const back = await store.db.selectFrom('observations').select('about').orderBy('row').execute()
      expect(back.map(row => row.about)).toEqual([...hostile, ...hostile])
      const found = await store.db
        .selectFrom('observations')
        .select('row')
        .where('about', 'in', hostile)
        .execute()
      expect(found).toHaveLength(2 * hostile.length)
      await clear()
    })

    test('what Postgres cannot hold becomes the sign for it', async () => {
      await store.copy('observations', columns, [observation({ row: 1, about: 'a\0b\ud800c' })])
      const back = await store.db.selectFrom('observations').select('about').executeTakeFirst()
      expect(back?.about).toBe('a\uFFFDb\uFFFDc')
      await clear()
    })

    test('a cell of 4 MiB goes in and comes out', async () => {
      const about = 'ä\t\\\n'.repeat(2 ** 20)
      await store.copy('observations', columns, [observation({ row: 1, about })])
      const back = await store.db.selectFrom('observations').select('about').executeTakeFirst()
      expect(back?.about === about).toBe(true)
      await clear()
    })

    test('names longer than an index takes are kept and found', async () => {
      // Characters of three bytes that do not repeat, so that they cannot be made smaller.
      const actor = Array.from({ length: 2_048 }, (_, at) =>
        String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
      ).join('')
      const names = ['organization_id', 'actor', 'name', 'party_id', 'bot_rule', 'observations'] as const
      await store.copy('actors', names, [['one', actor, actor, actor, null, 1]])
      await store.copy('observations', columns, [
        observation({ row: 1 }).map((cell, at) => (columns[at] === 'actor' ? actor : cell)),
      ])
      const back = await store.db.selectFrom('actors').selectAll().execute()
      expect(back.map(row => row.actor)).toEqual([actor])
      await clear()
    })

    test('a copy is whole or absent', async () => {
      const bad = [1, 2, 2].map(row => observation({ row }))
      await expect(store.copy('observations', columns, bad)).rejects.toThrow(/duplicate key/)
      expect(await store.db.selectFrom('observations').select('row').execute()).toEqual([])
      await store.copy('observations', columns, [])
    })

    test('a copy belongs to the transaction it is in', async () => {
      const failed = store.db.transaction().execute(async trx => {
        await store.copy('observations', columns, [observation({ row: 1 })], trx)
        expect(await trx.selectFrom('observations').select('row').execute()).toEqual([{ row: 1 }])
        throw new Error('taken back')
      })
      await expect(failed).rejects.toThrow('taken back')
      expect(await store.db.selectFrom('observations').select('row').execute()).toEqual([])
      await store.db.transaction().execute(async trx => {
        await store.copy('observations', columns, [observation({ row: 1 })], trx)
      })
      expect(await store.db.selectFrom('observations').select('row').execute()).toEqual([{ row: 1 }])
      await clear()
    })

    test('organizations with the same ids stay apart', async () => {
      const of = (organization: string) => observation({ organization, row: 1, about: organization })
      await store.copy('observations', columns, [of('one'), of('two')])
      await store.db.deleteFrom('observations').where('organization_id', '=', 'one').execute()
      const left = await store.db.selectFrom('observations').select(['organization_id', 'about']).execute()
      expect(left).toEqual([{ organization_id: 'two', about: 'two' }])
      await clear()
    })

    test('tending it changes nothing that is read', async () => {
      await store.copy('observations', columns, [observation({ row: 1 }), observation({ row: 2 })])
      await store.db.deleteFrom('observations').where('row', '=', 1).execute()
      await store.tend('observations')
      expect(await store.db.selectFrom('observations').select('row').execute()).toEqual([{ row: 2 }])
      await clear()
    })

    test('text is ordered by its bytes', async () => {
      const names = ['a', 'B', 'ä', 'Z', '_', '1', '10', '2', '😀', '\uFFFD']
      await store.copy(
        'observations',
        columns,
        names.map((about, at) => observation({ row: at + 1, about })),
      )
      const back = await store.db.selectFrom('observations').select('about').orderBy('about').execute()
      const byBytes = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(back.map(row => row.about)).toEqual(byBytes)
      await clear()
    })

    test('transactions at once lose nothing', async () => {
      const raise = () =>
        store.db.transaction().execute(async trx => {
          const one = trx.updateTable('organizations').where('organization_id', '=', 'one')
          await one.set(eb => ({ revision: eb('revision', '+', 1) })).execute()
          await one.set(eb => ({ charter_version: eb('charter_version', '+', 1) })).execute()
        })
      await Promise.all(Array.from({ length: 30 }, raise))
      const raised = store.db.selectFrom('organizations').select(['revision', 'charter_version'])
      expect(await raised.executeTakeFirst()).toEqual({ revision: 31, charter_version: 30 })
    })

    test('what was acknowledged outlives kill -9', async () => {
      await store.close()
      const said = await writeUntilKilled(optionsOf(), 40)
      store = await open()
      const kept = await store.db
        .selectFrom('members')
        .select('user_id')
        .where('organization_id', '=', 'killed')
        .execute()
      const there = new Set(kept.map(row => row.user_id))
      expect(said.length).toBeGreaterThanOrEqual(40)
      expect(said.filter(user => !there.has(user))).toEqual([])
      // At most the one that was under way when it was killed.
      expect(there.size - said.length).toBeLessThanOrEqual(1)
    })

    test('a database of a newer version is left alone', async () => {
      await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '2099-01-01')`.execute(
        store.db,
      )
      await store.close()
      const opened = await openStore(optionsOf())
      expect(opened).toMatchObject({ ok: false, refusal: { code: 'store.newer' } })
    })
  })
}
