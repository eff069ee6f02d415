// A real server, three witnesses under a policy of two, and a mirror: what a stranger can check while it runs, once it is gone,
// and when it lies.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Witnesses } from '@equalizer/client/contract'
import { createMirror, type Keeping, keepCopies, pullOnce } from '@equalizer/mirror'
import {
  checkpointText,
  emptyFrontier,
  extended,
  formatAddCheckpoint,
  leafHash,
  type Policy,
  parsePolicy,
  parseVkey,
  rootOf,
  signatureTypes,
  signNote,
  utf8Bytes,
  type Vkey,
} from '@equalizer/tlog'
import { createKey, folderFiles, nativeVerify, nodeSigner, readKey } from '@equalizer/tlog/node'
import { type Report, type Source, verifyLog } from '@equalizer/verify'
import { folderSource, urlSource as verifiedFrom } from '@equalizer/verify/node'
import {
  createWitness,
  followOnce,
  type Listening,
  listen,
  urlSource,
  type Witness,
  witnessApp,
} from '@equalizer/witness'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'

const at = { organization: 'acme' }
const names = ['a', 'b', 'c'] as const
let server: TestServer
let folder: string
let logKey: Vkey
let url: string
const witnesses = new Map<string, Witness>()
const ports = new Map<string, Listening>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witnessed-'))
  server = await startTestServer({ listen: true })
  url = `${server.origin}/log/acme/`
  await server.addOrganization('acme')
  await act()
  await server.desk.logs.idle()
  const parsed = parseVkey(((await (await fetch(`${url}log.json`)).json()) as { vkey: string }).vkey)
  if (!parsed.ok) throw new Error(parsed.refusal.reason)
  logKey = parsed.value
  for (const name of names) await openWitness(name)
  await writeFile(join(server.desk.data.root, 'log', 'policy'), policyText('2'))
})
afterAll(async () => {
  for (const port of ports.values()) await port.close()
  await rm(folder, { recursive: true })
})

async function openWitness(name: string): Promise<void> {
  const place = join(folder, name, 'key')
  const signer =
    (await readKey(place)) ?? (await createKey(place, `witness.example/${name}`, signatureTypes.cosignature))
  const files = folderFiles(join(folder, name))
  const witness = createWitness({
    files,
    signer,
    logs: [{ vkey: logKey, url }],
    nowMs: Date.now,
    verify: nativeVerify,
  })
  const before = Number(new URL(ports.get(name)?.url ?? 'http://x:0').port)
  const port = await listen(witnessApp({ witness }), '127.0.0.1', before)
  if (!port.ok) throw new Error(port.refusal.reason)
  witnesses.set(name, witness)
  ports.set(name, port.value)
}

function policyText(needed: string): string {
  const lines = names.map(name => `witness ${name} ${witnesses.get(name)?.vkey.text} ${ports.get(name)?.url}`)
  return `log ${logKey.text}\n${lines.join('\n')}\ngroup g ${needed} ${names.join(' ')}\nquorum g\n`
}

function policy(needed: string): Policy {
  const read = parsePolicy(policyText(needed))
  if (!read.ok) throw new Error(read.refusal.reason)
  return read.value
}

let acted = 0
async function act(): Promise<void> {
  acted += 1
  const payload = { currency: `C${String(acted).padStart(2, '0')}`, decimals: 2 }
  const command = {
    kind: 'act' as const,
    act: { type: 'treasury.declare_currency', unit: 'organization', payload },
  }
  const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command },
  })
  if (!sent.ok) throw new Error(sent.problem.reason)
}

