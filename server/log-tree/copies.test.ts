// Documents that entries name are copied beside the log, and go with the database's own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cidOf } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepDocuments } from '../door/documents.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { readCopy } from './copies.ts'
import { logFolders } from './log-folder.ts'
import { appendEntries, logParts, openLog } from './testing.ts'

let store: Store
let root = ''
beforeAll(async () => {
  store = await openTestStore()
  root = await mkdtemp(join(tmpdir(), 'copies-'))
})
afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true })
})

test('a document is copied with its entry, and gone once the database keeps it no more', async () => {
  const organization = 'acme'
  const bytes = Buffer.from([0, 1, 2, 255])
  const document = { cid: cidOf(bytes), bytes, name: 'a.bin', type: 'application/octet-stream' }
  await keepDocuments(store.db, organization, [document], 0)
  await keepDocuments(
    store.db,
    organization,
    [{ cid: cidOf('not named'), bytes: Buffer.from('not named') }],
    0,
  )
  await appendEntries(store, organization, 2, document.cid)
  const log = openLog(logParts(store, logFolders(root)), organization)
  await log.round()
  expect(await readCopy(log.files, document.cid)).toEqual(document)
  expect(await log.files.list('documents')).toEqual([document.cid])
  await store.db.deleteFrom('documents').where('cid', '=', document.cid).execute()
  await appendEntries(store, organization, 1)
  await log.round()
  expect(await log.files.list('documents')).toEqual([])
})
