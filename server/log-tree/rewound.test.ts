// A whole machine is brought back from an older copy, database and log alike: only witnesses can know, and they are asked.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nobleSigner, parseVkey, signatureTypes } from '@equalizer/tlog'
import { memoryFiles } from '@equalizer/tlog/testing'
import { createWitness, type Listening, listen, witnessApp } from '@equalizer/witness'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../log/logger.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { logFolders, place } from './log-folder.ts'
import type { LogParts } from './parts.ts'
import { policyFile } from './policy-file.ts'
import { appendEntries, cutBack, logParts, openLog, seen } from './testing.ts'

const organization = 'acme'
let store: Store
let root = ''
let witness: Listening
beforeAll(async () => {
  store = await openTestStore()
  root = await mkdtemp(join(tmpdir(), 'rewound-'))
})
afterAll(async () => {
  await witness.close(0)
  await store.close()
  await rm(root, { recursive: true })
})

const partsIn = (data: string): LogParts => {
  const log = createLogger(process.stderr, { level: 'silent' })
  return { ...logParts(store, logFolders(data)), policy: policyFile(data, log) }
}

test('what was signed and forgotten is not signed over', async () => {
  const data = join(root, 'data')
  const parts = partsIn(data)
  await appendEntries(store, organization, 4)
  const first = openLog(parts, organization)
  await first.round()
  const key = parseVkey(first.identity?.signers[0]?.vkey.text ?? '')
  if (!key.ok) throw new Error(key.refusal.reason)
  const signer = nobleSigner('witness.example/w', signatureTypes.cosignature, Buffer.alloc(32, 7))
  const one = createWitness({
    files: memoryFiles(),
    signer,
    logs: [{ vkey: key.value }],
    nowMs: Date.now,
  })
  const listening = await listen(witnessApp({ witness: one }), '127.0.0.1', 0)
  if (!listening.ok) throw new Error(listening.refusal.reason)
  witness = listening.value
  await writeFile(join(data, 'log', 'policy'), `witness w ${signer.vkey.text} ${witness.url}\nquorum w\n`)
  await cp(data, join(root, 'older copy'), { recursive: true })
  await appendEntries(store, organization, 3)
  const second = openLog(parts, organization)
  await second.round()
  while (second.served?.size !== 7) await new Promise(resolve => setTimeout(resolve, 10))
  await second.gathering.close()

  // Another server with the same key is only behind: what the witness holds is in its database, too.
  const lagging = openLog(partsIn(join(root, 'older copy')), organization)
  expect(await lagging.mayAppend(7)).toMatchObject({ ok: true })

  // Everything is what it was at four entries, and other things happen then.
  await cutBack(store, organization, 4)
  const older = partsIn(join(root, 'older copy'))
  const third = openLog(older, organization)
  expect(await third.mayAppend(4)).toMatchObject({
    refusal: { code: 'log.rewound', facts: { witness: 'w', held: 7, published: 4 } },
  })
  await appendEntries(store, organization, 3, 'otherwise')
  await third.round()
  expect(third.problem?.code).toBe('log.rewound')
  const signed = await third.files.read(place.signed)
  expect(seen(Buffer.from(signed ?? []).toString()).size).toBe(4)
})
