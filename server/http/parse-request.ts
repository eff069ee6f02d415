// Parses path, query and body by the contract; a refusal names the field.
import type { Endpoint } from '@equalizer/client/contract'
import { accepted, type Result, refused } from '@equalizer/core'
import type { z } from 'zod'
import { plain } from './plain-text.ts'
import { readJson, readStream } from './read-body.ts'

type Place = 'path' | 'query' | 'body'

function invalid(place: Place, error: z.ZodError): Result<never> {
  const issue = error.issues[0]
  const field = [place, ...(issue?.path ?? []).map(String)].join('.')
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : null
  const reason = unknown
    ? `${field} takes no ${unknown}.`
    : `${field} is not as expected: ${issue?.message ?? 'invalid'}.`
  return refused('request.invalid', reason.slice(0, 500), {
    field: field.slice(0, 200),
    problems: error.issues.length,
  })
}

function parsed(place: Place, schema: z.ZodType, value: unknown): Result<unknown> {
  const text = plain(place, value)
  if (!text.ok) return text
  const read = schema.safeParse(value)
  return read.success ? accepted(read.data) : invalid(place, read.error)
}

/** Codes: `request.invalid`. A parameter given twice is refused, and so is one that the endpoint does not have. */
export function parseQuery(endpoint: Endpoint, query: URLSearchParams): Result<object> {
  const given: Record<string, string> = Object.create(null)
  for (const [name, value] of query) {
    if (name in given) {
      return refused('request.invalid', 'A query parameter is given once.', {
        field: `query.${name.slice(0, 100)}`,
      })
    }
    given[name] = value
  }
  if (!endpoint.query) return accepted({})
  return parsed('query', endpoint.query, { ...given }) as Result<object>
}

/** Codes: `request.invalid`. */
export function parsePath(endpoint: Endpoint, path: Readonly<Record<string, string>>): Result<object> {
  return endpoint.params ? (parsed('path', endpoint.params, path) as Result<object>) : accepted({})
}

/** Codes: those of `readJson`, `readStream`, and `request.invalid`. */
export async function parseBody(endpoint: Endpoint, request: Request): Promise<Result<unknown>> {
  if (endpoint.body === undefined) return accepted({})
  if (endpoint.body === 'bytes') return readStream(request)
  const read = await readJson(request)
  return read.ok ? parsed('body', endpoint.body, read.value) : read
}
