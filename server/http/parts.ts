// What the HTTP half is given besides the desk, and what it makes of that for every request.
import type { Result } from '@equalizer/core'
import type { Access, Asking } from '../auth/access.ts'
import type { Auth } from '../auth/link.ts'
import type { Desk } from '../desk.ts'
import type { AnswerCache } from './answer-cache.ts'
import type { ProxyInFront } from './arrival.ts'
import type { Events } from './events.ts'
import type { Metrics } from './metrics.ts'
import type { Revisions } from './revisions.ts'

export interface AppOptions {
  /** The name or address that the server is bound to; requests for other names are refused. */
  readonly host: string
  readonly auth: Auth
  /** Left out: none stands in front, and whatever says so is not believed. */
  readonly proxy?: ProxyInFront | null
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

/** What hono keeps with a request. */
export interface Env {
  Variables: {
    requestId: string
    route: string
    organization: string | null
    code: string | null
  }
}
