// The HTTP half: every endpoint of the contract, the web app for all else, and what holds for each request.
import { fileURLToPath } from 'node:url'
import type { EndpointName } from '@equalizer/client/contract'
import { type Refusal, type Result, refused } from '@equalizer/core'
import { type Context, Hono } from 'hono'
import { openAccess } from '../auth/open-access.ts'
import type { Call, Desk, Handler } from '../desk.ts'
import { noRoom } from '../no-room.ts'
import { createAnswerCache } from './answer-cache.ts'
import type { Serve } from './asked.ts'
import { createEvents } from './events.ts'
import { handlers } from './handlers.ts'
import { hostAllowed } from './host-names.ts'
import { createMetrics } from './metrics.ts'
import { ownEndpoints } from './own-endpoints.ts'
import type { AppOptions, Env, Parts } from './parts.ts'
import { problemResponse } from './problem.ts'
import { openToAll, sendExport, sendTile } from './public-log.ts'
import { requestIdOf } from './request-id.ts'
import { logRequests } from './request-log.ts'
import { followRevisions } from './revisions.ts'
import { methodsOf, routes } from './routes.ts'
import { secure } from './security-headers.ts'
import { serveEndpoint } from './serve-endpoint.ts'
import { throttled } from './throttled-keys.ts'
import { fewAtOnce } from './uploads-at-once.ts'
import { createWebApp } from './web-app.ts'

export interface App {
  readonly hono: Hono<Env>
  /** Ends what is followed; requests under way go on. */
  close(): void
}

const builtApp = fileURLToPath(new URL('../../web/dist/app/', import.meta.url))

type AnyHandler = Handler<EndpointName>
const upload: EndpointName = 'POST /api/organizations/{organization}/uploads'

function called(desk: Desk, name: EndpointName): Serve {
  const handler = (handlers as Partial<Record<EndpointName, AnyHandler>>)[name]
  if (!handler) throw new Error(`nobody answers ${name}`)
  const serve: Serve = ({ caller, input, body, signal, headers }) =>
    handler({ desk, caller, input, body, signal, headers } as Call<EndpointName> as never)
  return name === upload ? fewAtOnce(serve) : serve
}

function refuse(c: Context<Env>, result: Result<never>): Response {
  const { refusal } = result as { refusal: Refusal }
  c.set('code', refusal.code)
  return problemResponse(refusal, c.get('requestId'))
}

function notServed(c: Context<Env>): Response {
  const { path } = c.req
  const methods = /^\/(api|log)\//.test(path) ? methodsOf(path) : [...methodsOf(path), 'GET']
  if (methods.length === 0) return refuse(c, refused('request.unknown', 'There is no such endpoint.'))
  const allow = [...new Set(methods)].join(', ')
  const answer = refuse(c, refused('request.wrong_method', `This address takes ${allow}.`, { allow }))
  answer.headers.set('allow', allow)
  return answer
}

function createParts(desk: Desk, options: AppOptions): Parts {
  const access = openAccess(desk.store.db, options.auth.library)
  const events = createEvents(desk.bell, access)
  return {
    ...options,
    desk,
    access,
    asking: throttled(access),
    events,
    metrics: createMetrics(desk, events.followers),
    revisions: followRevisions(desk.store.db, desk.bell),
    answers: createAnswerCache(),
  }
}

/** Asked through `hono.fetch`, or in process through `hono.request`. */
export function createApp(desk: Desk, options: AppOptions): App {
  const parts = createParts(desk, options)
  const own = ownEndpoints(parts) as Partial<Record<EndpointName, Serve>>
  const web = createWebApp(options.webRoot ?? builtApp)
  const app = new Hono<Env>()

  app.use(logRequests(desk.log, parts.metrics))
  app.use(async (c, next) => {
    c.set('requestId', requestIdOf(c.req.raw.headers))
    // The adapter builds the URL from the Host header.
    if (hostAllowed(new URL(c.req.url).hostname, options.host, options.proxy?.name)) await next()
    else
      c.res = refuse(
        c,
        refused('request.wrong_host', 'This server answers to the name it was started under.'),
      )
    secure(c.res.headers)
    if (c.req.path.startsWith('/log/')) openToAll(c.res.headers)
    c.res.headers.set('x-request-id', c.get('requestId'))
  })

  for (const route of routes) {
    const serve = own[route.name] ?? called(desk, route.name)
    app.on(route.method, route.pattern, c => {
      c.set('route', route.path)
      return serveEndpoint(parts, route, serve, c)
    })
  }
  app.get('/log/:organization/tile/*', async c => {
    c.set('route', '/log/{organization}/tile/')
    const { organization } = c.req.param()
    const path = new URL(c.req.url).pathname.slice(`/log/${organization}/`.length)
    const sent = await sendTile(desk.logs, c.req.raw, organization, path)
    return sent.ok ? sent.value : refuse(c, sent)
  })
  app.get('/log/:organization/export.tar', async c => {
    c.set('route', '/log/{organization}/export.tar')
    const sent = await sendExport(desk, c.req.raw, c.req.param('organization'))
    return sent.ok ? sent.value : refuse(c, sent)
  })
  app.all('/api/*', c => notServed(c))
  app.all('/log/*', c => notServed(c))
  app.get('*', c => {
    c.set('route', 'app')
    return web.answer(c.req.raw)
  })
  app.notFound(c => notServed(c))
  app.onError((error, c) => {
    const full = noRoom(error)
    if (full) return refuse(c, full)
    desk.log.error({ err: error, request: c.get('requestId') }, 'a request failed by a fault of ours')
    const reason = 'This failed by a fault of ours; the server’s log says more under the request’s id.'
    return refuse(c, refused('server.fault', reason))
  })
  return {
    hono: app,
    close() {
      parts.events.close()
      parts.revisions.close()
    },
  }
}
