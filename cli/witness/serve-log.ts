// Serves a log of made-up entries on a real port, for tests of the verbs that follow logs.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { canonical } from '@equalizer/core'
import { type TestLog, testLog } from '@equalizer/tlog/testing'

export interface ServedLog {
  readonly url: string
  /** What is served from now on. */
  show(log: TestLog): void
  /** Called with each path before it is answered. */
  onRead: (path: string) => void
  close(): void
}

/** A log of entries in which the clock was looked at and nothing came of it; `laterMs` makes another history from `from` on. */
export function framedLog(
  origin: string,
  count: number,
  { laterMs = 0, from = 0, secret }: Other = {},
): TestLog {
  const entries = Array.from({ length: count }, (_, seq) => entryText(seq, seq < from ? 0 : laterMs))
  return testLog({ origin, entries, ...(secret ? { secret } : {}) })
}

interface Other {
  readonly laterMs?: number
  readonly from?: number
  readonly secret?: Uint8Array
}

function entryText(seq: number, laterMs: number): string {
  const atMs = 1_800_000 + seq + laterMs
  return canonical({ atMs, by: null, command: { decision: 'D-1', kind: 'advance' }, events: [], seq })
}

/** `log.json` as a server writes it. */
function aboutText({ origin, vkey }: TestLog): string {
  const id = origin.split('/').at(-1) ?? ''
  return `${canonical({ format: 'equalizer-log/1', origin, vkey: vkey.text, keys: [vkey.text], organization: { id } })}\n`
}

export async function serveLog(first: TestLog): Promise<ServedLog> {
  let log = first
  const served: ServedLog = {
    url: '',
    show: next => {
      log = next
    },
    onRead: () => {},
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace(/^\/log\//, '')
    served.onRead(path)
    const bytes = path === 'log.json' ? Buffer.from(aboutText(log)) : await log.read(path)
    response.writeHead(bytes ? 200 : 404).end(bytes ?? undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(served, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/log` })
}
