// The endpoints that HTTP answers itself: who asks, keys, the server's state, events.
import type { Body } from '@equalizer/client'
import { accepted, type Result, refused } from '@equalizer/core'
import { sql } from 'kysely'
import { listKeys, makeKey, revokeKey } from '../auth/key-handlers.ts'
import { enter, leave, sessionOf } from '../auth/session-handlers.ts'
import type { Who } from '../auth/who.ts'
import { linkFor } from '../door/member-link.ts'
import type { Asked, Serve } from './asked.ts'
import { openApiDocument } from './document.ts'
import type { ServedByHttp } from './handlers.ts'
import type { Parts } from './parts.ts'
import { publicLogEndpoints } from './public-log.ts'
import { createThrottle } from './throttle.ts'

function signedIn(asked: Asked): Who {
  if (asked.who === null) throw new Error('this endpoint is for who is signed in')
  return asked.who
}

function sessionEndpoints(parts: Parts) {
  const { desk, version, access, events } = parts
  const { library } = parts.auth
  const throttle = createThrottle()

  async function post(asked: Asked): Promise<Result<unknown>> {
    if (!throttle.allows(asked.address)) {
      return refused(
        'access.too_often',
        'Too many links that do not work came from there; try again in a minute.',
      )
    }
    const { token } = asked.body as Body<'POST /api/session'>
    const entered = await enter(library, access, token, asked.headers)
    if (entered.ok) return accepted(await sessionOf(desk, version, entered.value))
    throttle.failed(asked.address)
    return entered
  }

  async function remove(asked: Asked): Promise<Result<unknown>> {
    const { via } = signedIn(asked)
    if (via.kind === 'session') {
      await leave(library, asked.request, asked.headers)
      events.endOf(via.id)
    }
    return accepted(undefined)
  }

  return {
    'GET /api/session': async asked => accepted(await sessionOf(desk, version, asked.who)),
    'POST /api/session': post,
    'DELETE /api/session': remove,
  } satisfies Partial<Record<ServedByHttp, Serve>>
}

function keyEndpoints({ access, auth, events }: Parts) {
  const { library } = auth

  return {
    'GET /api/keys': asked => listKeys(library, signedIn(asked), asked.request),
    'POST /api/keys': asked =>
      makeKey(library, access, signedIn(asked), asked.request, asked.body as Body<'POST /api/keys'>),
    async 'DELETE /api/keys/{key}'(asked) {
      const key = String(asked.input.key)
      const revoked = await revokeKey(library, signedIn(asked), asked.request, key)
      if (revoked.ok) events.endOf(key)
      return revoked
    },
  } satisfies Partial<Record<ServedByHttp, Serve>>
}

/** Logs that are not gone on with, by code; which they are stands in the server's own log. */
async function attention({ logs }: Parts['desk']): Promise<string> {
  return [...(await logs.problems())].map(([code, count]) => `attention: ${code} (${count})\n`).join('')
}

async function health({ desk }: Parts): Promise<Result<string>> {
  try {
    await sql`select 1`.execute(desk.store.db)
    return accepted(`ok\n${await attention(desk)}`)
  } catch (error) {
    desk.log.error({ err: error }, 'the database does not answer')
    return refused('store.unavailable', 'The database does not answer.')
  }
}

export function ownEndpoints(parts: Parts): Record<ServedByHttp, Serve> {
  let document: Record<string, unknown> | null = null
  return {
    ...sessionEndpoints(parts),
    ...keyEndpoints(parts),
    ...publicLogEndpoints(parts),
    'GET /healthz': () => health(parts),
    'GET /metrics': async () => accepted(await parts.metrics.text()),
    async 'GET /api/openapi.json'() {
      document ??= openApiDocument(parts.version)
      return accepted(document)
    },
    'GET /api/organizations/{organization}/events': async asked => parts.events.follow(asked),
    'POST /api/organizations/{organization}/members/{person}/link': ({ input }) =>
      linkFor(parts.desk, parts.auth, String(input.organization), String(input.person)),
  }
}