/** Looks until what was done is signed and it is so. */
async function until(so: (now: Witnesses) => boolean): Promise<Witnesses> {
  for (let looked = 0; looked < 1_000; looked += 1) {
    const now = (await (await fetch(`${url}witnesses`)).json()) as Witnesses
    // The founding is an entry, too.
    if (now.signed === acted + 1 && so(now)) return now
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('never so')
}

const level = ({ size, signed, quorum }: Witnesses) => size === signed && quorum.met
const verified = (source: Source, needed: string): Promise<Report> =>
  verifyLog(source, { policy: policy(needed), nowMs: Date.now(), verify: nativeVerify })

function mirrorTo(place: string) {
  const signer = nodeSigner('mirror.example/m', signatureTypes.cosignature, new Uint8Array(32).fill(4))
  const files = folderFiles(place)
  const mirror = createMirror({
    files,
    signer,
    logs: [{ vkey: logKey }],
    nowMs: Date.now,
    verify: nativeVerify,
  })
  const sources = new Map([[logKey.name, urlSource(url)]])
  const signal = new AbortController().signal
  const keeping: Keeping = keepCopies({ mirror, sources, everyMs: 1_000, signal, say: () => {} })
  return { mirror, keeping, copy: join(place, mirror.copyOf(logKey.name)?.hash ?? '') }
}

test('the server gathers, the mirror copies, and a stranger’s policy holds for both', async () => {
  await act()
  await until(level)
  const { keeping, copy } = mirrorTo(join(folder, 'm1'))
  expect(await keeping.once()).toMatchObject([{ kind: 'copied' }])
  expect(await verified(verifiedFrom(url), '2')).toMatchObject({ ok: true, problem: null })
  expect(await verified(folderSource(copy), '2')).toMatchObject({ ok: true, problem: null })
  expect(await keeping.status()).toContain('behind by 0')
})

test('with one witness down the policy still holds', async () => {
  await ports.get('c')?.close()
  await act()
  const now = await until(level)
  expect(now.witnesses.find(({ name }) => name === 'c')?.problem).toBe('witness.unreachable')
  expect(await verified(verifiedFrom(url), '2')).toMatchObject({ ok: true })
  const all = await verified(verifiedFrom(url), 'all')
  expect(all).toMatchObject({ ok: false, problem: { code: 'policy.quorum_not_met' } })
})

test('with two down readers stay at what enough cosigned, and it is said how far behind that is', async () => {
  await ports.get('b')?.close()
  await act()
  const now = await until(
    ({ witnesses: all }) => all.filter(({ problem }) => problem === 'witness.unreachable').length === 2,
  )
  expect(now.size).toBe(now.signed - 1)
  expect(await (await fetch(`${url}checkpoint`)).text()).toContain(`\n${now.size}\n`)
  await openWitness('b')
  await act()
  await until(level)
})

test('a second tree under the log’s own key is cosigned by nobody, and the mirror does not follow it', async () => {
  const signer = await readKey(join(server.desk.data.root, 'log', 'acme', 'key'))
  const witness = witnesses.get('a')
  const held = await witness?.latest(logKey.name)
  if (!signer || !witness || !held) throw new Error('the log has no key, or nothing was cosigned')
  const entries = Array.from({ length: held.size }, (_, i) => leafHash(utf8Bytes(`another ${i}`)))
  const root = rootOf(extended(emptyFrontier, entries))
  const note = signNote(checkpointText({ origin: logKey.name, size: held.size, root, extensions: [] }), [
    signer,
  ])
  const body = formatAddCheckpoint({ old: held.size, proof: [], checkpoint: note })
  expect(await witness.addCheckpoint(utf8Bytes(body))).toMatchObject({ status: 422 })
  expect(await witness.evidence(logKey.name)).toMatchObject([
    { what: 'forked', held: held.note, offered: note },
  ])

  const honest = urlSource(url)
  const lying = {
    name: 'lying',
    read: async (path: string) => (path === 'checkpoint' ? utf8Bytes(note) : honest.read(path)),
  }
  const followed = await followOnce({ witness, origin: logKey.name, source: lying, nowMs: Date.now })
  expect(followed).toMatchObject({ kind: 'forked', heldSize: held.size })
  const { mirror, keeping } = mirrorTo(join(folder, 'm2'))
  await keeping.once()
  const before = (await mirror.copyOf(logKey.name)?.published())?.note
  const pulled = await pullOnce({ mirror, origin: logKey.name, source: lying })
  expect(pulled).toMatchObject({ kind: 'forked', heldSize: held.size })
  expect((await mirror.copyOf(logKey.name)?.published())?.note).toBe(before)
})

test('with the server gone, the mirror’s folder is checked to its last entry', async () => {
  const { keeping, copy } = mirrorTo(join(folder, 'm1'))
  await keeping.once()
  await server.close()
  const report = await verified(folderSource(copy), '2')
  expect(report).toMatchObject({ ok: true, problem: null })
  expect(await verified(folderSource(copy), 'all')).toMatchObject({ ok: false })
})
