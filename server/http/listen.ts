// Binds the address, and says in one sentence why it cannot be bound.
import type { AddressInfo } from 'node:net'
import { accepted, type Result, refused } from '@equalizer/core'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  readonly url: string
  /** Ends open connections too, so that the process can end. */
  close(): Promise<void>
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

/** Codes: `server.cannot_listen`. Port 0 takes any free one. */
export async function listen(app: Hono, host: string, port: number): Promise<Result<Listening>> {
  const server = createAdaptorServer({ fetch: app.fetch })
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
  return accepted({ url: `http://${shown}:${bound}`, close: () => closed(server) })
}

function closed(server: ServerType): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
