// What one endpoint declares: everything that the server checks, the document describes and the client is typed by.
import type { z } from 'zod'

/**
 * What a caller must be allowed to: `anyone` needs no sign-in; `signed-in` any session or key; the others a role or an
 * API key's scope in the organization of the path. `read` sees, `act` sends
 * commands through the door, where the rules say what comes of it, `evidence` adds and removes evidence, `manage` changes
 * the charter, people, members and settings; `server` creates organizations and reads the server's own figures.
 */
export type Needs = 'anyone' | 'signed-in' | 'read' | 'act' | 'evidence' | 'manage' | 'server'

export const scopes = ['read', 'act', 'evidence', 'manage', 'server'] as const
export type Scope = (typeof scopes)[number]

export interface Endpoint {
  /** One line, imperative: what it does. */
  readonly summary: string
  readonly tag: string
  readonly needs: Needs
  /** Path parameters; every `{name}` of the path has one. */
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** JSON body; `'bytes'`: the raw file, streamed. */
  readonly body?: z.ZodType | 'bytes'
  /** The one status of success. */
  readonly status?: 200 | 201 | 202 | 204
  /** JSON answer; a media type for anything else; left out: no content. */
  readonly answer?: z.ZodType | 'text/event-stream' | 'text/csv' | 'text/plain'
  /** The JSON of the answer is written piece by piece: it may be longer than memory. */
  readonly streamed?: true
  /** Codes of refusals that this endpoint adds to the common ones. */
  readonly refuses?: readonly string[]
}

export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared
}
