// Keeps the board's answers as bytes, by organization, revision, day and address: a thousand readers cost one making.
import type { EndpointName } from '@equalizer/client/contract'
import { accepted, type Result } from '@equalizer/core'
import type { Body } from './answer.ts'

/** What depends on nothing but the organization's revision and the day. */
const kept: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'GET /api/organizations/{organization}/board',
  'GET /api/organizations/{organization}/days',
  'GET /api/organizations/{organization}/report',
  'GET /api/organizations/{organization}/units/{unit}',
])

export const isKept = (name: EndpointName): boolean => kept.has(name)

export interface AnswerCache {
  /** The kept answer, or a new one; the same one asked for twice at a time is made once. Refusals are not kept. */
  get(key: string, make: () => Promise<Result<Body>>): Promise<Result<Body>>
}

interface Entry {
  readonly body: Body
  readonly bytes: number
}

/** Least recently used goes first. */
export function createAnswerCache(maxBytes = 64 * 1_024 * 1_024): AnswerCache {
  const entries = new Map<string, Entry>()
  const making = new Map<string, Promise<Result<Body>>>()
  let bytes = 0

  function keep(key: string, body: Body): void {
    // Packed, it takes about a quarter more.
    const entry = { body, bytes: Math.ceil(body.plain.byteLength * 1.25) + key.length + 200 }
    if (entry.bytes > maxBytes / 4) return
    entries.set(key, entry)
    bytes += entry.bytes
    for (const [oldest, { bytes: freed }] of entries) {
      if (bytes <= maxBytes) break
      entries.delete(oldest)
      bytes -= freed
    }
  }

  async function made(key: string, make: () => Promise<Result<Body>>): Promise<Result<Body>> {
    try {
      const result = await make()
      if (result.ok) keep(key, result.value)
      return result
    } finally {
      making.delete(key)
    }
  }

  return {
    get(key, make) {
      const held = entries.get(key)
      if (held) {
        entries.delete(key)
        entries.set(key, held)
        return Promise.resolve(accepted(held.body))
      }
      const under = making.get(key)
      if (under) return under
      const promise = made(key, make)
      making.set(key, promise)
      return promise
    },
  }
}
