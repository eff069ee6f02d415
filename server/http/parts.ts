// What the HTTP half is given besides the desk, and what it knows about one request.
import type { Endpoint, EndpointName } from '@equalizer/client/contract'
import type { Result } from '@equalizer/core'
import type { Access, Asking } from '../auth/access.ts'
import type { Auth } from '../auth/link.ts'
import type { Who } from '../auth/who.ts'
import type { Caller, Desk } from '../desk.ts'
import type { AnswerCache } from './answer-cache.ts'
import type { Events } from './events.ts'
import type { Metrics } from './metrics.ts'
import type { Revisions } from './revisions.ts'

export interface AppOptions {
  /** The name or address that the server is bound to; requests for other names are refused. */
  readonly host: string
  readonly auth: Auth
  readonly version: string
  /** The built web app; left out: where the build puts it. */
  readonly webRoot?: string
  /** In tests: an answer that its schema does not know is a fault. */
  readonly checkAnswers?: boolean
}

export interface Parts extends AppOptions {
  readonly desk: Desk
  readonly access: Access
  /** Who asks, slowed down for addresses that try keys. */
  asking(headers: Headers, address: string): Promise<Result<Asking>>
  readonly events: Events
  readonly metrics: Metrics
  readonly revisions: Revisions
  readonly answers: AnswerCache
}

/** One request to an endpoint, after everything about it is settled. */
export interface Asked {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  readonly request: Request
  readonly requestId: string
  readonly who: Who | null
  readonly caller: Caller
  readonly input: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal
  readonly headers: Headers
  /** Cuts the connection, in the middle of an answer too. */
  readonly drop: () => void
  /** For throttling; not to be trusted for anything else. */
  readonly address: string
}

/** Any handler, once its own input type no longer matters. */
export type Serve = (asked: Asked) => Promise<Result<unknown> | Response>

/** What hono keeps with a request. */
export interface Env {
  Variables: {
    requestId: string
    route: string
    organization: string | null
    code: string | null
  }
}
