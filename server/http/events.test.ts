// Events over a real connection: what rings is heard, by those who may and no longer than they may.
import { connect } from 'node:net'
import type { Job } from '@equalizer/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestPerson, type TestServer } from '../testing.ts'
import { openEventStream } from './event-stream.ts'

let server: TestServer
let ada: TestPerson

beforeAll(async () => {
  server = await startTestServer({ listen: true })
  await server.addOrganization('ours')
  await server.addOrganization('theirs')
  ada = await server.enterAs('ada', { ours: 'reader' })
})
afterAll(() => server.close())

interface Following {
  /** Everything heard so far, once this is part of it. */
  until(text: string): Promise<string>
  /** Everything heard, once the server has ended it. */
  ended(): Promise<string>
  leave(): void
}

async function follow(headers: Record<string, string>, organization = 'ours'): Promise<Following> {
  const leaving = new AbortController()
  const answer = await server.fetch(`/api/organizations/${organization}/events`, {
    headers,
    signal: leaving.signal,
  })
  if (!answer.body) throw new Error('there is nothing to follow')
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  async function readUntil(done: () => boolean): Promise<string> {
    while (!done()) {
      const next = await reader.read()
      if (next.done) return heard
      heard += next.value
    }
    return heard
  }
  await readUntil(() => heard.includes('\n\n'))
  return {
    until: text => readUntil(() => heard.includes(text)),
    ended: () => readUntil(() => false),
    leave: () => leaving.abort(),
  }
}

const ring = (organization: string, what: 'board' | 'people') =>
  server.desk.bell.ring(organization, { event: 'changed', data: { what } })

const followers = async () => {
  const metrics = await server.fetch('/metrics', { headers: { cookie: server.cookie } })
  return Number(/equalizer_event_followers (\d+)/.exec(await metrics.text())?.[1])
}

/** Looks again until it is so: another end of a connection takes its time. */
async function becomes(value: number): Promise<void> {
  while ((await followers()) !== value) await new Promise(resolve => setTimeout(resolve, 10))
}

describe('a follower', () => {
  test('hears what changed and how jobs go, in its own organization alone', async () => {
    const following = await follow({ cookie: server.cookie })
    ring('theirs', 'people')
    ring('ours', 'board')
    server.desk.bell.ring('ours', { event: 'job', data: { id: 'j1', phase: 'reading' } as unknown as Job })
    const heard = await following.until('j1')
    expect(heard).toContain('retry: 2000\n\n')
    expect(heard).toContain('event: changed\ndata: {"what":"board"}\n\n')
    expect(heard).toContain('event: job\ndata: {"id":"j1","phase":"reading"}\n\n')
    expect(heard).not.toContain('people')
    following.leave()
    await becomes(0)
  })

  test('with a key hears until the key is revoked', async () => {
    const body = { name: 'follower', organization: 'ours', scopes: ['read' as const] }
    const key = await server.stewardCall('POST /api/keys', {}, { body })
    if (!key.ok) throw new Error(key.problem.reason)
    const following = await follow({ authorization: `Bearer ${key.value.secret}` })
    await server.stewardCall('DELETE /api/keys/{key}', { key: key.value.id })
    ring('ours', 'board')
    expect(await following.ended()).not.toContain('changed')
  })

  test('hears until they sign out', async () => {
    const following = await follow({ cookie: ada.cookie })
    await ada.call('DELETE /api/session', {})
    ring('ours', 'board')
    expect(await following.ended()).not.toContain('changed')
  })
})

test('what rings while a reader does not read is not kept without end: the reader is dropped', async () => {
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  socket.pause()
  socket.write(
    `GET /api/organizations/ours/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${server.cookie}\r\n\r\n`,
  )
  await becomes(1)
  const ended = new Promise(resolve => socket.once('close', resolve))
  socket.on('error', () => {})
  const data = { id: 'x'.repeat(64 * 1_024) } as unknown as Job
  let rung = 0
  while ((await followers()) === 1) {
    for (let times = 0; times < 20; times++) server.desk.bell.ring('ours', { event: 'job', data })
    rung += 20
    if (rung > 4_000) throw new Error('a quarter of a gigabyte waits for a reader who does not read')
  }
  socket.resume()
  await ended
})

test('HEAD leaves nobody following', async () => {
  const head = { method: 'HEAD', headers: { cookie: server.cookie } }
  expect((await server.fetch('/api/organizations/ours/events', head)).status).toBe(200)
  expect(await followers()).toBe(0)
})

describe('a stream of events', () => {
  const open = () => {
    const told: string[] = []
    const stream = openEventStream(
      () => told.push('ended'),
      () => told.push('dropped'),
    )
    return { told, stream }
  }

  test('ends once, whoever ends it', async () => {
    const { told, stream } = open()
    stream.end()
    stream.end()
    await stream.stream.cancel()
    expect(told).toEqual(['ended'])
    expect(stream.send('changed', {})).toBe(false)
  })

  test('drops its reader when too much waits', () => {
    const { told, stream } = open()
    let sent = 0
    while (stream.send('job', 'x'.repeat(1_000))) sent += 1
    expect(told).toEqual(['ended', 'dropped'])
    expect(sent).toBeLessThan(300)
  })
})
