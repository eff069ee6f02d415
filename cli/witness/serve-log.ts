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

/** A log of entries that stand in their frame and say nothing; another `word` makes another history from `from` on. */
export function framedLog(
  origin: string,
  count: number,
  { word = 'x', from = 0, secret }: Other = {},
): TestLog {
  const entries = Array.from({ length: count }, (_, seq) =>
    canonical({
      atMs: 1_800_000 + seq,
      by: null,
      command: { kind: seq < from ? 'x' : word },
      events: [],
      seq,
    }),
  )
  return testLog({ origin, entries, ...(secret ? { secret } : {}) })
}

interface Other {
  readonly word?: string
  readonly from?: number
  readonly secret?: Uint8Array
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
