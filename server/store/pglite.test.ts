// The contract of the store on the embedded database.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
