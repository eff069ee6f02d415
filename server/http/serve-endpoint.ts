// One request to one endpoint: who asks, may they, what do they bring, then the handler, then the answer.
import type { Scope } from '@equalizer/client/contract'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Context } from 'hono'
import { settle, signIn } from '../auth/access.ts'
import type { Who } from '../auth/who.ts'
import type { Caller } from '../desk.ts'
import { bodyOf, send, sendText } from './answer.ts'
import { checkAnswer } from './check-answer.ts'
import { sameSite } from './cross-site.ts'
import { parseBody, parsePath, parseQuery } from './parse-request.ts'
import type { Asked, Env, Parts, Serve } from './parts.ts'
import { problemResponse } from './problem.ts'
import { BodyRefused } from './read-body.ts'
import type { Route } from './routes.ts'

function callerOf(who: Who | null, scopes: ReadonlySet<Scope>): Caller {
  return { user: who?.user ?? null, scopes, by: who?.by ?? 'nobody' }
}

/** Everything about a request that can be refused before its body is touched, then the body. */
async function prepare(parts: Parts, route: Route, c: Context<Env>): Promise<Result<Asked>> {
  const { endpoint, name } = route
  const request = c.req.raw
  const own = sameSite(request)
  if (!own.ok) return own
  const asking = await parts.access.whoAsks(request.headers)
  if (!asking.ok) return asking
  const { who, cookies } = asking.value
  if (who === null && endpoint.needs !== 'anyone') return signIn()
  const path = parsePath(endpoint, c.req.param())
  if (!path.ok) return path
  const organization = route.inOrganization ? (path.value as { organization: string }).organization : null
  c.set('organization', organization)
  const scopes = await settle(parts.access, who, endpoint.needs, organization)
  if (!scopes.ok) return scopes
  const query = parseQuery(endpoint, new URL(request.url).searchParams)
  if (!query.ok) return query
  const body = await parseBody(endpoint, request)
  if (!body.ok) return body
  return accepted({
    name,
    endpoint,
    request,
    requestId: c.get('requestId'),
    who,
    caller: callerOf(who, scopes.value),
    input: { ...path.value, ...query.value },
    body: body.value,
    headers: new Headers(cookies.map(cookie => ['set-cookie', cookie])),
    address: addressOf(c),
  })
}

function addressOf(c: Context<Env>): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? 'here'
}

async function answer(parts: Parts, asked: Asked, result: Result<unknown> | Response): Promise<Response> {
  if (result instanceof Response) return result
  const { endpoint, headers, request, requestId } = asked
  if (!result.ok) return problemResponse(result.refusal, requestId, headers)
  const status = endpoint.status ?? 200
  if (endpoint.answer === undefined) return new Response(null, { status, headers })
  if (typeof endpoint.answer === 'string') {
    return sendText(result.value as string | AsyncIterable<string>, endpoint.answer, headers)
  }
  if (parts.checkAnswers) checkAnswer(asked.name, endpoint.answer, result.value)
  return send(request, bodyOf(result.value), status, headers)
}

/** A fault is thrown on; the app answers it. */
export async function serveEndpoint(
  parts: Parts,
  route: Route,
  serve: Serve | undefined,
  c: Context<Env>,
): Promise<Response> {
  const asked = await prepare(parts, route, c)
  const refuse = (result: Result<never>) => {
    if (result.ok) throw new Error('a refusal was expected')
    c.set('code', result.refusal.code)
    return problemResponse(result.refusal, c.get('requestId'))
  }
  if (!asked.ok) return refuse(asked)
  if (!serve) return refuse(refused('server.not_built', 'This is not built yet.'))
  try {
    const result = await serve(asked.value)
    if (route.method !== 'GET') parts.access.forget()
    if (!(result instanceof Response) && !result.ok) c.set('code', result.refusal.code)
    return await answer(parts, asked.value, result)
  } catch (error) {
    if (error instanceof BodyRefused) return refuse(error.refused)
    throw error
  }
}
