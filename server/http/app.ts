// The routes: two report pages, their JSON, a health check, and a page for everything else.
import type { Refusal } from '@equalizer/core'
import { renderProblem } from '@equalizer/web'
import { type Context, Hono } from 'hono'
import { type Desk, type Document, paths, type Slot } from '../desk.ts'
import { policyOf, securityHeaders } from './headers.ts'
import { hostAllowed } from './host-names.ts'

const html = 'text/html; charset=utf-8'
const json = 'application/json; charset=utf-8'
type Problem = Parameters<typeof renderProblem>[0]
type ProblemStatus = 404 | 405 | 421 | 503

function problemPage(c: Context, status: ProblemStatus, problem: Problem): Response {
  const body = renderProblem(problem)
  return c.body(body, status, { 'content-type': html, ...securityHeaders(policyOf(body)) })
}

/** A document, or 304 when the browser holds this very one (RFC 9110, section 13.1.2). */
function send(c: Context, document: Document, type: string, policy: string): Response {
  const headers = { ...securityHeaders(policy), etag: document.etag }
  const held = (c.req.header('if-none-match') ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  if (held.includes(document.etag) || held.includes('*')) return c.body(null, 304, headers)
  return c.body(document.body, 200, { ...headers, 'content-type': type })
}

export const measuringPage: Problem = {
  title: 'Still measuring',
  sentence: 'The evidence is being read; a long history takes a minute.',
  hint: 'Reload this page when the terminal says that it is done.',
}

const retry = { 'retry-after': '2' }

function page(c: Context, slot: Slot, elsewhere: string): Response {
  if (slot.state === 'measured') return send(c, slot.page, html, policyOf(slot.page.body))
  const problem =
    slot.state === 'measuring'
      ? measuringPage
      : { title: 'There is no report here', sentence: slot.refusal.reason, hint: elsewhere }
  const answer = problemPage(c, 503, problem)
  if (slot.state === 'measuring') answer.headers.set('retry-after', retry['retry-after'])
  return answer
}

function data(c: Context, slot: Slot): Response {
  const policy = "default-src 'none'"
  if (slot.state === 'measured') return send(c, slot.json, json, policy)
  const refusal: Refusal =
    slot.state === 'missing'
      ? slot.refusal
      : { code: 'server.measuring', reason: measuringPage.sentence, facts: {} }
  const body = JSON.stringify(refusal, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
  const headers = slot.state === 'measuring' ? retry : {}
  return c.body(`${body}\n`, 503, { 'content-type': json, ...securityHeaders(policy), ...headers })
}

/**
 * Answers GET and HEAD. `host` is the name or address the server is bound to; requests for other names get 421. Pure of
 * listening: tests go through `app.request()`.
 */
export function createApp(desk: Readonly<Desk>, host: string): Hono {
  const app = new Hono()

  app.use(async (c, next) => {
    // The adapter builds the URL from the Host header.
    if (!hostAllowed(new URL(c.req.url).hostname, host)) {
      const sentence = 'This server answers to the name it was started under.'
      return problemPage(c, 421, {
        title: 'Wrong address',
        sentence,
        hint: 'Use the address that npm start printed.',
      })
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const sentence = `${c.req.method} changes nothing here: the report can only be read.`
      const answer = problemPage(c, 405, { title: 'Read only', sentence, hint: 'Use GET.' })
      answer.headers.set('allow', 'GET, HEAD')
      return answer
    }
    return next()
  })

  app.get(paths.own, c => page(c, desk.own, `The simulated organization is at ${paths.simulated}.`))
  app.get(paths.simulated, c => page(c, desk.simulated, `The other report is at ${paths.own}.`))
  app.get('/report.json', c => data(c, desk.own))
  app.get(`${paths.simulated}/report.json`, c => data(c, desk.simulated))
  app.get('/healthz', c =>
    c.body('ok\n', 200, {
      'content-type': 'text/plain; charset=utf-8',
      ...securityHeaders("default-src 'none'"),
    }),
  )
  app.notFound(c =>
    problemPage(c, 404, {
      title: 'There is nothing here',
      sentence: 'This address belongs to no page.',
      hint: `The report is at ${paths.own}, the simulated organization at ${paths.simulated}.`,
    }),
  )
  app.onError((error, c) => {
    // No page here: it may be the page that cannot be made.
    console.error(error)
    const headers = { 'content-type': 'text/plain; charset=utf-8', ...securityHeaders("default-src 'none'") }
    return c.body('This page could not be made; the terminal shows why.\n', 500, headers)
  })
  return app
}
