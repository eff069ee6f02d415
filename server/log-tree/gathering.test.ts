// Cosignatures of real witnesses over HTTP: gathered under a policy, with one that is down, one that is slow, and none enough.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Witnesses } from '@equalizer/client/contract'
import { meetsPolicy, nobleSigner, parsePolicy, parseVkey, signatureTypes, type Vkey } from '@equalizer/tlog'
import { folderFiles } from '@equalizer/tlog/node'
import {
  createWitness,
  followOnce,
  type Listening,
  listen,
  type Witness,
  witnessApp,
} from '@equalizer/witness'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

const at = { organization: 'acme' }
let server: TestServer
let folder = ''
let logKey: Vkey
const open = new Map<string, Listening>()
const keys = new Map<string, Vkey>()
const urls = new Map<string, string>()
const asked = new Map<string, Witness>()
let slow: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gathering-'))
  server = await startTestServer()
  await server.addOrganization('acme')
  await act()
  await server.desk.logs.idle()
  const about = (await (await server.fetch('/log/acme/log.json')).json()) as { vkey: string }
  const parsed = parseVkey(about.vkey)
  if (!parsed.ok) throw new Error(parsed.refusal.reason)
  logKey = parsed.value
  for (const name of ['a', 'b', 'c']) await openWitness(name)
  // Takes what is sent and never answers.
  slow = createServer(() => {})
  await new Promise<void>(resolve => slow.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await server.close()
  for (const one of open.values()) await one.close(0)
  slow.closeAllConnections()
  slow.close()
  await rm(folder, { recursive: true })
})

async function openWitness(name: string): Promise<void> {
  const secret = Buffer.alloc(32, name)
  const signer = nobleSigner(`witness.example/${name}`, signatureTypes.cosignature, secret)
  const files = folderFiles(join(folder, name))
  const witness = createWitness({ files, signer, logs: [{ vkey: logKey }], nowMs: Date.now })
  const port = Number(new URL(urls.get(name) ?? 'http://x:0').port)
  const listening = await listen(witnessApp({ witness }), '127.0.0.1', port)
  if (!listening.ok) throw new Error(listening.refusal.reason)
  keys.set(name, signer.vkey)
  urls.set(name, listening.value.url)
  asked.set(name, witness)
  open.set(name, listening.value)
}

async function shut(name: string): Promise<void> {
  await open.get(name)?.close(0)
  open.delete(name)
}

function policyText(names: readonly string[], needed: string): string {
  const lines = names.map(name => `witness ${name} ${keys.get(name)?.text} ${urls.get(name)}`)
  return `log ${logKey.text}\n${lines.join('\n')}\ngroup all ${needed} ${names.join(' ')}\nquorum all\n`
}

const putPolicy = (text: string) => writeFile(join(server.desk.data.root, 'log', 'policy'), text)

let acted = 0
async function act(): Promise<void> {
  acted += 1
  const command = {
    kind: 'act' as const,
    act: {
      type: 'treasury.declare_currency',
      unit: 'organization',
      payload: { currency: `C${String(acted).padStart(2, '0')}`, decimals: 2 },
    },
  }
  const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command },
  })
  if (!sent.ok) throw new Error(sent.problem.reason)
}

async function witnesses(): Promise<Witnesses> {
  return (await (await server.fetch('/log/acme/witnesses')).json()) as Witnesses
}

