// One request to one endpoint: who asks, may they, what do they bring, then the handler, then the answer.
import type { Scope } from '@equalizer/client/contract'
import { accepted, type Refusal, type Result, refused } from '@equalizer/core'
import type { Context } from 'hono'
import { settle, signIn } from '../auth/access.ts'
import type { Who } from '../auth/who.ts'
import type { Caller } from '../desk.ts'
import { type Body, bodyOf, send, sendText } from './answer.ts'
import { isKept } from './answer-cache.ts'
import { type Arrival, arrivalOf, secureCookies } from './arrival.ts'
import type { Asked, Serve } from './asked.ts'
import { checkAnswer } from './check-answer.ts'
import { sameSite } from './cross-site.ts'
import { parseBody, parsePath, parseQuery } from './parse-request.ts'
import type { Env, Parts } from './parts.ts'
import { problemResponse } from './problem.ts'
import { BodyRefused } from './read-body.ts'
import type { Route } from './routes.ts'

function callerOf(who: Who | null, scopes: ReadonlySet<Scope>): Caller {
  const caller = { user: who?.user ?? null, scopes, by: who?.by ?? 'nobody' }
  return who?.only ? { ...caller, only: who.only } : caller
}

/** What the adapter knows of the connection; nothing, when asked in process. */
interface Connection {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
  readonly outgoing?: { destroy(): unknown }
}

/** Everything about a request that can be refused: first what costs nothing, last its body. */
async function prepare(
  parts: Parts,
  route: Route,
  c: Context<Env>,
  { address }: Arrival,
): Promise<Result<Asked>> {
  const { endpoint, name } = route
  const request = c.req.raw
  const { outgoing } = (c.env ?? {}) as Connection
  const own = sameSite(request)
  if (!own.ok) return own
  const asking = await parts.asking(request.headers, address)
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
    signal: request.signal,
    headers: new Headers(cookies.map(cookie => ['set-cookie', cookie])),
    drop: () => void outgoing?.destroy(),
    address,
  })
}

function packed(parts: Parts, asked: Asked, result: Result<unknown>): Result<Body> {
  if (!result.ok) return result
  const { answer } = asked.endpoint
  if (parts.checkAnswers && answer && typeof answer !== 'string')
    checkAnswer(asked.name, answer, result.value)
  return accepted(bodyOf(result.value))
}

/** From the cache, where what is asked depends on the organization's revision and the day alone. */
async function kept(parts: Parts, asked: Asked, serve: Serve): Promise<Result<Body>> {
  const revision = await parts.revisions.of(String(asked.input.organization))
  const key = JSON.stringify([asked.name, asked.input, revision, parts.desk.clock.today()])
  return parts.answers.get(key, async () => {
    // Made for whoever else waits for it too: it does not end when the first who asked goes away.
    const signal = new AbortController().signal
    const result = await serve({ ...asked, signal })
    if (result instanceof Response) throw new Error(`${asked.name} is kept and answers a response`)
    return packed(parts, asked, result)
  })
}

async function answer(parts: Parts, asked: Asked, serve: Serve): Promise<Result<Response>> {
  const { endpoint, headers, request } = asked
  const status = endpoint.status ?? 200
  if (isKept(asked.name)) {
    const body = await kept(parts, asked, serve)
    return body.ok ? accepted(await send(request, body.value, status, headers)) : body
  }
  const result = await serve(asked)
  if (result instanceof Response) return accepted(result)
  if (!result.ok) return result
  if (endpoint.answer === undefined) return accepted(new Response(null, { status, headers }))
  const type = endpoint.streamed ? 'application/json' : endpoint.answer
  if (typeof type === 'string') {
    return accepted(
      sendText(result.value as string | AsyncIterable<string>, type, headers, error => {
        parts.desk.log.error(
          { err: error, request: asked.requestId },
          'an answer broke off by a fault of ours',
        )
        asked.drop()
      }),
    )
  }
  const body = packed(parts, asked, result)
  return body.ok ? accepted(await send(request, body.value, status, headers)) : body
}

async function answered(parts: Parts, route: Route, serve: Serve, c: Context<Env>, arrival: Arrival) {
  try {
    const asked = await prepare(parts, route, c, arrival)
    if (!asked.ok) return asked
    return await answer(parts, asked.value, serve)
  } catch (error) {
    if (error instanceof BodyRefused) return error.refused
    // Whoever asked went away in the middle: no fault of ours, and nobody to tell.
    if (c.req.raw.signal.aborted) return refused('request.abandoned', 'Whoever asked went away.')
    const organization = c.get('organization')
    if (organization && (await isGone(parts, organization))) return gone(organization)
    throw error
  } finally {
    // A change may be one of memberships, sessions or keys; readers after it must not see what was before.
    if (route.method !== 'GET') {
      parts.access.forget()
      parts.revisions.forget()
    }
  }
}

const gone = (organization: string) =>
  refused('organization.unknown', 'This organization was removed meanwhile.', { organization })

/** Whoever removes an organization takes the ground from under what is just being done in it. */
async function isGone({ desk }: Parts, organization: string): Promise<boolean> {
  const found = await desk.store.db
    .selectFrom('organizations')
    .select('origin')
    .where('organization_id', '=', organization)
    .executeTakeFirst()
    .catch(() => null)
  return found === undefined || found?.origin === 'removing'
}

/** A fault is thrown on; the app answers it. */
export async function serveEndpoint(
  parts: Parts,
  route: Route,
  serve: Serve,
  c: Context<Env>,
): Promise<Response> {
  const { incoming } = (c.env ?? {}) as Connection
  const arrival = arrivalOf(c.req.raw.headers, incoming?.socket?.remoteAddress, parts.proxy ?? null)
  const result = await answered(parts, route, serve, c, arrival)
  if (result.ok) {
    if (arrival.secure) secureCookies(result.value.headers)
    return result.value
  }
  const { refusal } = result as { refusal: Refusal }
  c.set('code', refusal.code)
  return problemResponse(refusal, c.get('requestId'))
}
