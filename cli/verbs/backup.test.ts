// Backup and restore as one runs them: real processes, a real data folder.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runBin } from '../run-bin.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'backup-verb-'))

test('what was backed up is restored, and each refusal has its code', async () => {
  const cwd = fresh()
  const nothing = await runBin(['backup', '--data', join(cwd, 'none')], { cwd })
  expect(nothing.code).toBe(exitCodes.notFound)
  expect(nothing.err).toContain('There is no data')
  expect(existsSync(join(cwd, 'none'))).toBe(false)

  writeFileSync(join(cwd, 'bad.backup'), 'not a backup')
  const bad = await runBin(['restore', 'bad.backup', '--data', 'one'], { cwd })
  expect(bad.code).toBe(exitCodes.badInput)
  expect(existsSync(join(cwd, 'one'))).toBe(false)
  const usage = await runBin(['backup', '--database', 'mysql://secret@x/y'], { cwd })
  expect(usage.code).toBe(exitCodes.usage)
  expect(usage.err).not.toContain('secret')
})

test('a round through two folders', async () => {
  const cwd = fresh()
  const { openStore } = await import('@equalizer/server')
  const made = await openStore({ folder: join(cwd, 'one') })
  if (!made.ok) throw new Error(made.refusal.reason)
  await made.value.copy('members', ['organization_id', 'user_id', 'role'], [['acme', 'ada', 'steward']])

  const locked = await runBin(['backup', 'x.backup', '--data', 'one'], { cwd })
  expect(locked.code).toBe(exitCodes.unavailable)
  expect(locked.err).toContain(String(process.pid))
  await made.value.close()

  const backup = await runBin(['backup', 'x.backup', '--data', 'one'], { cwd })
  expect(backup.out).toContain('1 row, 0 files')
  expect(backup.code).toBe(exitCodes.ok)
  expect((await runBin(['backup', 'x.backup', '--data', 'one'], { cwd })).code).toBe(exitCodes.cannotWrite)
  const restore = await runBin(['restore', 'x.backup', '--data', 'two'], { cwd })
  expect(restore.code).toBe(exitCodes.ok)
  expect((await runBin(['restore', 'x.backup', '--data', 'two'], { cwd })).code).toBe(exitCodes.cannotWrite)
  const back = await openStore({ folder: join(cwd, 'two') })
  if (!back.ok) throw new Error(back.refusal.reason)
  expect(await back.value.db.selectFrom('members').select('user_id').execute()).toEqual([{ user_id: 'ada' }])
  await back.value.close()
}, 240_000)
