// The mirror over HTTP: reads as c2sp.org/tlog-tiles has them under each log's origin hash, and the uploads of c2sp.org/tlog-mirror.
import { originHash, parseTilePath } from '@equalizer/tlog'
import {
  addressOf,
  createThrottle,
  leastPace,
  type Pace,
  paced,
  readRequest,
  saidTooSlow,
  saying,
  send,
  type Throttle,
} from '@equalizer/witness'
import { type Context, Hono } from 'hono'
import type { Copy } from './copy.ts'
import type { Mirror } from './mirror.ts'
import { few } from './one-of-few.ts'

export interface MirrorAppOptions {
  readonly mirror: Mirror
  /** Whether others may push: without a key of its own a mirror has nothing to answer them with. */
  readonly push: boolean
  readonly throttle?: Throttle
  /** Of uploads on their way in; left out: the least of all. */
  readonly pace?: Pace
  /** What GET /status says, for people. */
  readonly status?: () => Promise<string>
  readonly onFault?: (error: unknown) => void
}

const checkpointBytesAtMost = 64 * 1_024
/** Copies of `state` under way: the one file that may be large, held in memory until whoever asked has it. */
const statesAtMost = 8
/** Uploads under way; each may hold one package of 16 MiB. */
const uploadsAtMost = 16
const forever = 'public, max-age=31536000, immutable'

export function mirrorApp(options: MirrorAppOptions): Hono {
  const { mirror, throttle = createThrottle({ requests: 30_000 }) } = options
  const app = new Hono()
  app.use(async (c, next) => {
    if (!throttle.allows(addressOf(c))) return send(saying(429, 'too many requests; try again in a minute'))
    return next()
  })
  addReads(app, mirror)
  if (options.push) addUploads(app, mirror, options.pace ?? leastPace)
  app.get('/status', async () =>
    send({ status: 200, contentType: 'text/plain; charset=utf-8', body: (await options.status?.()) ?? '' }),
  )
  app.notFound(() => send(saying(404, 'there is nothing at this address')))
  app.onError(error => {
    options.onFault?.(error)
    return send(saying(500, 'this mirror has a problem of its own'))
  })
  return app
}

function addReads(app: Hono, mirror: Mirror): void {
  const hashes = new Map([...mirror.logs.keys()].map(origin => [originHash(origin), mirror.copyOf(origin)]))
  const states = few(statesAtMost)
  const state = async (copy: Copy, isHead: boolean): Promise<Response> => {
    const place = states.begin()
    if (place === null) return send(saying(503, 'as many copies of it as can be are under way'))
    let body: ReadableStream<Uint8Array> | null = null
    try {
      const bytes = await mirror.files.read(`${copy.hash}/state`)
      body = bytes && place.send(isHead ? new Uint8Array() : bytes)
    } finally {
      // Nobody takes what answers a HEAD.
      if (body === null || isHead) place.end()
    }
    return published(body, 'application/jsonl', 'no-cache')
  }
  const serve = async (copy: Copy, path: string, isHead: boolean): Promise<Response> => {
    const tile = parseTilePath(path)
    if (tile.ok) {
      const { level, index, width } = tile.value
      // A partial one may be gone once the full one is there, and is a part of it.
      const bytes =
        level === 'entries' ? copy.tiles.bundle(index, width) : copy.tiles.tile(level, index, width)
      return published(await bytes, 'application/octet-stream', forever)
    }
    if (path === 'state') return state(copy, isHead)
    const plain = plainFiles.get(path)
    if (!plain) return send(saying(404, 'there is nothing at this address'))
    return published(await mirror.files.read(`${copy.hash}/${path}`), plain, 'no-cache')
  }
  app.get('/:hash{[0-9a-f]{64}}/*', async (c: Context) => {
    const hash = c.req.path.slice(1, 65)
    const copy = hashes.get(hash)
    return copy
      ? serve(copy, c.req.path.slice(66), c.req.method === 'HEAD')
      : send(saying(404, 'unknown log: it is not mirrored here'))
  })
}

const plainFiles = new Map([
  ['checkpoint', 'text/plain; charset=utf-8'],
  ['log.json', 'application/json'],
])

type Body = Uint8Array | ReadableStream<Uint8Array>

/** Open to pages of other origins: a browser checks a mirror as well as the log. */
function published(body: Body | null, contentType: string, caching: string): Response {
  if (body === null) return send(saying(404, 'this mirror does not have it'))
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      'content-type': contentType,
      'cache-control': caching,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  })
}

function addUploads(app: Hono, mirror: Mirror, pace: Pace): void {
  let under = 0
  app.post('/add-checkpoint', async c => {
    const body = await readRequest(c.req.raw, checkpointBytesAtMost, pace)
    return send(body instanceof Uint8Array ? await mirror.addCheckpoint(body) : body)
  })
  app.post('/add-entries', async c => {
    const body = unpacked(c.req.raw, pace)
    if (body === null) return send(saying(415, 'the body is application/octet-stream, plain or in gzip'))
    if (under >= uploadsAtMost) return send(saying(503, 'as many uploads as can be are under way'))
    under += 1
    try {
      const answer = await mirror.addEntries(body.bytes)
      // Of what came whole before, the answer says how far it reached.
      const response = send(body.isSlow() && answer.status === 400 ? saidTooSlow : answer)
      response.headers.set('accept-encoding', 'gzip')
      return response
    } finally {
      under -= 1
    }
  })
}

interface Unpacked {
  readonly bytes: AsyncIterable<Uint8Array>
  /** Whether it ended because its sender was too slow. */
  isSlow(): boolean
}

/** Null: it says that it is something else. */
function unpacked(request: Request, pace: Pace): Unpacked | null {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity'
  if (type !== 'application/octet-stream') return null
  if (encoding !== 'identity' && encoding !== 'gzip') return null
  const sent = request.body ?? new ReadableStream({ start: stream => stream.close() })
  let slow = false
  const body = paced(sent, pace, () => {
    slow = true
  })
  const bytes = encoding === 'gzip' ? body.pipeThrough(new DecompressionStream('gzip')) : body
  return { bytes, isSlow: () => slow }
}
