// Which Host names a request may carry: a page elsewhere must not reach this server under a name of its own.
import { isIP } from 'node:net'

/** Without the brackets of an IPv6 literal, lower case, without the root's dot. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

export function isLoopback(host: string): boolean {
  const name = bare(host)
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}

/**
 * Guards against DNS rebinding: a name that an attacker resolves to 127.0.0.1 is refused, since only loopback names and
 * the host that was asked for are known. A server opened to the network also answers to plain addresses, which no
 * attacker's DNS can hand out. `named`: what a proxy in front is reached by.
 */
export function hostAllowed(host: string, bound: string, named: string | null = null): boolean {
  if (isLoopback(host) || (named !== null && bare(host) === bare(named))) return true
  return !isLoopback(bound) && (bare(host) === bare(bound) || isIP(bare(host)) !== 0)
}
