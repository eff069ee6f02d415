// Guards against requests that another site makes a browser send (CSRF): whoever changes something with a cookie must be
// this very page. Keys in `Authorization` are exempt, since no browser adds them by itself.
import { accepted, type Result, refused } from '@equalizer/core'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * By Fetch Metadata where the browser sends it, else by `Origin` (RFC 6454). A request with neither comes from no
 * browser; it is let through only without a cookie. Codes: `access.cross_site`.
 */
export function sameSite(request: Request): Result<null> {
  if (safe.has(request.method) || request.headers.has('authorization')) return accepted(null)
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const own = origin === null ? null : sameHost(origin, request)
  const passes =
    own !== false &&
    (site === null || site === 'same-origin') &&
    (own || site || !request.headers.has('cookie'))
  if (passes) return accepted(null)
  return refused('access.cross_site', 'A change comes from this server’s own page, or with a key.')
}

/** The scheme is left out: a proxy in front may end TLS. */
function sameHost(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host
}
