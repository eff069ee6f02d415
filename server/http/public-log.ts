// The published log over HTTP: files that anybody reads from anywhere, with how long each may be kept.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { capabilities } from '@equalizer/capabilities'
import { accepted, logJsonSchemas, type Result, refused } from '@equalizer/core'
import { parseTilePath } from '@equalizer/tlog'
import type { Desk, Logs } from '../desk.ts'

import { tar } from '../log-tree/tar.ts'
import { publicText } from '../persons/texts.ts'
import { holds, takesGzip } from './answer.ts'
import type { Asked, Serve } from './asked.ts'
import type { ServedByHttp } from './handlers.ts'
import type { Parts } from './parts.ts'

const gzipped = promisify(gzip)
const kept = {
  forGood: 'public, max-age=31536000, immutable',
  shortly: 'public, max-age=2',
  anHour: 'public, max-age=3600',
  never: 'no-store',
}
const text = 'text/plain; charset=utf-8'
const json = 'application/json; charset=utf-8'

interface File {
  readonly bytes: Uint8Array
  readonly type: string
  readonly cache: string
  readonly packed?: boolean
}

/** Read by pages from anywhere: nothing here depends on who asks. */
export function openToAll(headers: Headers): void {
  headers.set('access-control-allow-origin', '*')
  headers.set('cross-origin-resource-policy', 'cross-origin')
}

async function send(request: Request, { bytes, type, cache, packed }: File): Promise<Response> {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  const headers = new Headers({ 'content-type': type, 'cache-control': cache, etag })
  if (packed) headers.set('vary', 'accept-encoding')
  if (holds(request, etag)) return new Response(null, { status: 304, headers })
  const body = packed && takesGzip(request) ? await gzipped(bytes) : bytes
  if (body !== bytes) headers.set('content-encoding', 'gzip')
  headers.set('content-length', String(body.byteLength))
  return new Response(body as Uint8Array<ArrayBuffer>, { headers })
}

/** What has no log and what is not there are one to whoever asks without an account. */
const unknown = (organization: string) =>
  refused('organization.unknown', 'No log is published here under that name.', { organization })

/** A tile or a bundle; `path` from `tile/` on. Codes: `organization.unknown`, `tile.unknown`, `log.elsewhere`, `log.damaged`. */
export async function sendTile(
  logs: Logs,
  request: Request,
  organization: string,
  path: string,
): Promise<Result<Response>> {
  const noTile = refused('tile.unknown', 'The log has no such tile.', { path: path.slice(0, 100) })
  const name = parseTilePath(path)
  const found = await logs.tile(organization, name.ok ? name.value : null)
  if (!found.ok) return found
  if (found.value === 'unpublished') return unknown(organization)
  if (!name.ok || found.value === null) return noTile
  const packed = name.value.level === 'entries'
  const type = 'application/octet-stream'
  return accepted(await send(request, { bytes: found.value, type, cache: kept.forGood, packed }))
}

/** A file of unknown length to come, which is not held in memory. */
export async function sendFile(request: Request, path: string, type: string): Promise<Response> {
  const { size } = await stat(path)
  const headers = { 'content-type': type, 'cache-control': kept.never, 'content-length': String(size) }
  // A body that nobody reads would stay open.
  if (request.method === 'HEAD') return new Response(null, { headers })
  const stream = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>
  return new Response(stream, { headers })
}

const exportsAtOnce = 4
let exporting = 0

/** `export.tar`, streamed. Codes: `organization.unknown`, `log.busy`, `log.elsewhere`. */
export async function sendExport(
  desk: Desk,
  request: Request,
  organization: string,
): Promise<Result<Response>> {
  if (exporting >= exportsAtOnce)
    return refused('log.busy', 'Other exports are under way; please try again in a while.')
  const files = await desk.logs.export(organization)
  if (!files.ok) return files
  if (files.value === null) return unknown(organization)
  const headers = {
    'content-type': 'application/x-tar',
    'cache-control': kept.never,
    'content-disposition': `attachment; filename="${organization}-log.tar"`,
  }
  if (request.method === 'HEAD') return accepted(new Response(null, { headers }))
  const pieces = tar(files.value, Math.floor(desk.clock.nowMs() / 1_000))
  exporting += 1
  let ended = false
  const end = () => {
    if (!ended) exporting -= 1
    ended = true
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next()
          if (!next.done) return controller.enqueue(next.value)
          end()
          controller.close()
        } catch (error) {
          end()
          desk.log.error({ err: error, organization }, 'an export broke off by a fault of ours')
          controller.error(error)
        }
      },
      async cancel() {
        end()
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return accepted(new Response(stream, { headers }))
}

type Name = Extract<ServedByHttp, `GET /log/${string}`>

export function publicLogEndpoints({ desk }: Parts): Record<Name, Serve> {
  const { logs } = desk
  const organizationOf = ({ input }: Asked) => String(input.organization)
  const file =
    (name: 'checkpoint' | 'about' | 'keys', type: string): Serve =>
    async asked => {
      const organization = organizationOf(asked)
      const found = await logs.file(organization, name)
      if (!found.ok) return found
      if (found.value === null) return unknown(organization)
      return send(asked.request, { bytes: found.value, type, cache: kept.shortly })
    }
  let schema: Uint8Array | null = null
  return {
    async 'GET /log/schema.json'({ request }) {
      schema ??= Buffer.from(`${JSON.stringify(logJsonSchemas(capabilities).entry)}\n`)
      return send(request, { bytes: schema, type: json, cache: kept.anHour, packed: true })
    },
    'GET /log/{organization}/checkpoint': file('checkpoint', text),
    'GET /log/{organization}/log.json': file('about', json),
    'GET /log/{organization}/keys': file('keys', text),
    async 'GET /log/{organization}/state'(asked) {
      const organization = organizationOf(asked)
      const found = await logs.state(organization)
      if (!found.ok) return found
      if (found.value === null) return unknown(organization)
      if (found.value === 'unserved')
        return refused(
          'state.unknown',
          'What the log comes to is known only as of entries that no checkpoint here holds yet.',
        )
      return sendFile(asked.request, found.value, text)
    },
    async 'GET /log/{organization}/proof/{entry}'(asked) {
      const organization = organizationOf(asked)
      const entry = Number(asked.input.entry)
      const found = await logs.proof(organization, entry)
      if (!found.ok) return found
      if (found.value === 'unpublished') return unknown(organization)
      if (found.value === null)
        return refused('entry.unknown', 'No checkpoint holds such an entry yet.', { entry })
      return send(asked.request, { bytes: Buffer.from(found.value), type: text, cache: kept.shortly })
    },
    async 'GET /log/{organization}/text/{cid}'(asked) {
      const organization = organizationOf(asked)
      const cid = String(asked.input.cid)
      const found = await publicText(desk.store.db, organization, cid)
      if (found !== null)
        return send(asked.request, { bytes: Buffer.from(found), type: json, cache: kept.never })
      const log = await logs.file(organization, 'checkpoint')
      if (log.ok && log.value === null) return unknown(organization)
      // One that was erased and one that never was are one.
      return refused('text.unknown', 'There is no such text here, or no longer.', { cid })
    },
    async 'GET /log/{organization}/witnesses'(asked) {
      const organization = organizationOf(asked)
      const found = await logs.witnesses(organization)
      if (!found.ok) return found
      if (found.value === null) return unknown(organization)
      const bytes = Buffer.from(`${JSON.stringify(found.value)}\n`)
      return send(asked.request, { bytes, type: json, cache: kept.shortly })
    },
  }
}
