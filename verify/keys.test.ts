// A log whose key was exchanged in order: who pinned the old one finds the way, and nobody else can lead it elsewhere.
import {
  checkpointText,
  nobleSigner,
  parsePolicy,
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

const statements = [statement(first, second), statement(second, third)]

test('from the keys of a policy as well, and its quorum has to be met all the same', async () => {
  const witness = nobleSigner('witness.example', signatureTypes.cosignature, new Uint8Array(32).fill(5))
  const by = async (published: Published, quorum: string) => {
    const text = `log ${first.vkey.text}\nwitness w ${witness.vkey.text}\nquorum ${quorum}\n`
    const policy = parsePolicy(text)
    if (!policy.ok) throw new Error(policy.refusal.reason)
    return verifyLog(published.source, { nowMs, policy: policy.value })
  }
  const published = await signedBy(third, statements)
  expect(await by(published, 'none')).toMatchObject({
    ok: true,
    trust: 'policy',
    signedBy: [third.vkey.text],
  })
  expect((await by(published, 'w')).problem?.code).toBe('policy.quorum_not_met')
  expect((await by(await signedBy(third, []), 'none')).problem?.code).toBe('note.unverified')
  expect((await by(await signedBy(evil, [statement(evil, evil)]), 'none')).problem?.code).toBe(
    'note.unverified',
  )
})

test('a bit turned anywhere in `keys` is found, and named by its line, by who knows the first key', async () => {
  const published = await signedBy(third, statements)
  const bytes = published.files.get('keys') as Uint8Array
  const signer = bytes.indexOf(0x94) + ` ${testOrigin} `.length
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Uint8Array.from(bytes)
    flipped[at] = (flipped[at] as number) ^ (1 << (at % 8))
    const source = sourceOf(new Map(published.files).set('keys', flipped))
    const problem = await problemOf({ ...published, source }, first)
    // Who is said to have signed first may be somebody else: then nothing leads on from the key that is known.
    const isSigner = at > signer && at <= signer + 6
    expect([at, problem?.path]).toEqual([
      at,
      isSigner && !problem?.code.startsWith('keys.') ? 'checkpoint' : 'keys',
    ])
    const line = new TextDecoder().decode(bytes.subarray(0, at)).split('\n').length
    if (problem?.path === 'keys') expect(Number(problem?.facts.line)).toBeLessThanOrEqual(line)
  }
}, 60_000)

test('who comes anew does not know who signed first: that is said, and that it leads to the key in force is checked', async () => {
  const fresh = async (lines: readonly string[]) =>
    verifyLog((await signedBy(third, lines)).source, { nowMs, vkeys: [third.vkey] })
  const report = await fresh(statements)
  expect(report.problem).toBeNull()
  expect(report.notChecked.find(({ what }) => what === 'keys')?.facts).toEqual({ lines: '1' })
  expect((await fresh([statement(evil, evil)])).problem).toMatchObject({ code: 'keys.wrong', path: 'keys' })
  const unnamed = [statement(first, second), statement(evil, third)]
  expect((await fresh(unnamed)).problem).toMatchObject({ code: 'keys.wrong', facts: { line: 8 } })
})

test('a line under the checkpoint by a key that nobody gave is named', async () => {
  const published = await signedBy(first, [])
  const note = new TextDecoder().decode(published.files.get('checkpoint'))
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  published.files.set('checkpoint', utf8Bytes(signNote(text, [first, evil])))
  const { notChecked } = await verifyLog(published.source, { nowMs, vkeys: [first.vkey] })
  const line = evil.vkey.text.split('+').slice(0, 2).join('+')
  expect(notChecked.find(({ what }) => what === 'cosignatures')).toMatchObject({ facts: { lines: line } })
})

test('a key that nobody named, or that a stranger did', async () => {
  expect((await problemOf(await signedBy(evil, [statement(first, second)]), first))?.code).toBe(
    'note.unverified',
  )
  expect((await problemOf(await signedBy(evil, [statement(evil, evil)]), first))?.code).toBe(
    'note.unverified',
  )
  const other = statement(first, evil).replace(testOrigin, 'log.example/log/other')
  expect((await problemOf(await signedBy(evil, [other]), first))?.code).toBe('keys.malformed')
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
