// Mirrors that the operator names, over HTTP: how far each is, and what keeps one from being believed.
import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Witnesses } from '@equalizer/client/contract'
import { createMirror, type Mirror, mirrorApp, pullOnce } from '@equalizer/mirror'
import {
  addSignatures,
  checkpointText,
  cosign,
  nobleSigner,
  parseVkey,
  signatureTypes,
  signNote,
  type Vkey,
} from '@equalizer/tlog'
import { memoryFiles } from '@equalizer/tlog/testing'
import { type Listening, listen } from '@equalizer/witness'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'
import { readKeys } from './key-files.ts'

const at = { organization: 'acme' }
const signer = nobleSigner('mirror.example/m1', signatureTypes.cosignature, Buffer.alloc(32, 7))
let nowMs = Date.parse('2026-03-01T12:00:00Z')
const clock = { nowMs: () => nowMs, today: () => new Date(nowMs).toISOString().slice(0, 10) }
let server: TestServer
let logKey: Vkey
const open: Listening[] = []
/** Serves whatever it is given as the checkpoint of every log. */
let liar: Server
let lie = ''

beforeAll(async () => {
  server = await startTestServer({ clock })
  await server.addOrganization('acme')
  await act('EUR')
  await server.desk.logs.idle()
  const parsed = parseVkey(((await (await get('log.json')).json()) as { vkey: string }).vkey)
  if (!parsed.ok) throw new Error(parsed.refusal.reason)
  logKey = parsed.value
  liar = createServer((_, answer) => answer.end(lie))
  await new Promise<void>(resolve => liar.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const one of open) await one.close(0)
  liar.close()
  await server.close()
})

const get = (path: string) => server.fetch(`/log/acme/${path}`)
const liarUrl = () => `http://127.0.0.1:${(liar.address() as AddressInfo).port}`
const nameMirrors = (...lines: readonly string[]) =>
  writeFile(join(server.desk.data.root, 'log', 'mirrors'), `${lines.join('\n')}\nquorum none\n`)

async function act(currency: string): Promise<void> {
  const command = {
    kind: 'act' as const,
    act: { type: 'treasury.declare_currency', unit: 'organization', payload: { currency, decimals: 2 } },
  }
  const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: { command },
  })
  if (!sent.ok) throw new Error(sent.problem.reason)
}

/** As it is once the last look at each is too old to be shown again. */
async function seen(): Promise<Witnesses['mirrors']> {
  nowMs += 30_000
  return ((await (await get('witnesses')).json()) as Witnesses).mirrors
}

async function startMirror(key: typeof signer | null): Promise<{ mirror: Mirror; url: string }> {
  const mirror = createMirror({
    files: memoryFiles(),
    signer: key,
    logs: [{ vkey: logKey }],
    nowMs: () => nowMs,
  })
  const listening = await listen(mirrorApp({ mirror, push: false }), '127.0.0.1', 0)
  if (!listening.ok) throw new Error(listening.refusal.reason)
  open.push(listening.value)
  return { mirror, url: listening.value.url }
}

async function pull(mirror: Mirror): Promise<void> {
  const read = async (path: string) => {
    const answer = await get(path)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  }
  const pulled = await pullOnce({ mirror, origin: logKey.name, source: { name: 'acme', read } })
  expect(pulled).toMatchObject({ kind: 'copied' })
}

test('a copy is level, then behind, then level again, and is asked at most every half a minute', async () => {
  expect(await seen()).toEqual([])
  const { mirror, url } = await startMirror(signer)
  await nameMirrors(`witness copy ${signer.vkey.text} ${url}`)
  const name = 'copy'
  expect(await seen()).toEqual([{ name, url, timestampMs: null, size: null, problem: 'mirror.unreachable' }])
  await pull(mirror)
  const signedMs = nowMs
  expect(await seen()).toEqual([{ name, url, timestampMs: signedMs, size: 2, problem: null }])
  await act('USD')
  await server.desk.logs.idle()
  expect(await seen()).toMatchObject([{ size: 2, problem: null }])
  await pull(mirror)
  expect(((await (await get('witnesses')).json()) as Witnesses).mirrors).toMatchObject([{ size: 2 }])
  expect(await seen()).toMatchObject([{ size: 3, problem: null }])
})

test('one that does not sign what it serves is told apart', async () => {
  const { mirror, url } = await startMirror(null)
  await pull(mirror)
  await nameMirrors(`witness copy ${signer.vkey.text} ${url}`)
  expect(await seen()).toMatchObject([{ size: null, problem: 'mirror.unsigned' }])
})

test('one that serves another history, more than there is, or anything else is told apart', async () => {
  await nameMirrors(`witness liar ${signer.vkey.text} ${liarUrl()}`)
  const keys = await readKeys(join(server.desk.data.root, 'log', 'acme'), nowMs)
  if (!keys) throw new Error('no key')
  const lying = (size: number) => {
    const text = checkpointText({ origin: logKey.name, size, root: new Uint8Array(32), extensions: [] })
    return addSignatures(signNote(text, [keys.current]), [cosign(text, Math.floor(nowMs / 1_000), signer)])
  }
  lie = lying(2)
  expect(await seen()).toMatchObject([{ size: 2, problem: 'mirror.forked' }])
  lie = lying(99)
  expect(await seen()).toMatchObject([{ size: 99, problem: 'mirror.ahead' }])
  lie = 'no checkpoint'
  expect(await seen()).toMatchObject([{ size: null, problem: 'mirror.wrong_checkpoint' }])
  lie = lying(2).repeat(1_000)
  expect(await seen()).toMatchObject([{ size: null, problem: 'mirror.unreachable' }])
})

test('a file that names nobody rightly is told to the operator', async () => {
  await nameMirrors('mirror copy https://mirror.example')
  expect(await seen()).toEqual([])
  expect(await (await server.fetch('/healthz')).text()).toBe('ok\nattention: log.mirrors_invalid (1)\n')
})
