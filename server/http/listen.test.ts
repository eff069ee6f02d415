// A port that cannot be had is a sentence with a way out, not a stack.
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

const app = new Hono().get('/', c => c.text('here'))

test('listens on any free port, answers, and closes although a connection is open', async () => {
  const listening = await listen(app, '127.0.0.1', 0)
  if (!listening.ok) throw new Error(listening.refusal.reason)
  expect(await (await fetch(listening.value.url)).text()).toBe('here')
  await listening.value.close()
  await expect(fetch(listening.value.url)).rejects.toThrow()
})

test('a taken port is named, with the command that takes another', async () => {
  const first = await listen(app, '127.0.0.1', 0)
  if (!first.ok) throw new Error(first.refusal.reason)
  const port = Number(new URL(first.value.url).port)
  const second = await listen(app, '127.0.0.1', port)
  await first.value.close()
  if (second.ok) throw new Error('the port was given twice')
  expect(second.refusal.code).toBe('server.cannot_listen')
  expect(second.refusal.reason).toMatch(
    new RegExp(
      `^port ${port} is taken on 127.0.0.1; .* npm start -- --port ${port === 65_535 ? 4_700 : port + 1}$`,
    ),
  )
})

test('an address of another machine is refused', async () => {
  const refused = await listen(app, '192.0.2.1', 0)
  if (refused.ok) throw new Error('192.0.2.1 (RFC 5737) was bound')
  expect(refused.refusal.reason).toContain('192.0.2.1 is no address of this machine')
})
