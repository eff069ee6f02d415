// The published log through the front door: what anybody reads, checked with nothing but the public formats.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  consistencyProofFromTiles,
  decodeBundle,
  leafHash,
  openCheckpoint,
  parseProof,
  parseVkey,
  type ReadTile,
  rootFromTiles,
  tilePath,
  verifyConsistency,
  verifyInclusion,
} from '@equalizer/tlog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeOrganization } from '../organizations/remove.ts'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { startTestServer, type TestServer } from '../testing.ts'

const at = { organization: 'acme' }
let server: TestServer
let store: Store

beforeAll(async () => {
  // As one that shares its database with others.
  store = await openTestStore()
  server = await startTestServer({ store: { ...store, kind: 'server' } })
  await server.addOrganization('acme')
  await server.addOrganization('quiet')
})
afterAll(async () => {
  await server.close()
  await store.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  server.fetch(`/log/acme/${path}`, { headers })
const bytesOf = async (path: string) => {
  const answer = await get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}

async function admit(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const added = await server.stewardCall('POST /api/organizations/{organization}/members', at, {
      body: { name: `Person ${done}` },
    })
    if (!added.ok) throw new Error(added.problem.reason)
    const command = {
      kind: 'act' as const,
      act: { type: 'charter.admit', unit: 'organization', payload: { person: added.value.id } },
    }
    const sent = await server.stewardCall('POST /api/organizations/{organization}/door', at, {
      body: { command },
    })
    if (!sent.ok) throw new Error(sent.problem.reason)
  }
}

async function checkpoint() {
  await server.desk.logs.idle()
  const about = (await (await get('log.json')).json()) as { vkey: string; origin: string }
  const vkey = parseVkey(about.vkey)
  if (!vkey.ok) throw new Error(vkey.refusal.reason)
  const opened = openCheckpoint(await (await get('checkpoint')).text(), [vkey.value])
  if (!opened.ok) throw new Error(opened.refusal.reason)
  expect(opened.value.checkpoint.origin).toBe(about.origin)
  return opened.value.checkpoint
}

const readTile: ReadTile = (level, index, width) => bytesOf(tilePath(level, index, width))

async function entries(size: number): Promise<string[]> {
  const all: string[] = []
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256)
    const bundle = decodeBundle(await bytesOf(tilePath('entries', index, width)), width)
    if (!bundle.ok) throw new Error(bundle.refusal.reason)
    all.push(...bundle.value.map(entry => Buffer.from(entry).toString()))
  }
  return all
}

test('a log without an entry is as unknown as one that is not there', async () => {
  const quiet = await server.fetch('/log/quiet/checkpoint')
  const nowhere = await server.fetch('/log/nowhere/checkpoint')
  expect([quiet.status, nowhere.status]).toEqual([404, 404])
  const bare = async (answer: Response) => ((await answer.json()) as { code: string }).code
  expect(await bare(quiet)).toBe(await bare(nowhere))
})

test('what was done stands in the tree that is signed, byte by byte', async () => {
  await admit(3)
  const { size, root } = await checkpoint()
  expect(size).toBe(4)
  expect(await rootFromTiles(size, readTile)).toEqual(root)
  const rows = await server.desk.store.db
    .selectFrom('entries')
    .select('entry')
    .where('organization_id', '=', 'acme')
    .orderBy('seq')
    .execute()
  expect(await entries(size)).toEqual(rows.map(row => row.entry))
})

test('it grows over the edge of a tile, consistent with what was signed before, and older widths are still served', async () => {
  const before = await checkpoint()
  await admit(260)
  const after = await checkpoint()
  expect(after.size).toBe(before.size + 260)
  const proof = await consistencyProofFromTiles(before.size, after.size, readTile)
  expect(
    verifyConsistency({
      from: before.size,
      to: after.size,
      fromRoot: before.root,
      toRoot: after.root,
      proof,
    }),
  ).toBe(true)
  expect(await rootFromTiles(before.size, readTile)).toEqual(before.root)
  expect((await entries(after.size)).slice(0, before.size)).toEqual(await entries(before.size))
}, 60_000)

test('a proof of an entry needs nothing else', async () => {
  const { size, root } = await checkpoint()
  for (const index of [0, 1, 255, 256, size - 1]) {
    const proof = parseProof(await (await get(`proof/${index}`)).text())
    if (!proof.ok) throw new Error(proof.refusal.reason)
    const leaf = leafHash(proof.value.extra ?? new Uint8Array())
    expect(verifyInclusion({ index, size, leaf, proof: [...proof.value.hashes], root })).toBe(true)
    expect(JSON.parse(Buffer.from(proof.value.extra ?? []).toString())).toMatchObject({ seq: index })
  }
  expect((await get(`proof/${size}`)).status).toBe(404)
})

