// The witness over a real port, asked by the log's own client, and what it refuses to read.
import { consistencyProof, meetsPolicy, originHash, parsePolicy, vkeyOf } from '@equalizer/tlog'
import { testLog } from '@equalizer/tlog/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AskWitness, askWitness } from './ask-witness.ts'
import { requestBytesAtMost, witnessApp } from './http.ts'
import { type Listening, listen, parseListen } from './listen.ts'
import { cosigner, entriesOf, tried } from './testing.ts'
import { createThrottle } from './throttle.ts'

const origin = 'log.example/asked'
const log = testLog({ origin, entries: entriesOf(20) })
const { witness } = tried([log])
let listening: Listening

beforeAll(async () => {
  const opened = await listen(witnessApp({ witness, status: async () => 'all well\n' }), '127.0.0.1', 0)
  if (!opened.ok) throw new Error(opened.refusal.reason)
  listening = opened.value
})
afterAll(() => listening.close())

function asking(size: number, sizeKnown: number, more: Partial<AskWitness> = {}) {
  return askWitness({
    url: listening.url,
    vkey: cosigner.vkey,
    checkpoint: log.checkpoint(size),
    sizeKnown,
    proofFrom: async from => consistencyProof(from, size, log.at),
    ...more,
  })
}

describe('a log asks', () => {
  test('and gets a cosignature that it can add to its checkpoint', async () => {
    const first = await asking(5, 0)
    if (!first.ok || !('line' in first.value)) throw new Error('no cosignature')
    const policy = parsePolicy(`log ${log.vkey.text}\nwitness w ${cosigner.vkey.text}\nquorum w\n`)
    const note = `${log.checkpoint(5)}${first.value.line}\n`
    expect(policy.ok && meetsPolicy(note, policy.value)).toMatchObject({ ok: true })
  })

  test('and learns from a conflict where to start, and that a witness is ahead', async () => {
    expect(await asking(9, 0)).toMatchObject({ ok: true, value: { timestampSeconds: 1_800_000_000 } })
    expect(await asking(7, 0)).toEqual({ ok: true, value: { conflictSize: 9 } })
  })

  test('and believes no other key, and nobody who is not there', async () => {
    const stranger = vkeyOf('example.com/stranger', 4, cosigner.vkey.key)
    expect(await asking(9, 9, { vkey: stranger })).toMatchObject({
      ok: false,
      refusal: { code: 'witness.unclear' },
    })
    const nobody = await asking(9, 9, { url: 'http://127.0.0.1:9' })
    expect(nobody).toMatchObject({ ok: false, refusal: { code: 'witness.unreachable' } })
    const unknown = testLog({ origin: 'log.example/other', entries: ['x'] }).checkpoint(1)
    const refused = await asking(9, 0, { checkpoint: unknown })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'witness.refused', facts: { status: 404 } } })
    expect(await asking(9, 0, { checkpoint: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'witness.bad_checkpoint' },
    })
  })
})

describe('over HTTP', () => {
  test('its latest checkpoint lies under the hash of the origin', async () => {
    const response = await fetch(`${listening.url}/${originHash(origin)}/checkpoint`)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(await response.text()).toContain(`— ${cosigner.vkey.name} `)
    expect((await fetch(`${listening.url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404)
    expect(await (await fetch(`${listening.url}/status`)).text()).toBe('all well\n')
    expect((await fetch(`${listening.url}/add-checkpoint`)).status).toBe(404)
  })

  test('a request that is too large is not read to its end', async () => {
    const response = await fetch(`${listening.url}/add-checkpoint`, {
      method: 'POST',
      body: 'x'.repeat(requestBytesAtMost + 1),
    })
    expect(response.status).toBe(413)
  })

  test('whoever asks too often waits', async () => {
    const app = witnessApp({ witness, throttle: createThrottle({ requests: 2 }, () => 0) })
    const statuses = [
      await app.request('/status'),
      await app.request('/status'),
      await app.request('/status'),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
  })

  test('a fault of the disk is a 500 without a signature', async () => {
    const faults: unknown[] = []
    const broken = { ...witness, addCheckpoint: () => Promise.reject(new Error('disk')) }
    const app = witnessApp({ witness: broken, onFault: error => faults.push(error) })
    const response = await app.request('/add-checkpoint', { method: 'POST', body: 'old 0\n' })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('disk')
    expect(faults).toHaveLength(1)
  })
})

test('an address to listen on', () => {
  expect(parseListen('127.0.0.1:7380')).toEqual({ ok: true, value: { host: '127.0.0.1', port: 7_380 } })
  expect(parseListen('7380')).toEqual({ ok: true, value: { host: '127.0.0.1', port: 7_380 } })
  expect(parseListen('[::1]:0')).toEqual({ ok: true, value: { host: '::1', port: 0 } })
  for (const text of ['', 'host', 'host:', 'host:99999', 'a:b:1', 'http://x:1'])
    expect(parseListen(text).ok).toBe(false)
})

test('the throttle forgets after its window, and keeps few addresses in mind', () => {
  let now = 0
  const throttle = createThrottle({ requests: 1, windowMs: 10, addresses: 2 }, () => now)
  expect([throttle.allows('a'), throttle.allows('a')]).toEqual([true, false])
  now = 10
  expect(throttle.allows('a')).toBe(true)
  throttle.allows('b')
  throttle.allows('c')
  expect(throttle.allows('a')).toBe(true)
})
