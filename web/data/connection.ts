// Whether the server answers, and whether the session still holds: learned from the calls that are made anyway.
import { createValue } from './value.ts'

export type Connection = 'up' | 'down'

export const connection = createValue<Connection>('up')
/** True once the server said that nobody is signed in any more. */
export const sessionEnded = createValue(false)

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('application/json') === true

/** Fetch, with what its outcome tells about the connection noted down. */
export const watchedFetch: typeof fetch = async (input, init) => {
  let response: Response
  try {
    response = await fetch(input, init)
  } catch (cause) {
    if (!init?.signal?.aborted) connection.set('down')
    throw cause
  }
  // A proxy answers for a server that is down.
  const byProxy = response.status >= 502 && response.status <= 504 && !isJson(response)
  connection.set(byProxy ? 'down' : 'up')
  if (response.status === 401 && !String(input).endsWith('/api/session')) sessionEnded.set(true)
  return response
}

/** Asks whether anybody is there, for what `connection` learns from it. */
export async function knock(): Promise<void> {
  await watchedFetch('/healthz', { cache: 'no-store' }).catch(() => undefined)
}
