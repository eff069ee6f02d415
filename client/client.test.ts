// Addresses and types of the client; against the real server it is tried in the server's own tests.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type Answer,
  addressOf,
  type Board,
  type Body,
  createClient,
  type Job,
  Unreachable,
} from './client.ts'

describe('addresses', () => {
  test('path parameters are filled in, the rest becomes the query, what is undefined is left out', () => {
    const name = 'GET /api/organizations/{organization}/board'
    expect(addressOf(name, { organization: 'ours' })).toBe('/api/organizations/ours/board')
    expect(addressOf(name, { organization: 'ours', asOf: undefined })).toBe('/api/organizations/ours/board')
    expect(addressOf(name, { organization: 'ours', asOf: '2026-01-31' })).toBe(
      '/api/organizations/ours/board?asOf=2026-01-31',
    )
    expect(addressOf('GET /api/session', {})).toBe('/api/session')
  })

  test('nothing in a parameter leads elsewhere', () => {
    const name = 'GET /api/organizations/{organization}/units/{unit}'
    expect(addressOf(name, { organization: '../x', unit: 'a/b?c#d' })).toBe(
      '/api/organizations/..%2Fx/units/a%2Fb%3Fc%23d',
    )
    const search = 'GET /api/organizations/{organization}/search'
    expect(addressOf(search, { organization: 'ours', q: 'a&b=c d' })).toBe(
      '/api/organizations/ours/search?q=a%26b%3Dc+d',
    )
  })
})

describe('types', () => {
  test('answers, inputs and bodies are those of the contract', () => {
    expectTypeOf<Answer<'GET /api/organizations/{organization}/board'>>().toEqualTypeOf<Board>()
    expectTypeOf<Answer<'DELETE /api/session'>>().toEqualTypeOf<undefined>()
    expectTypeOf<Answer<'GET /api/organizations/{organization}/observations.csv'>>().toEqualTypeOf<string>()
    expectTypeOf<Answer<'POST /api/organizations/{organization}/jobs/{job}/cancel'>>().toEqualTypeOf<Job>()
    expectTypeOf<Body<'PATCH /api/organizations/{organization}'>>().toEqualTypeOf<{ name: string }>()
    expectTypeOf<Body<'POST /api/organizations/{organization}/uploads'>>().toEqualTypeOf<
      Blob | ArrayBuffer | Uint8Array<ArrayBuffer>
    >()
  })

  test('what is missing or too much does not compile', () => {
    const call = createClient()
    const never = () => [
      // @ts-expect-error there is no such endpoint
      call('GET /api/nothing', {}),
      // @ts-expect-error the organization is missing
      call('GET /api/organizations/{organization}', {}),
      // @ts-expect-error the body is missing
      call('PATCH /api/organizations/{organization}', { organization: 'ours' }),
      // @ts-expect-error this endpoint takes no body
      call('GET /api/session', {}, { body: {} }),
    ]
    expect(never).toBeTypeOf('function')
  })
})

describe('what is no answer', () => {
  test('nobody listens: it cannot be reached', async () => {
    const server = createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise(resolve => server.close(resolve))
    const call = createClient({ origin: `http://127.0.0.1:${port}` })
    await expect(call('GET /api/session', {})).rejects.toBeInstanceOf(Unreachable)
  })

  test('something else answers: it is said with its status', async () => {
    const server = createServer((_, response) => response.writeHead(502).end('<html>bad gateway</html>'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const answered = await createClient({ origin: `http://127.0.0.1:${port}` })('GET /api/session', {})
    server.close()
    expect(answered).toMatchObject({ ok: false, problem: { code: 'server.unclear', facts: { status: 502 } } })
  })

  test('whoever asked gave up: their reason is thrown', async () => {
    const call = createClient({ origin: 'http://127.0.0.1:9' })
    const signal = AbortSignal.abort(new Error('the page was left'))
    await expect(call('GET /api/session', {}, { signal })).rejects.toThrow('the page was left')
  })
})
