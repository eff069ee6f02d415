// The built web app: hashed files that browsers keep for good, and one page for every address that is no file.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { holds } from './answer.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Best first. */
const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface Asset {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly packed: ReadonlyMap<string, Buffer>
  /** Its name changes with what is in it. */
  readonly forGood: boolean
}

type Assets = ReadonlyMap<string, Asset>

export interface WebApp {
  answer(request: Request): Promise<Response>
}

async function readAssets(root: string): Promise<Assets> {
  const listed = await readdir(root, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of listed) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(root, file).split(sep).join('/')}`, await readFile(file))
  }
  const assets = new Map<string, Asset>()
  for (const [path, plain] of files) {
    const type = types[extname(path)]
    if (!type) continue
    const packed = new Map<string, Buffer>()
    for (const [coding, ending] of codings) {
      const bytes = files.get(path + ending)
      if (bytes) packed.set(coding, bytes)
    }
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`
    assets.set(path, { type, etag, plain, packed, forGood: path.startsWith('/assets/') })
  }
  return assets
}

function sendAsset(request: Request, asset: Asset): Response {
  const headers = new Headers({
    'content-type': asset.type,
    'cache-control': asset.forGood ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: asset.etag,
    vary: 'accept-encoding',
  })
  if (holds(request, asset.etag)) return new Response(null, { status: 304, headers })
  const taken = (request.headers.get('accept-encoding') ?? '').split(',').map(one => one.trim())
  for (const [coding] of codings) {
    const bytes = asset.packed.get(coding)
    if (!bytes || !taken.some(one => one === coding)) continue
    headers.set('content-encoding', coding)
    return withLength(bytes, headers)
  }
  return withLength(asset.plain, headers)
}

function withLength(bytes: Buffer, headers: Headers): Response {
  headers.set('content-length', String(bytes.byteLength))
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers })
}

const sentence = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** Reads `root` at the first request and keeps it in memory; while nothing is built, each request looks again. */
export function createWebApp(root: string): WebApp {
  let reading: Promise<Assets> | null = null
  const assets = (): Promise<Assets> => {
    reading ??= readAssets(root).catch(error => {
      reading = null
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
      throw error
    })
    return reading
  }
  return {
    async answer(request) {
      const path = new URL(request.url).pathname
      const found = await assets()
      const asset = found.get(path)
      if (asset) return sendAsset(request, asset)
      // A missing file must not be answered by a page: a browser would keep the page under the file's name.
      if (path.startsWith('/assets/') || extname(path) !== '') return sentence(404, 'There is no such file.')
      const page = found.get('/index.html')
      if (page) return sendAsset(request, page)
      return sentence(503, 'The web app is not built; npm start builds it.')
    },
  }
}
