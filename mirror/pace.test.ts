// Senders who drip: over a real port, in all places that uploads have, and none of them for ever.
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import {
  formatAddCheckpoint,
  formatAddEntriesHeader,
  formatPackage,
  packagesOf,
  subtreeConsistencyProof,
} from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import { type Listening, listen } from '@equalizer/witness'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mirrorApp } from './http.ts'
import { entriesOf, mirrorKey, publishedAt, tried } from './testing.ts'
import { uploadTo } from './upload.ts'

const origin = 'log.example/dripping'
const log = testLog({ origin, entries: entriesOf(600) })
const { mirror } = tried([log])
const places = 16
let listening: Listening

beforeAll(async () => {
  const pace = { graceMs: 500, bytesPerSecond: 1_000_000 }
  const opened = await listen(mirrorApp({ mirror, push: true, pace }), '127.0.0.1', 0)
  if (!opened.ok) throw new Error(opened.refusal.reason)
  listening = opened.value
})
afterAll(() => listening.close())

/** Sends what is given and then a byte every now and then, until it is answered. */
async function drip(path: string, first: Uint8Array, headers: Record<string, string> = {}) {
  const sending: ClientRequest = request(`${listening.url}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })
  sending.on('error', () => {})
  sending.write(first)
  const dripping = setInterval(() => sending.write(new Uint8Array(1)), 10)
  try {
    const [answer] = (await once(sending, 'response')) as [IncomingMessage]
    return { status: answer.statusCode, body: await text(answer) }
  } finally {
    clearInterval(dripping)
    sending.destroy()
  }
}

const tooSlow = { status: 408, body: 'the request came too slowly\n' }

test('uploads that drip are given up, and their places are free again', async () => {
  // The length of an origin: 65,535 bytes are to follow. In gzip (RFC 1952) it stands in a stored block of as many.
  const begun = new Uint8Array([255, 255])
  const packed = new Uint8Array([31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 0, 255, 255, 0, 0, ...begun])
  const all = Array.from({ length: places }, (_, i) =>
    i % 2 === 0 ? drip('add-entries', begun) : drip('add-entries', packed, { 'content-encoding': 'gzip' }),
  )
  expect(await Promise.all(all)).toEqual(Array(places).fill(tooSlow))
  const upload = {
    url: listening.url,
    vkey: mirrorKey.vkey,
    source: publishedAt(log, 300),
    checkpoint: log.checkpoint(300),
  }
  expect(await uploadTo(upload)).toMatchObject({ ok: true })
})

test('a checkpoint that drips is given up', async () => {
  expect(await drip('add-checkpoint', new Uint8Array([111]))).toEqual(tooSlow)
})

test('what came whole before counts, and its sender learns how far it reached', async () => {
  const two = tried([log])
  const app = mirrorApp({ mirror: two.mirror, push: true, pace: { graceMs: 50, bytesPerSecond: 1_000_000 } })
  const checkpoint = formatAddCheckpoint({ old: 0, proof: [], checkpoint: log.checkpoint(600) })
  expect((await app.request('/add-checkpoint', { method: 'POST', body: checkpoint })).status).toBe(200)
  const [range] = packagesOf(0, 600)
  if (!range) throw new Error('no package')
  const entries = Array.from({ length: range.end - range.start }, (_, i) => log.entry(range.start + i))
  const proof = subtreeConsistencyProof(range.subtreeStart, range.end, 600, log.at)
  const begun = [
    formatAddEntriesHeader({ origin, start: 0, end: 600, ticket: new Uint8Array() }),
    formatPackage({ entries, proof }),
  ]
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const piece of begun) stream.enqueue(piece)
    },
  })
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await app.request('/add-entries', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  expect([answer.status, await answer.text()]).toEqual([202, '600\n256\n\n'])
})
