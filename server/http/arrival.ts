// Where a request came from and how: by the connection, or by what a trusted proxy in front says of it.
import { isIP } from 'node:net'

/** A proxy with TLS stands in front, its headers are believed; `name`: what it is reached by, where that was said. */
export interface ProxyInFront {
  readonly name: string | null
}

export interface Arrival {
  /** What is slowed down when it guesses. */
  readonly address: string
  /** By https, so that its cookies need never travel otherwise. */
  readonly secure: boolean
}

/** What the proxy itself added stands last; what is before it anybody can have written. */
const lastOf = (header: string | null): string | null => header?.split(',').at(-1)?.trim() ?? null

/** `remote`: the other end of the connection; left out: asked in process. */
export function arrivalOf(headers: Headers, remote: string | undefined, proxy: ProxyInFront | null): Arrival {
  const address = remote ?? 'here'
  if (proxy === null) return { address, secure: false }
  const caller = lastOf(headers.get('x-forwarded-for'))
  return {
    address: caller !== null && isIP(caller) !== 0 ? caller : address,
    secure: lastOf(headers.get('x-forwarded-proto'))?.toLowerCase() === 'https',
  }
}

/** Marks every cookie of an answer as one for https alone. */
export function secureCookies(headers: Headers): void {
  const cookies = headers.getSetCookie()
  headers.delete('set-cookie')
  for (const cookie of cookies) headers.append('set-cookie', `${cookie}; Secure`)
}
