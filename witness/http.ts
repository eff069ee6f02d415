// The witness over HTTP as c2sp.org/tlog-witness has it, with a page of plain words for people beside it.
import { type Context, Hono } from 'hono'
import { type Answer, saying } from './answer.ts'
import type { Pace } from './pace.ts'
import { readRequest } from './read-request.ts'
import { createThrottle, type Throttle } from './throttle.ts'
import type { Witness } from './witness.ts'

export interface WitnessAppOptions {
  readonly witness: Witness
  readonly throttle?: Throttle
  /** Of requests on their way in; left out: the least of all. */
  readonly pace?: Pace
  /** What GET /status says, for people. */
  readonly status?: () => Promise<string>
  /** Told of what broke; whoever asked only learns that something did. */
  readonly onFault?: (error: unknown) => void
}

/** A request with 63 hashes and a note of many long signatures stays well below. */
export const requestBytesAtMost = 64 * 1_024

export function witnessApp(options: WitnessAppOptions): Hono {
  const { witness, throttle = createThrottle() } = options
  const app = new Hono()
  app.use(async (c, next) => {
    if (!throttle.allows(addressOf(c))) return send(saying(429, 'too many requests; try again in a minute'))
    return next()
  })
  app.post('/add-checkpoint', async c => {
    const body = await readRequest(c.req.raw, requestBytesAtMost, options.pace)
    return send(body instanceof Uint8Array ? await witness.addCheckpoint(body) : body)
  })
  app.get('/:hash{[0-9a-f]{64}}/checkpoint', async c => {
    const note = await witness.checkpointOf(c.req.param('hash'))
    return note === null
      ? send(saying(404, 'no checkpoint of this log was cosigned here'))
      : send({ status: 200, contentType: 'text/plain; charset=utf-8', body: note })
  })
  app.get('/status', async () =>
    send({ status: 200, contentType: 'text/plain; charset=utf-8', body: (await options.status?.()) ?? '' }),
  )
  app.notFound(() => send(saying(404, 'there is nothing at this address')))
  app.onError(error => {
    options.onFault?.(error)
    return send(saying(500, 'this witness has a problem of its own; nothing was signed'))
  })
  return app
}

export function send({ status, contentType, body }: Answer): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Of the other end of the connection; a proxy in front is one address, so it has to slow down those behind it itself. */
export function addressOf(c: Context): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return env?.incoming?.socket?.remoteAddress ?? ''
}
