// Behind a proxy with TLS: its word is believed where the server was told of it, and nobody's else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { openTestStore } from '../store/testing.ts'
import { startTestServer, type TestServer } from '../testing.ts'
import { arrivalOf } from './arrival.ts'

const forwarded = (by: Record<string, string>) =>
  new Headers(Object.entries(by).map(([name, value]) => [`x-forwarded-${name}`, value]))

describe('where a request comes from', () => {
  const proxy = { name: null }
  test.each([
    [{ for: '203.0.113.9', proto: 'https' }, null, { address: '127.0.0.1', secure: false }],
    [{ for: '203.0.113.9', proto: 'https' }, proxy, { address: '203.0.113.9', secure: true }],
    [{ for: '10.9.9.9, 203.0.113.9', proto: 'http' }, proxy, { address: '203.0.113.9', secure: false }],
    [{ for: '2001:db8::7' }, proxy, { address: '2001:db8::7', secure: false }],
    [{ for: 'unknown', proto: 'https, http' }, proxy, { address: '127.0.0.1', secure: false }],
    [{}, proxy, { address: '127.0.0.1', secure: false }],
  ])('%j, proxy %j', (said, proxy, expected) => {
    expect(arrivalOf(forwarded(said), '127.0.0.1', proxy)).toEqual(expected)
  })
})

describe('a server', () => {
  let store: Store
  let behind: TestServer
  let alone: TestServer
  beforeAll(async () => {
    store = await openTestStore()
    behind = await startTestServer({ store, proxy: { name: 'board.example' } })
    alone = await startTestServer({ store })
  })
  afterAll(async () => {
    await behind.close()
    await alone.close()
    await store.close()
  })

  const enter = async (server: TestServer, token: string, said: Record<string, string>) => {
    const headers = forwarded(said)
    headers.set('content-type', 'application/json')
    return server.fetch('/api/session', { method: 'POST', headers, body: JSON.stringify({ token }) })
  }
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')

  test('gives a cookie for https alone to whoever came by https', async () => {
    const proto = { proto: 'https' }
    expect(cookieOf(await enter(behind, await behind.auth.newLink(), proto))).toMatch(/SameSite=Lax; Secure$/)
    expect(cookieOf(await enter(behind, await behind.auth.newLink(), {}))).toMatch(/SameSite=Lax$/)
    expect(cookieOf(await enter(alone, await alone.auth.newLink(), proto))).toMatch(/SameSite=Lax$/)
  })

  test('slows down who guesses, and nobody else who comes through the same proxy', async () => {
    const guess = async (server: TestServer, from: string) =>
      (await enter(server, 'x'.repeat(32), { for: from })).status
    for (let tries = 0; tries < 20; tries++) await guess(behind, '203.0.113.1')
    expect([await guess(behind, '203.0.113.1'), await guess(behind, '203.0.113.2')]).toEqual([429, 401])
    // Not told of a proxy: another address with every guess helps nobody.
    for (let tries = 0; tries < 20; tries++) await guess(alone, `203.0.113.${tries}`)
    expect(await guess(alone, '203.0.113.99')).toBe(429)
  })

  test('answers to the name that the proxy is reached by', async () => {
    const url = 'http://board.example/healthz'
    expect([(await behind.fetch(url)).status, (await alone.fetch(url)).status]).toEqual([200, 421])
  })
})
