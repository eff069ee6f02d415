// The contract of the store on the embedded database.
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { describeStore } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-'))

describeStore('the embedded database', () => ({ folder }))

test('a second opening of the same folder is refused, and free again once closed', async () => {
  const own = mkdtempSync(join(tmpdir(), 'store-'))
  const first = await openStore({ folder: own })
  const second = await openStore({ folder: own })
  expect(second).toMatchObject({ ok: false, refusal: { code: 'store.locked' } })
  if (first.ok) await first.value.close()
  const third = await openStore({ folder: own })
  expect(third.ok).toBe(true)
  if (third.ok) await third.value.close()
})

test('a folder of something else is left alone', async () => {
  const own = mkdtempSync(join(tmpdir(), 'store-'))
  mkdirSync(join(own, 'database'))
  writeFileSync(join(own, 'database', 'mine.txt'), 'mine')
  const opened = await openStore({ folder: own })
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'store.not_ours' } })
  expect(readdirSync(own)).toEqual(['database'])
})

test('what was killed while the database was made is made anew, and waits for the disk', async () => {
  const own = mkdtempSync(join(tmpdir(), 'store-'))
  mkdirSync(join(own, 'database.new'))
  writeFileSync(join(own, 'database.new', 'PG_VERSION'), '18')
  const opened = await openStore({ folder: own })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  const { rows } = await sql<{ fsync: string }>`SHOW fsync`.execute(opened.value.db)
  expect(rows).toEqual([{ fsync: 'on' }])
  await opened.value.close()
  expect(readdirSync(own)).toEqual(['database'])
})
