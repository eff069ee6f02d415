// The typed client: one call per endpoint of the contract, over fetch, with refusals as values.
import type { z } from 'zod'
import type { Contract, EndpointName, Problem } from './contract/contract.ts'

export type {
  Board,
  BoardUnit,
  Change,
  Changed,
  CharterView,
  EndpointName,
  Found,
  Job,
  Key,
  ObservationRow,
  Organization,
  Party,
  Problem,
  Reading,
  Scope,
  Session,
  SourceState,
  Understanding,
  UnitView,
} from './contract/contract.ts'

type In<S> = S extends z.ZodType ? z.input<S> : unknown
type Part<Name extends EndpointName, Key extends string> = Contract[Name] extends {
  readonly [K in Key]: infer S
}
  ? S
  : undefined

/** What a call is given: path parameters and query together, and the body. */
export type Input<Name extends EndpointName> = In<Part<Name, 'params'>> & In<Part<Name, 'query'>>
export type Body<Name extends EndpointName> =
  Part<Name, 'body'> extends 'bytes' ? Blob | ArrayBuffer | Uint8Array<ArrayBuffer> : In<Part<Name, 'body'>>
export type Answer<Name extends EndpointName> =
  Part<Name, 'answer'> extends z.ZodType
    ? z.output<Part<Name, 'answer'>>
    : Part<Name, 'answer'> extends string
      ? string
      : undefined

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export interface ClientOptions {
  /** Where the server is; left out: where the page came from. */
  readonly origin?: string
  /** An API key. */
  readonly key?: string
  readonly fetch?: typeof fetch
}

export type CallOptions<Name extends EndpointName> = { readonly signal?: AbortSignal } & (Part<
  Name,
  'body'
> extends undefined
  ? { readonly body?: undefined }
  : { readonly body: Body<Name> })

/** No answer came: the server cannot be reached. `cause` is what fetch threw. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause })
    this.name = 'Unreachable'
  }
}

/** The address of an endpoint with its parameters filled in; what the path does not take goes into the query. */
export function addressOf<Name extends EndpointName>(name: Name, input: Input<Name>): string {
  const left = new Map(Object.entries((input ?? {}) as Record<string, unknown>))
  const path = name.slice(name.indexOf(' ') + 1).replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(left.get(key))
    left.delete(key)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [key, value] of left) if (value !== undefined) query.set(key, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

/** Why an answer that is not `ok` refuses. */
export async function problemIn(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => null)
  if (said !== null && typeof said === 'object' && 'code' in said) return said as Problem
  const reason = `The server answered ${response.status} without saying why.`
  return { code: 'server.unclear', reason, facts: { status: response.status }, request: '' }
}

function bodyOf(body: unknown): { body?: NonNullable<RequestInit['body']>; type?: string } {
  if (body === undefined) return {}
  if (body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body)) {
    return { body: body as NonNullable<RequestInit['body']>, type: 'application/octet-stream' }
  }
  return { body: JSON.stringify(body), type: 'application/json' }
}

/**
 * A function that calls an endpoint by its method and path. Refusals come back as values; it throws `Unreachable` where
 * no answer came, and the signal's reason when it was aborted.
 *
 * ```ts
 * const call = createClient({ origin: 'http://127.0.0.1:4700', key })
 * const board = await call('GET /api/organizations/{organization}/board', { organization: 'northwind' })
 * if (board.ok) console.log(board.value.headline)
 * ```
 */
export function createClient(options: ClientOptions = {}) {
  return async function call<Name extends EndpointName>(
    name: Name,
    input: Input<Name>,
    ...[given]: Part<Name, 'body'> extends undefined ? [CallOptions<Name>?] : [CallOptions<Name>]
  ): Promise<Answered<Answer<Name>>> {
    const { body, type } = bodyOf(given?.body)
    const headers = new Headers({ accept: 'application/json' })
    if (type) headers.set('content-type', type)
    if (options.key) headers.set('authorization', `Bearer ${options.key}`)
    let response: Response
    try {
      response = await (options.fetch ?? fetch)(`${options.origin ?? ''}${addressOf(name, input)}`, {
        method: name.slice(0, name.indexOf(' ')),
        headers,
        ...(body === undefined ? {} : { body }),
        ...(given?.signal ? { signal: given.signal } : {}),
      })
    } catch (cause) {
      given?.signal?.throwIfAborted()
      throw new Unreachable(cause)
    }
    if (!response.ok) return { ok: false, problem: await problemIn(response) }
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const value = response.status === 204 ? undefined : isJson ? await response.json() : await response.text()
    return { ok: true, value: value as Answer<Name> }
  }
}
