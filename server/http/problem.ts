// A refusal as an HTTP answer: code, reason, facts, and the id by which the log knows the request.
import type { Problem } from '@equalizer/client/contract'
import type { Refusal } from '@equalizer/core'
import { statusOf } from './refusal-status.ts'

/** How long to wait before asking again, where the status means just that. */
const retryAfterS: Readonly<Record<number, string>> = { 429: '10', 503: '5' }

/** Where the refusal itself knows. */
function waitOf({ facts }: Refusal): string | null {
  return typeof facts.waitSeconds === 'number' ? String(facts.waitSeconds) : null
}

export function problemOf(refusal: Refusal, request: string): Problem {
  const facts: Problem['facts'] = {}
  for (const [name, fact] of Object.entries(refusal.facts)) {
    facts[name] = typeof fact === 'bigint' ? fact.toString() : fact
  }
  return { code: refusal.code, reason: refusal.reason, facts, request }
}

/** `headers` are those that the answer has besides. */
export function problemResponse(refusal: Refusal, request: string, headers = new Headers()): Response {
  const status = statusOf(refusal.code)
  headers.set('content-type', 'application/json; charset=utf-8')
  headers.set('cache-control', 'no-store')
  const wait = waitOf(refusal) ?? retryAfterS[status]
  if (wait && !headers.has('retry-after')) headers.set('retry-after', wait)
  // RFC 9110, section 11.6.1: a 401 says how to sign in.
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  return new Response(`${JSON.stringify(problemOf(refusal, request))}\n`, { status, headers })
}
