// Binds the address, and says in one sentence why it cannot be bound.
import type { AddressInfo } from 'node:net'
import { accepted, type Result, refused } from '@equalizer/core'
import { createAdaptorServer, type ServerType } from '@hono/node-server'

/** Headers must be here by then (slowloris). */
const headersMs = 15_000
/** A whole request, a large file on a slow line included. */
const requestMs = 6 * 3_600_000
const idleMs = 20_000
/** Nothing sent or received; events are kept alive more often than that. */
const silentMs = 120_000
const connections = 10_000

interface Served {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Listening {
  readonly url: string
  /** Takes no more connections, waits a while for what is under way, then ends every connection. */
  close(graceMs?: number): Promise<void>
}

function reasonOf(error: NodeJS.ErrnoException, host: string, port: number): string {
  const other = port >= 1_024 && port < 65_535 ? port + 1 : 4_700
  const instead = `take another with: npm start -- --port ${other}`
  if (error.code === 'EADDRINUSE') {
    return `port ${port} is taken on ${host}; stop what listens there, or ${instead}`
  }
  if (error.code === 'EACCES') return `port ${port} needs rights that this user does not have; ${instead}`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `${host} is no address of this machine; leave --host out, or name one that is.`
  }
  return `port ${port} on ${host} cannot be opened: ${error.message}`
}

function guard(server: ServerType): void {
  if (!('headersTimeout' in server)) return
  server.headersTimeout = headersMs
  server.keepAliveTimeout = idleMs
  server.maxConnections = connections
  server.setTimeout(silentMs)
}

/** Codes: `server.cannot_listen`. Port 0 takes any free one. */
export async function listen(app: Served, host: string, port: number): Promise<Result<Listening>> {
  const server = createAdaptorServer({
    fetch: app.fetch.bind(app) as never,
    serverOptions: { requestTimeout: requestMs },
  })
  guard(server)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (error) {
    return refused('server.cannot_listen', reasonOf(error as NodeJS.ErrnoException, host, port), {
      host,
      port,
    })
  }
  const bound = (server.address() as AddressInfo).port
  const shown = host.includes(':') ? `[${host}]` : host
  return accepted({ url: `http://${shown}:${bound}`, close: (graceMs = 0) => closed(server, graceMs) })
}

function closed(server: ServerType, graceMs: number): Promise<void> {
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
