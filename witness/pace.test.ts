// The least pace: who keeps it comes through whole, and who drips does not, however long nothing of it is ever silent.
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { paced, TooSlow } from './pace.ts'
import { readRequest } from './read-request.ts'

/** A byte every now and then, without end. */
function dripping(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(stream) {
      await pause(5)
      stream.enqueue(new Uint8Array(1))
    },
  })
}
const strict = { graceMs: 50, bytesPerSecond: 1_000_000 }

test('who drips is given up', async () => {
  let told = 0
  const reading = new Response(
    paced(dripping(), strict, () => {
      told += 1
    }),
  ).arrayBuffer()
  await expect(reading).rejects.toBeInstanceOf(TooSlow)
  expect(told).toBe(1)
})

test('who keeps the pace is not, and a reader may take its time', async () => {
  const enough = { graceMs: 60_000, bytesPerSecond: 1 }
  const bytes = new Uint8Array(300_000).fill(7)
  const sent = new Response(bytes).body as ReadableStream<Uint8Array>
  expect(new Uint8Array(await new Response(paced(sent, enough)).arrayBuffer())).toEqual(bytes)
  const atHand = new ReadableStream<Uint8Array>({
    start(stream) {
      for (let i = 0; i < 5; i += 1) stream.enqueue(new Uint8Array(1))
      stream.close()
    },
  })
  let read = 0
  for await (const part of paced(atHand, strict)) {
    read += part.length
    await pause(40)
  }
  expect(read).toBe(5)
})

test('a request is answered with what is wrong with it', async () => {
  const asked = (body: ReadableStream<Uint8Array>) =>
    new Request('http://127.0.0.1/', { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(await readRequest(asked(dripping()), 1_000_000, strict)).toMatchObject({ status: 408 })
  const whole = () => new Response('abc').body as ReadableStream<Uint8Array>
  expect(await readRequest(asked(whole()), 2)).toMatchObject({ status: 413 })
  expect(await readRequest(asked(whole()), 3)).toEqual(new Uint8Array([97, 98, 99]))
})
