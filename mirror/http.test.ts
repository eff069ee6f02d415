// The mirror over a real port: pushed to by a log's own client, pulled from by another mirror, and read by anybody.
import { gzipSync } from 'node:zlib'
import { formatAddEntriesHeader, originHash, tilePath } from '@equalizer/tlog'
import { type TestLog, testLog } from '@equalizer/tlog/testing'
import { type Listening, listen, urlSource } from '@equalizer/witness'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mirrorApp } from './http.ts'
import { pullOnce } from './pull.ts'
import { entriesOf, mirrorKey, publishedAt, tried, wholeSize } from './testing.ts'
import { uploadTo } from './upload.ts'

const origin = 'log.example/served'
const hash = originHash(origin)
const log = testLog({ origin, entries: entriesOf(9_000) })
const parts = tried([log])
let listening: Listening

beforeAll(async () => {
  const app = mirrorApp({ mirror: parts.mirror, push: true, status: async () => 'all well\n' })
  const opened = await listen(app, '127.0.0.1', 0)
  if (!opened.ok) throw new Error(opened.refusal.reason)
  listening = opened.value
})
afterAll(() => listening.close())

function upload(size: number, from: TestLog = log) {
  const checkpoint = from.checkpoint(size)
  return uploadTo({ url: listening.url, vkey: mirrorKey.vkey, source: publishedAt(from, size), checkpoint })
}

describe('a log pushes', () => {
  test('in requests of 32 packages, and is cosigned at the end', async () => {
    expect(await upload(8_900)).toMatchObject({ ok: true, value: { timestampSeconds: 1_800_000_000 } })
    expect(await wholeSize(parts, log)).toBe(8_900)
  })

  test('two at once end well', async () => {
    const both = await Promise.all([upload(9_000), upload(9_000)])
    expect(both.some(({ ok }) => ok)).toBe(true)
    expect(await wholeSize(parts, log)).toBe(9_000)
  })

  test('an older checkpoint, another history or an unknown log: no', async () => {
    expect(await upload(100)).toMatchObject({
      ok: false,
      refusal: { code: 'mirror.refused', facts: { status: 409 } },
    })
    const other = testLog({ origin, entries: entriesOf(9_000, 'b') })
    expect(await upload(9_000, other)).toMatchObject({ ok: false, refusal: { facts: { status: 422 } } })
    const unknown = testLog({ origin: 'log.example/none', entries: entriesOf(3) })
    expect(await upload(3, unknown)).toMatchObject({ ok: false, refusal: { facts: { status: 404 } } })
  })
})

describe('anybody reads', () => {
  test('with the headers of the log', async () => {
    const tile = await fetch(`${listening.url}/${hash}/${tilePath(0, 3)}`)
    expect(Object.fromEntries(tile.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
    expect((await tile.arrayBuffer()).byteLength).toBe(8_192)
    const checkpoint = await fetch(`${listening.url}/${hash}/checkpoint`)
    expect(checkpoint.headers.get('cache-control')).toBe('no-cache')
    expect(await checkpoint.text()).toContain(`— ${mirrorKey.vkey.name} `)
    expect(await (await fetch(`${listening.url}/status`)).text()).toBe('all well\n')
  })

  test('nothing but what is published', async () => {
    for (const path of [
      '.mirror/pending',
      'lock',
      `${hash}/../.mirror/${hash}/pending`,
      `${hash}/tile/0/000.p/256`,
      `${hash}/x`,
    ]) {
      expect((await fetch(`${listening.url}/${path}`)).status).toBe(404)
    }
    expect((await fetch(`${listening.url}/${hash}/${tilePath(0, 999)}`)).status).toBe(404)
    expect((await fetch(`${listening.url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404)
  })

  test('a large state by a few at once, and by others as soon as one of these is gone', async () => {
    const { files } = parts.mirror
    const path = `${hash}/state`
    const bytes = new Uint8Array(300_000).fill(97)
    await files.write(path, bytes)
    const app = mirrorApp({ mirror: parts.mirror, push: false })
    const ask = async (method = 'GET') => app.request(`/${hash}/state`, { method })
    for (let i = 0; i < 20; i += 1) expect((await ask('HEAD')).status).toBe(200)
    const held = await Promise.all(Array.from({ length: 8 }, () => ask()))
    expect(held.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect((await ask()).status).toBe(503)
    await held[0]?.body?.cancel()
    expect((await (await ask()).arrayBuffer()).byteLength).toBe(bytes.length)
    expect((await held[1]?.arrayBuffer())?.byteLength).toBe(bytes.length)
    expect((await Promise.all([ask(), ask()])).map(({ status }) => status)).toEqual([200, 200])
    await files.remove(path)
  })

  test('and another mirror copies this one', async () => {
    const second = tried([log])
    const source = urlSource(`${listening.url}/${hash}/`)
    expect(await pullOnce({ mirror: second.mirror, origin, source })).toMatchObject({
      kind: 'copied',
      size: 9_000,
    })
    expect(await wholeSize(second, log)).toBe(9_000)
  })
})

describe('what is sent', () => {
  const header = formatAddEntriesHeader({ origin, start: 9_000, end: 9_000, ticket: new Uint8Array() })
  const send = (body: Uint8Array, headers: Record<string, string>) =>
    fetch(`${listening.url}/add-entries`, { method: 'POST', body: new Uint8Array(body), headers })

  test('in gzip or plain; anything else is a 415', async () => {
    const type = { 'content-type': 'application/octet-stream' }
    const plain = await send(header, type)
    expect(plain.status).toBe(200)
    expect(plain.headers.get('accept-encoding')).toBe('gzip')
    expect((await send(gzipSync(header), { ...type, 'content-encoding': 'gzip' })).status).toBe(200)
    expect((await send(header, { ...type, 'content-encoding': 'br' })).status).toBe(415)
    expect((await send(header, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await send(header, { ...type, 'content-encoding': 'gzip' })).status).toBe(400)
  })

  test('to a mirror that only copies: no', async () => {
    const app = mirrorApp({ mirror: parts.mirror, push: false })
    expect((await app.request('/add-checkpoint', { method: 'POST', body: 'old 0\n' })).status).toBe(404)
  })
})
