// The HTTP half: every endpoint of the contract, the web app for all else, and what holds for each request.
import type { EndpointName } from '@equalizer/client/contract'
import { type Refusal, refused } from '@equalizer/core'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { openAccess } from '../auth/open-access.ts'
import type { Call, Desk, Handler } from '../desk.ts'
import { handlers } from './handlers.ts'
import { hostAllowed } from './host-names.ts'
import { ownEndpoints } from './own-endpoints.ts'
import type { AppOptions, Asked, Env, Parts, Serve } from './parts.ts'
import { problemResponse } from './problem.ts'
import { requestIdOf } from './request-id.ts'
import { routes } from './routes.ts'
import { secure } from './security-headers.ts'
import { serveEndpoint } from './serve-endpoint.ts'

type AnyHandler = Handler<EndpointName>

function called(desk: Desk, handler: AnyHandler): Serve {
  return ({ caller, input, body, request, headers }: Asked) =>
    handler({ desk, caller, input, body, signal: request.signal, headers } as Call<EndpointName> as never)
}

function refuse(c: Context<Env>, result: ReturnType<typeof refused>): Response {
  const { refusal } = result as { refusal: Refusal }
  c.set('code', refusal.code)
  return problemResponse(refusal, c.get('requestId'))
}

export function createApp(desk: Desk, options: AppOptions): OpenAPIHono<Env> {
  const parts: Parts = { ...options, desk, access: openAccess(desk.store.db, options.auth.library) }
  const own = ownEndpoints(parts, options.auth.library) as Partial<Record<EndpointName, Serve>>
  const app = new OpenAPIHono<Env>()

  app.use(async (c, next) => {
    c.set('requestId', requestIdOf(c.req.raw.headers))
    // The adapter builds the URL from the Host header.
    if (hostAllowed(new URL(c.req.url).hostname, options.host)) await next()
    else {
      const reason = 'This server answers to the name it was started under.'
      c.res = refuse(c, refused('request.wrong_host', reason))
    }
    secure(c.res.headers)
    c.res.headers.set('x-request-id', c.get('requestId'))
  })

  for (const route of routes) {
    const handler = (handlers as Partial<Record<EndpointName, AnyHandler>>)[route.name]
    const serve = handler ? called(desk, handler) : own[route.name]
    app.on(route.method, route.pattern, c => serveEndpoint(parts, route, serve, c))
  }

  app.all('/api/*', c => refuse(c, refused('request.unknown', 'There is no such endpoint.')))
  app.onError((error, c) => {
    desk.log.error({ err: error, request: c.get('requestId') }, 'a request failed by a fault of ours')
    const reason = 'This failed by a fault of ours; the server’s log says more under the request’s id.'
    return refuse(c, refused('server.fault', reason))
  })
  return app
}
