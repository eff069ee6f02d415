// A log whose key was exchanged in order: who pinned the old one finds the way, and nobody else can lead it elsewhere.
import {
  checkpointText,
  nobleSigner,
  type Signer,
  signatureTypes,
  signNote,
  utf8Bytes,
} from '@equalizer/tlog'
import { expect, test } from 'vitest'
import { nothingKept } from './memory-here.ts'
import { founded } from './testing/organization.ts'
import { type Published, publish, sourceOf, testOrigin } from './testing/published.ts'
import { verifyLog } from './verify-log.ts'

const signerOf = (byte: number) =>
  nobleSigner(testOrigin, signatureTypes.ed25519, new Uint8Array(32).fill(byte))
const [first, second, third, evil] = [signerOf(1), signerOf(2), signerOf(3), signerOf(9)] as const
const made = founded()
const nowMs = made.nowMs

const statement = (from: Signer, to: Signer) =>
  signNote(`equalizer log key 1\n${testOrigin}\n${to.vkey.text}\n2026-01-01T00:00:00.000Z\n`, [from])

async function signedBy(signer: Signer, statements: readonly string[]): Promise<Published> {
  const published = await publish(made.texts)
  const { log, files } = published
  const text = checkpointText({ origin: testOrigin, size: log.size(), root: log.root(), extensions: [] })
  files.set('checkpoint', utf8Bytes(signNote(text, [signer])))
  files.delete('log.json')
  if (statements.length > 0) files.set('keys', utf8Bytes(statements.join('\n')))
  return published
}

const problemOf = async (published: Published, pinned: Signer) =>
  (await verifyLog(published.source, { nowMs, vkeys: [pinned.vkey] })).problem

test('from key to key, each named by the one before', async () => {
  const statements = [statement(first, second), statement(second, third)]
  expect(await problemOf(await signedBy(third, statements), first)).toBeNull()
  expect(await problemOf(await signedBy(third, statements), second)).toBeNull()
  expect((await problemOf(await signedBy(second, statements), third))?.code).toBe('note.unverified')
})

test('a key that nobody named, or that a stranger did', async () => {
  expect((await problemOf(await signedBy(evil, [statement(first, second)]), first))?.code).toBe(
    'note.unverified',
  )
  expect((await problemOf(await signedBy(evil, [statement(evil, evil)]), first))?.code).toBe(
    'note.unverified',
  )
  const other = statement(first, evil).replace(testOrigin, 'log.example/log/other')
  expect((await problemOf(await signedBy(evil, [other]), first))?.code).toBe('note.unverified')
})

test('what is remembered follows too, and then remembers the new key', async () => {
  const memory = nothingKept()
  const options = { nowMs, memory }
  expect((await verifyLog((await signedBy(first, [])).source, { ...options, vkeys: [first.vkey] })).ok).toBe(
    true,
  )
  const handed = await signedBy(second, [statement(first, second)])
  expect(await verifyLog(handed.source, options)).toMatchObject({ ok: true, trust: 'remembered' })
  const alone = await signedBy(second, [])
  expect(await verifyLog(alone.source, options)).toMatchObject({ ok: true, trust: 'remembered' })
  const back = sourceOf((await signedBy(evil, [statement(evil, second)])).files)
  expect((await verifyLog(back, options)).problem?.code).toBe('log.key_changed')
})
