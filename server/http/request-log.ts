// One line in the log and one observation in the figures for each request. Never a query, a cookie, a key or a body.
import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'
import type { Env } from './parts.ts'

/** Asked for again and again by machines: of no use among what people did. */
const quiet = new Set(['/healthz', '/metrics', 'app'])

export function logRequests(log: Logger, metrics: Metrics): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = performance.now()
    await next()
    const ms = performance.now() - began
    const { status, headers } = c.res
    const route = c.get('route') ?? 'none'
    metrics.request(c.req.method, route, status, ms / 1_000)
    const length = headers.get('content-length')
    const line = {
      request: c.get('requestId'),
      method: c.req.method,
      route,
      status,
      ms: Math.round(ms * 10) / 10,
      bytes: length === null ? null : Number(length),
      organization: c.get('organization') ?? null,
      ...(c.get('code') ? { code: c.get('code') } : {}),
    }
    if (quiet.has(route) && status < 500) log.debug(line, 'request')
    else log.info(line, 'request')
  }
}
