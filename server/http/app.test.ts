// What holds for every request: names, headers, media types, sizes, other sites, ids, and words for what is not there.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Problem } from '@equalizer/client'
import { limits } from '@equalizer/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing.ts'

let server: TestServer
let webRoot = ''
const lines: string[] = []

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'equalizer-web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Equalizer</title>')
  await writeFile(join(webRoot, 'assets', 'app-1a2b.js'), 'console.log(1)')
  await writeFile(join(webRoot, 'assets', 'app-1a2b.js.br'), 'packed by brotli')
  await writeFile(join(webRoot, 'assets', 'app-1a2b.js.gz'), 'packed by gzip')
  server = await startTestServer({ webRoot, log: { write: line => lines.push(line) } })
  await server.addOrganization('ours')
})
afterAll(async () => {
  await server.close()
  await rm(webRoot, { recursive: true })
})

const problem = async (answer: Response) => (await answer.json()) as Problem
const asSteward = (headers: Record<string, string> = {}) => ({
  cookie: server.cookie,
  origin: server.origin,
  'content-type': 'application/json',
  ...headers,
})

describe('every answer', () => {
  test.each([
    '/',
    '/assets/app-1a2b.js',
    '/api/session',
    '/api/nothing',
    '/healthz',
    '/api/openapi.json',
    '/x.js',
  ])('%s has the headers that keep it in its place', async path => {
    const { headers } = await server.fetch(path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{16}$/)
  })

  test('the page runs its own scripts and styles alone', async () => {
    const policy = (await server.fetch('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  test('data is never run as a page', async () => {
    const policy = (await server.fetch('/api/session')).headers.get('content-security-policy')
    expect(policy).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  })

  test('a sane id of the caller is kept, any other replaced', async () => {
    const answered = async (id: string) =>
      (await server.fetch('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await answered('trace-0123456789')).toBe('trace-0123456789')
    expect(await answered('short')).not.toBe('short')
    expect(await answered('with spaces and <b>')).toMatch(/^[\w-]{16}$/)
  })

  test('a refusal names the request as the log does', async () => {
    const answer = await server.fetch('/api/organizations')
    const { request } = await problem(answer)
    expect(answer.headers.get('x-request-id')).toBe(request)
    expect(lines.some(line => line.includes(request))).toBe(true)
  })
})

describe('names', () => {
  test.each(['/', '/api/session', '/healthz', '/nothing'])(
    'a name that somebody else resolves to this machine is refused on %s',
    async path => {
      const answer = await server.fetch(`http://rebound.example:4700${path}`)
      expect(answer.status).toBe(421)
      expect(await problem(answer)).toMatchObject({ code: 'request.wrong_host' })
    },
  )

  test('loopback has several', async () => {
    expect((await server.fetch('http://localhost:4700/healthz')).status).toBe(200)
    expect((await server.fetch('http://[::1]:4700/healthz')).status).toBe(200)
  })
})

describe('a change by cookie', () => {
  const sent = (headers: Record<string, string>) =>
    server.fetch('/api/organizations/ours', {
      method: 'PATCH',
      body: '{}',
      headers: { cookie: server.cookie, 'content-type': 'application/json', ...headers },
    })

  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:8080' }],
    ['from a page without an origin', { origin: 'null' }],
    ['that says nothing of where it is from', {}],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:4700' }],
    [
      'whose origin and browser disagree',
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ],
  ])('%s is refused', async (_, headers) => {
    const answer = await sent(headers as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(await problem(answer)).toMatchObject({ code: 'access.cross_site' })
  })

  test('from the page itself is looked at', async () => {
    expect(await problem(await sent({ origin: server.origin }))).toMatchObject({ code: 'request.invalid' })
    expect(await problem(await sent({ 'sec-fetch-site': 'same-origin' }))).toMatchObject({
      code: 'request.invalid',
    })
  })

  test('entering from another site is refused too', async () => {
    const answer = await server.fetch('/api/session', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify({ token: await server.auth.newLink() }),
    })
    expect(await problem(answer)).toMatchObject({ code: 'access.cross_site' })
  })

  test('with a key may come from anywhere', async () => {
    const authorization = `Bearer ${await server.keyFor('ours')}`
    const answer = await sent({ authorization, origin: 'https://tool.example' })
    expect(await problem(answer)).toMatchObject({ code: 'request.invalid' })
  })
})

describe('a body', () => {
  const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    server.fetch('/api/session', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
    'of type %s is none',
    async type => {
      const answer = await send('{"token":"0123456789abcdef"}', { 'content-type': type })
      expect(answer.status).toBe(415)
      expect(await problem(answer)).toMatchObject({ code: 'request.wrong_type' })
    },
  )

  test('may say its charset', async () => {
    const answer = await send('{"token":"0123456789abcdef"}', {
      'content-type': 'application/json; charset=utf-8',
    })
    expect(await problem(answer)).toMatchObject({ code: 'session.link_invalid' })
  })

  test.each([
    ['that is no JSON', '{', 'body'],
    ['that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'body'],
    ['that is another shape', '{"token":7}', 'body.token'],
    ['that is too short', '{"token":"x"}', 'body.token'],
    ['that is a list', '[]', 'body'],
    ['that is empty', '', 'body'],
    ['with a character that no database stores', '{"token":"0123456789abcdef\\u0000"}', 'body.token'],
    ['with half a character', '{"token":"0123456789abcdef\\ud800"}', 'body.token'],
    ['that is nested without end', '['.repeat(100_000) + ']'.repeat(100_000), `body${'.0'.repeat(64)}`],
  ])('%s is refused with its field', async (_, body, field) => {
    const answer = await send(body)
    expect(answer.status).toBe(400)
    expect(await problem(answer)).toMatchObject({ code: 'request.invalid', facts: { field } })
  })

  test('beyond its limit is refused, said beforehand or not', async () => {
    const large = JSON.stringify({ token: 'x'.repeat(limits.bodyBytes) })
    expect((await send(large)).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large))
        controller.close()
      },
    })
    const answer = await server.fetch('/api/session', {
      method: 'POST',
      body: stream,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(await problem(answer)).toMatchObject({ code: 'request.too_large' })
  })
})

describe('an address', () => {
  test.each([
    ['/api/organizations/UPPER/jobs', 'path.organization'],
    ['/api/organizations/ours/people?limit=many', 'query.limit'],
    ['/api/organizations/ours/people?limit=0', 'query.limit'],
    ['/api/organizations/ours/people?limit=1&limit=2', 'query.limit'],
    ['/api/organizations/ours/board?asOf=yesterday', 'query.asOf'],
    ['/api/organizations/ours/board?asOf=2026-02-30', 'query.asOf'],
    ['/api/organizations/ours/search?q=a%00b', 'query.q'],
    ['/api/organizations/ours/sources/%00', 'path.source'],
    ['/api/organizations/%E0%A4%A/jobs', 'path.organization'],
    ['/api/organizations/ours%2F..%2Ftheirs/jobs', 'path.organization'],
  ])('%s is refused with its field', async (path, field) => {
    const answer = await server.fetch(path, { headers: asSteward() })
    expect(answer.status).toBe(400)
    expect(await problem(answer)).toMatchObject({ code: 'request.invalid', facts: { field } })
  })

  test.each([
    ['GET', '/api/nothing', 404],
    ['POST', '/api/nothing', 404],
    ['DELETE', '/api/organizations', 405],
    ['OPTIONS', '/api/session', 405],
    ['PUT', '/healthz', 405],
    ['GET', '/api/organizations/', 404],
    ['GET', '/API/session', 200],
    ['POST', '/', 405],
    ['PUT', '/anything', 405],
  ])('%s %s answers %i', async (method, path, status) => {
    const answer = await server.fetch(path, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers.has('allow')).toBe(status === 405)
  })
})

describe('the web app', () => {
  test.each(['/', '/ours', '/ours/units/finance', '/enter'])('%s is its page', async path => {
    const answer = await server.fetch(path)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('<title>Equalizer</title>')
  })

  test('its files are kept for good, and sent packed where they lie packed', async () => {
    const plain = await server.fetch('/assets/app-1a2b.js')
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await plain.text()).toBe('console.log(1)')
    const ask = async (accept: string) => {
      const answer = await server.fetch('/assets/app-1a2b.js', { headers: { 'accept-encoding': accept } })
      return [answer.headers.get('content-encoding'), await answer.text()]
    }
    expect(await ask('gzip, br')).toEqual(['br', 'packed by brotli'])
    expect(await ask('gzip')).toEqual(['gzip', 'packed by gzip'])
    expect(await ask('identity')).toEqual([null, 'console.log(1)'])
  })

  test.each([
    '/assets/gone.js',
    '/robots.txt',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/%2e%2e/x.json',
  ])('%s is no file, and no page under a file’s name', async path => {
    const answer = await server.fetch(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('There is no such file.\n')
  })

  test('what the browser holds is not sent again', async () => {
    const etag = (await server.fetch('/')).headers.get('etag') ?? ''
    const again = await server.fetch('/', { headers: { 'if-none-match': `W/"other", ${etag}` } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('that is not built is said so', async () => {
    const bare = await startTestServer({ store: server.desk.store, webRoot: join(webRoot, 'nothing') })
    const answer = await bare.fetch('/')
    expect([answer.status, await answer.text()]).toEqual([
      503,
      'The web app is not built; npm start builds it.\n',
    ])
    await bare.close()
  })
})

describe('an answer to GET', () => {
  test('has a tag, by which it is not sent again', async () => {
    const first = await server.fetch('/api/openapi.json')
    const again = await server.fetch('/api/openapi.json', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('is packed for who takes it packed', async () => {
    const plain = await (await server.fetch('/api/openapi.json')).text()
    const packed = await server.fetch('/api/openapi.json', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await packed.arrayBuffer())
    expect(bytes.byteLength).toBeLessThan(plain.length / 4)
    expect(gunzipSync(bytes).toString()).toBe(plain)
    for (const accept of ['gzip;q=0', 'identity', 'br']) {
      const other = await server.fetch('/api/openapi.json', { headers: { 'accept-encoding': accept } })
      expect(other.headers.get('content-encoding')).toBeNull()
    }
  })

  test('to HEAD comes without the body', async () => {
    const answer = await server.fetch('/healthz', { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })
})

describe('the log', () => {
  test('has one line for each request, and no secret in any', async () => {
    const secret = await server.keyFor('ours')
    lines.length = 0
    const token = await server.auth.newLink()
    await server.call('POST /api/session', {}, { body: { token } })
    await server.callWith(secret)('GET /api/organizations/{organization}/people', {
      organization: 'ours',
      q: 'private-name',
    })
    await server.stewardCall('GET /api/session', {})
    const requests = lines
      .map(line => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'request')
    expect(requests.map(({ method, route, organization }) => [method, route, organization])).toEqual([
      ['POST', '/api/session', null],
      ['GET', '/api/organizations/{organization}/people', 'ours'],
      ['GET', '/api/session', null],
    ])
    expect(requests[0]).toMatchObject({
      level: 'info',
      status: 200,
      request: expect.any(String),
      ms: expect.any(Number),
    })
    const text = lines.join('')
    for (const hidden of [token, secret, server.cookie, 'private-name']) expect(text).not.toContain(hidden)
  })
})

describe('figures', () => {
  test('count requests by pattern, jobs and observations', async () => {
    await server.fetch('/api/organizations/some-name-that-must-not-be-a-label/jobs')
    const answer = await server.fetch('/metrics', { headers: asSteward() })
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(text).toMatch(
      /equalizer_http_request_seconds_count\{method="POST",route="\/api\/session",status="200"\} \d/,
    )
    expect(text).not.toContain('some-name-that-must-not-be-a-label')
    expect(text).toMatch(/equalizer_jobs\{state="waiting"\} \d/)
    expect(text).toContain('equalizer_observations 0')
    expect(text).toContain('equalizer_event_followers 0')
    expect(text).toContain('process_resident_memory_bytes')
  })
})

test('a file that comes while its organization is removed meets no fault', async () => {
  await server.addOrganization('passing')
  const body = new TransformStream<Uint8Array, Uint8Array>()
  const writer = body.writable.getWriter()
  const sending = server.fetch('/api/organizations/passing/uploads?name=a.csv', {
    method: 'POST',
    headers: asSteward({ 'content-type': 'application/octet-stream' }),
    body: body.readable,
    duplex: 'half',
  } as RequestInit)
  await writer.write(Buffer.from('voter,power\n'))
  const removed = await server.fetch('/api/organizations/passing?confirm=passing', {
    method: 'DELETE',
    headers: asSteward(),
  })
  expect(removed.status).toBe(204)
  await writer.write(Buffer.from('0x1,2\n'))
  await writer.close()
  const answer = await sending
  expect(answer.status).toBe(404)
  expect((await problem(answer)).code).toBe('organization.unknown')
})
