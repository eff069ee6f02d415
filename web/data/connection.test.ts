// What calls tell about the connection, told by a real server that answers and a port where nobody is.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connection, watchedFetch } from './connection.ts'

const server = createServer((request, response) => {
  response.statusCode = request.url === '/proxied' ? 502 : 200
  response.end('ok')
})
const gone = createServer()
const origin = (of: typeof server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}`
let nobody = ''

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  gone.listen(0, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(gone, 'listening')])
  nobody = origin(gone)
  gone.close()
})
afterAll(() => server.close())

test('one that refuses some and answers others is not back before it answers a knock', async () => {
  await watchedFetch(`${origin(server)}/api/session`)
  expect(connection.get()).toBe('up')
  await expect(watchedFetch(`${nobody}/api/session`)).rejects.toThrow()
  expect(connection.get()).toBe('down')
  await watchedFetch(`${origin(server)}/api/session`)
  expect(connection.get()).toBe('down')
  await watchedFetch(`${origin(server)}/healthz`)
  expect(connection.get()).toBe('up')
})

test('a proxy that answers for a server that is down is no server', async () => {
  await watchedFetch(`${origin(server)}/proxied`)
  expect(connection.get()).toBe('down')
})
