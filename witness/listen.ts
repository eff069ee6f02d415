// Opens a port for a witness or mirror, with the limits in time and number that a public port needs.
import type { AddressInfo } from 'node:net'
import { accepted, type Result, refused } from '@equalizer/core'
import { createAdaptorServer } from '@hono/node-server'

/** Headers must be here by then (slowloris). */
const headersMs = 15_000
/** A whole upload on a slow line. */
const requestMs = 600_000
const idleMs = 20_000
/** Nothing sent or received for so long. */
const silentMs = 60_000
const connections = 2_000

export interface Served {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Listening {
  readonly url: string
  /** Takes no more connections, waits a while for what is under way, then ends every connection. */
  close(graceMs?: number): Promise<void>
}

/** Codes: `listen.failed`. Port 0 takes any free one. */
export async function listen(app: Served, host: string, port: number): Promise<Result<Listening>> {
  const server = createAdaptorServer({
    fetch: app.fetch.bind(app) as never,
    serverOptions: { requestTimeout: requestMs, headersTimeout: headersMs, keepAliveTimeout: idleMs },
  })
  if ('maxConnections' in server) server.maxConnections = connections
  server.setTimeout(silentMs)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'something else listens there' : message
    return refused('listen.failed', `Port ${port} on ${host} cannot be opened: ${why}.`, { host, port })
  }
  const bound = (server.address() as AddressInfo).port
  const shown = host.includes(':') ? `[${host}]` : host
  return accepted({ url: `http://${shown}:${bound}`, close: graceMs => closed(server, graceMs ?? 0) })
}

function closed(server: ReturnType<typeof createAdaptorServer>, graceMs: number): Promise<void> {
  return new Promise(resolve => {
    const ended = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, graceMs)
    server.close(() => {
      clearTimeout(ended)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

/** `host:port`, `[::1]:port` or a port alone, which stays on this machine. Codes: `listen.unclear`. */
export function parseListen(text: string): Result<{ host: string; port: number }> {
  const match = /^(?:(\[[0-9a-f:.]+\]|[^:[\]\s]+):)?([0-9]{1,5})$/i.exec(text)
  const port = Number(match?.[2])
  if (!match || port > 65_535) {
    return refused(
      'listen.unclear',
      `${text} is no address to listen on; write host:port, such as 127.0.0.1:7380.`,
    )
  }
  return accepted({ host: match[1]?.replace(/^\[|\]$/g, '') ?? '127.0.0.1', port })
}
