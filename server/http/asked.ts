// One request to one endpoint, as those who answer it see it.
import type { Endpoint, EndpointName } from '@equalizer/client/contract'
import type { Result } from '@equalizer/core'
import type { Who } from '../auth/who.ts'
import type { Caller } from '../desk.ts'

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