/** Looks until all that was done is signed and it is so; the gathering has no end of its own to wait for. */
async function until(so: (now: Witnesses) => boolean): Promise<Witnesses> {
  for (let looked = 0; ; looked += 1) {
    const now = await witnesses()
    // The founding is an entry, too.
    if (now.signed === acted + 1 && so(now)) return now
    if (looked > 400) throw new Error(`never so: ${JSON.stringify(now)}`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

/** Of how many entries the state is that readers get, or why they get none. */
async function stateSize(): Promise<unknown> {
  const answer = await server.fetch('/log/acme/state')
  if (!answer.ok) return ((await answer.json()) as { code: string }).code
  return (JSON.parse((await answer.text()).split('\n')[0] ?? '') as { size: number }).size
}

const tarNames = (tar: ArrayBuffer): string[] =>
  execFileSync('tar', ['-t'], { input: Buffer.from(tar), encoding: 'utf8' })
    .trim()
    .split('\n')

const checkpoint = async () => (await server.fetch('/log/acme/checkpoint')).text()

test('readers get what two of three cosigned, and the policy holds for whoever checks it', async () => {
  const text = policyText(['a', 'b', 'c'], '2')
  await putPolicy(text)
  await act()
  const now = await until(({ size, signed, quorum }) => size === signed && quorum.met)
  expect(now).toMatchObject({ policy: 'in_force', quorum: { needed: '2 of (a, b, c)' } })
  const policy = parsePolicy(text)
  if (!policy.ok) throw new Error(policy.refusal.reason)
  const met = meetsPolicy(await checkpoint(), policy.value)
  expect(met).toMatchObject({ ok: true, value: { checkpoint: { size: now.size } } })
})

test('one that is down holds nobody up', async () => {
  await shut('b')
  await act()
  const now = await until(({ size, signed, quorum }) => size === signed && quorum.met)
  const down = now.witnesses.find(({ name }) => name === 'b')
  expect(down?.size).toBeLessThan(now.size)
})

test('with two down readers keep the last that enough cosigned, and are told how far behind it is', async () => {
  const before = await checkpoint()
  await shut('c')
  await act()
  const now = await until(
    ({ signed, size, witnesses: all }) =>
      signed > size &&
      all.some(one => one.size === signed) &&
      all.filter(one => one.problem === 'witness.unreachable').length === 2,
  )
  expect(now.quorum.met).toBe(true)
  expect(await checkpoint()).toBe(before)
  // The witness that was sent more than readers get takes what they get for no lie.
  const witness = asked.get('a')
  if (!witness) throw new Error('no witness')
  const read = async (path: string) => {
    const answer = await server.fetch(`/log/acme/${path}`)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  }
  const source = { name: 'acme', read }
  const followed = await followOnce({ witness, origin: logKey.name, source, nowMs: Date.now })
  expect(followed).toEqual({ kind: 'behind', size: now.size, heldSize: now.signed })
  expect(await witness.evidence(logKey.name)).toEqual([])
  // What it comes to as of entries that no checkpoint holds would look like a lie to whoever verifies.
  expect(await stateSize()).toBe('state.unknown')
  const names = tarNames(await (await server.fetch('/log/acme/export.tar')).arrayBuffer())
  expect([names.includes('checkpoint'), names.includes('state')]).toEqual([true, false])
  await openWitness('b')
  await act()
  expect(await until(({ size, signed }) => size === signed)).toMatchObject({ quorum: { met: true } })
  const known = await stateSize()
  expect(known).toBe(now.signed)
  await shut('b')
  await act()
  const later = await until(({ signed, size }) => signed > size)
  expect(await stateSize()).toBe(known)
  expect(tarNames(await (await server.fetch('/log/acme/export.tar')).arrayBuffer())).toContain('state')
  expect(later.size).toBeGreaterThanOrEqual(Number(known))
  await openWitness('b')
  await act()
  await until(({ size, signed }) => size === signed)
})

test('one that never answers is not waited for', async () => {
  const { port } = slow.address() as AddressInfo
  urls.set('c', `http://127.0.0.1:${port}`)
  await putPolicy(policyText(['a', 'b', 'c'], '2'))
  for (let done = 0; done < 3; done += 1) {
    await act()
    await server.desk.logs.idle()
    await until(({ size, signed }) => size === signed)
  }
})

test('a file that is no policy is said, and nobody is asked', async () => {
  await putPolicy('quorum everybody\n')
  await act()
  await server.desk.logs.idle()
  const now = await until(({ size, signed }) => size === signed)
  expect(now).toMatchObject({ policy: 'invalid', witnesses: [] })
  expect(await (await server.fetch('/healthz')).text()).toBe('ok\nattention: log.policy_invalid (1)\n')
})
