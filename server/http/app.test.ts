// Every route through the front door, without listening: what is answered, with which headers, and to whom.
import { describe, expect, test } from 'vitest'
import type { Desk, Slot } from '../desk.ts'
import { createApp } from './app.ts'

const policy = "default-src 'none'; style-src 'sha256-abc='"
const pageOf = (name: string) =>
  `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body>${name}</body></html>`

function measured(name: string): Slot {
  return {
    state: 'measured',
    page: { body: pageOf(name), etag: `"${name}-page"` },
    json: { body: `{"name":"${name}"}\n`, etag: `"${name}-json"` },
  }
}

const desk: Desk = { own: measured('own'), simulated: measured('simulated') }
const app = createApp(desk, '127.0.0.1')
const base = 'http://127.0.0.1:4700'
const get = (path: string, init?: RequestInit) => app.request(base + path, init)

describe('what is served', () => {
  test.each([
    ['/', 'own', 'text/html'],
    ['/simulated', 'simulated', 'text/html'],
    ['/report.json', '{"name":"own"}', 'application/json'],
    ['/simulated/report.json', '{"name":"simulated"}', 'application/json'],
    ['/healthz', 'ok', 'text/plain'],
  ])('%s', async (path, body, type) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(await answer.text()).toContain(body)
  })

  test('HEAD answers like GET, without the body', async () => {
    const answer = await get('/', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"own-page"')
    expect(await answer.text()).toBe('')
  })

  test('what the browser holds already is not sent again', async () => {
    const headers = { 'if-none-match': 'W/"other", "own-page"' }
    const answer = await get('/', { headers })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
    expect((await get('/report.json', { headers })).status).toBe(200)
  })
})

describe('what is not', () => {
  test.each([
    '/nothing',
    '/report.json/',
    '/..%2fpackage.json',
    '/simulated/',
    '/%00',
    '/<script>alert(1)</script>',
  ])('%s is a page that says so', async path => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    const body = await answer.text()
    expect(body).toContain('There is nothing here')
    expect(body).not.toContain('alert(1)')
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async method => {
    const answer = await get('/', { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect(await answer.text()).toContain(method)
  })

  test('a name that somebody else resolves to this machine is refused on every path', async () => {
    for (const path of ['/', '/report.json', '/healthz', '/nothing']) {
      const answer = await app.request(`http://rebound.example:4700${path}`)
      expect(answer.status).toBe(421)
      expect(await answer.text()).not.toContain('"name"')
    }
    expect((await app.request('http://localhost:4700/')).status).toBe(200)
    expect((await app.request('http://[::1]:4700/')).status).toBe(200)
  })
})

describe('headers of every answer', () => {
  test.each(['/', '/report.json', '/healthz', '/nothing'])('%s', async path => {
    const { headers } = await get(path)
    const sent = headers.get('content-security-policy') ?? ''
    expect(sent).toMatch(/^default-src 'none'/)
    expect(sent).toMatch(/frame-ancestors 'none'$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test('the page brings its own policy', async () => {
    const { headers } = await get('/')
    expect(headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`)
  })
})

describe('before and without a report', () => {
  const refusal = {
    code: 'evidence.not_a_repository',
    reason: 'There is no git history here.',
    facts: { rows: 3n },
  }
  const waiting = createApp(
    { own: { state: 'measuring' }, simulated: { state: 'missing', refusal } },
    'localhost',
  )
  const ask = (path: string) => waiting.request(base + path)

  test('while it is measured, the page says so and when to come back', async () => {
    const answer = await ask('/')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(await answer.text()).toContain('Still measuring')
    expect(await (await ask('/report.json')).json()).toMatchObject({ code: 'server.measuring' })
    expect((await ask('/healthz')).status).toBe(200)
  })

  test('what cannot be measured is said, with the way to the other report', async () => {
    const answer = await ask('/simulated')
    expect(answer.status).toBe(503)
    const body = await answer.text()
    expect(body).toContain('There is no git history here.')
    expect(body).toContain('The other report is at /')
    expect(await (await ask('/simulated/report.json')).json()).toEqual({ ...refusal, facts: { rows: '3' } })
  })

  test('a report that arrives is seen by the next request', async () => {
    const arriving: Desk = { own: { state: 'measuring' }, simulated: { state: 'measuring' } }
    const served = createApp(arriving, 'localhost')
    expect((await served.request(`${base}/`)).status).toBe(503)
    arriving.own = measured('own')
    expect((await served.request(`${base}/`)).status).toBe(200)
  })
})
