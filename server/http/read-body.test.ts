// Bodies that are too large, too slow or something else, in any pieces.
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type BodyLimits, BodyRefused, readJson, readStream } from './read-body.ts'

const never = new Promise<void>(() => {})

/** A body that comes in these pieces; `null` never comes. */
function request(pieces: readonly (string | null)[], type = 'application/json'): Request {
  let next = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = pieces[next++]
      if (piece === null) await never
      else if (piece === undefined) controller.close()
      else controller.enqueue(new TextEncoder().encode(piece))
    },
  })
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } }
  return new Request('http://127.0.0.1/', init as RequestInit)
}

const small = { maxBytes: 10, withinMs: 60_000 }
const quick = { maxBytes: 1_000, withinMs: 20 }

describe('JSON', () => {
  test('in pieces that part a letter is whole', async () => {
    const bytes = new TextEncoder().encode('"é"')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } }
    expect(await readJson(new Request('http://127.0.0.1/', init as RequestInit))).toEqual({
      ok: true,
      value: 'é',
    })
  })

  test('of just the limit is read, of one more byte refused', async () => {
    expect(await readJson(request(['"12345', '678"']), small)).toEqual({ ok: true, value: '12345678' })
    const refused = await readJson(request(['"12345', '6789"']), small)
    expect(refused).toMatchObject({ refusal: { code: 'request.too_large', facts: { maxBytes: 10 } } })
  })

  test('that does not come is given up', async () => {
    expect(await readJson(request(['{', null]), quick)).toMatchObject({
      refusal: { code: 'request.too_slow' },
    })
  })
})

describe('a file', () => {
  async function read(from: Request, most: BodyLimits): Promise<string> {
    const stream = readStream(from, most)
    if (!stream.ok) return stream.refusal.code
    try {
      return await new Response(stream.value).text()
    } catch (error) {
      if (!(error instanceof BodyRefused) || error.refused.ok) throw error
      return error.refused.refusal.code
    }
  }

  test('comes as it is, of any type but a form’s', async () => {
    expect(await read(request(['0123', '456789'], 'text/csv'), small)).toBe('0123456789')
    for (const type of ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      expect(await read(request(['x'], type), small)).toBe('request.wrong_type')
    }
  })

  test('that grows beyond the limit is refused while it comes', async () => {
    expect(await read(request(['0123456789', 'x', null], 'text/csv'), small)).toBe('upload.too_large')
  })

  test('that says beforehand to be too large is not begun', async () => {
    const said = new Request('http://127.0.0.1/', { method: 'POST', headers: { 'content-length': '11' } })
    expect(await read(said, small)).toBe('upload.too_large')
  })

  test('that stops coming is given up', async () => {
    expect(await read(request(['0', null], 'text/csv'), quick)).toBe('request.too_slow')
  })

  test('that drips is given up, though it is never silent for long', async () => {
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await pause(5)
        controller.enqueue(new Uint8Array(1))
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'text/csv' } }
    const dripping = new Request('http://127.0.0.1/', init as RequestInit)
    const most = { maxBytes: 1_000_000, withinMs: 60_000, pace: { graceMs: 50, bytesPerSecond: 1_000_000 } }
    expect(await read(dripping, most)).toBe('request.too_slow')
  })

  test('that is empty is empty', async () => {
    expect(await read(new Request('http://127.0.0.1/', { method: 'POST' }), small)).toBe('')
  })
})