test('the state says what every stream has come to, in the order of their names', async () => {
  const lines = (await (await get('state')).text()).trimEnd().split('\n')
  const { size } = await checkpoint()
  expect(lines.shift()).toBe(`{"size":${size}}`)
  const streams = lines.map(line => JSON.parse(line) as { stream: string; state: unknown })
  expect(streams.map(({ stream }) => stream)).toEqual(streams.map(({ stream }) => stream).sort())
  expect(streams.map(({ stream }) => stream)).toContain('rules')
})

test('says how long each may be kept, to pages from anywhere', async () => {
  const tile = await get('tile/0/000')
  expect(tile.headers.get('content-type')).toBe('application/octet-stream')
  expect(tile.headers.get('cache-control')).toContain('immutable')
  const bundle = await get('tile/entries/000', { 'accept-encoding': 'gzip' })
  expect(bundle.headers.get('content-encoding')).toBe('gzip')
  const signed = await get('checkpoint')
  expect(signed.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(signed.headers.get('cache-control')).toBe('public, max-age=2')
  for (const answer of [tile, bundle, signed, await get('nothing')])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const etag = signed.headers.get('etag') ?? ''
  expect((await get('checkpoint', { 'if-none-match': etag })).status).toBe(304)
  for (const path of ['tile/0/000', 'state', 'export.tar']) {
    const head = await server.fetch(`/log/acme/${path}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  }
})

test('the whole of it comes as one archive that any tar reads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  const file = join(folder, 'log.tar')
  await writeFile(file, await bytesOf('export.tar'))
  execFileSync('tar', ['-xf', file, '-C', folder])
  const read = async (path: string) => new Uint8Array(await readFile(join(folder, path)))
  const { size, root } = await checkpoint()
  expect(await rootFromTiles(size, (level, index, width) => read(tilePath(level, index, width)))).toEqual(
    root,
  )
  for (const path of ['checkpoint', 'log.json', 'state', 'tile/entries/000', 'tile/entries/001.p/8'])
    expect([path, await read(path)]).toEqual([path, await bytesOf(path)])
  await rm(folder, { recursive: true })
})

test.each([
  'tile/0/001.p/200',
  'tile/0/002',
  'tile/0/000.p/256',
  'tile/0/000.p/0',
  'tile/9/000',
  'tile/0/../../../key',
  'tile/0/%2e%2e/%2e%2e/key',
  'tile/entries/x000/000',
  'key',
  'signed',
])('has no %s', async path => {
  expect((await get(path)).status).toBe(404)
})

test('another server on the same database appends, and leaves the publishing to the one that has the key', async () => {
  const second = await startTestServer({ store: server.desk.store })
  await second.desk.logs.idle()
  for (const path of ['checkpoint', 'tile/0/000', 'proof/0', 'state', 'export.tar']) {
    const answer = await second.fetch(`/log/acme/${path}`)
    expect([path, answer.status]).toEqual([path, 503])
    expect(await answer.json()).toMatchObject({ code: 'log.elsewhere' })
  }
  expect(await (await second.fetch('/healthz')).text()).toBe('ok\n')
  const before = await checkpoint()
  const signedIn = second.stewardCall('POST /api/organizations/{organization}/door', at, {
    body: {
      command: {
        kind: 'act',
        act: {
          type: 'treasury.declare_currency',
          unit: 'organization',
          payload: { currency: 'EUR', decimals: 2 },
        },
      },
    },
  })
  expect(await signedIn).toMatchObject({ ok: true })
  await second.close()
  // The one that has the key finds it, without an act of its own.
  while ((await checkpoint()).size === before.size) await new Promise(resolve => setTimeout(resolve, 50))
  expect((await checkpoint()).size).toBe(before.size + 1)
}, 60_000)

test('an organization that is removed takes its log with it', async () => {
  await server.addOrganization('going')
  const command = {
    kind: 'act' as const,
    act: {
      type: 'treasury.declare_currency',
      unit: 'organization',
      payload: { currency: 'EUR', decimals: 2 },
    },
  }
  const going = { organization: 'going' }
  await server.stewardCall('POST /api/organizations/{organization}/door', going, { body: { command } })
  await server.desk.logs.idle()
  expect((await server.fetch('/log/going/checkpoint')).status).toBe(200)
  await removeOrganization(server.desk, 'going')
  await server.desk.logs.idle()
  expect((await server.fetch('/log/going/checkpoint')).status).toBe(404)
  expect(await readdir(join(server.desk.data.root, 'log'))).toEqual(['acme'])
})

test('keeps its key to itself, and of partial tiles those in use', async () => {
  const folder = join(server.desk.data.root, 'log', 'acme')
  expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
  const level0 = join(folder, 'public', 'tile', '0')
  expect((await readdir(level0)).sort()).toEqual(['000', '001.p'])
  expect((await readdir(join(level0, '001.p'))).length).toBeLessThanOrEqual(2)
})
