// Whether the server answers, and whether the session still holds: learned from the calls that are made anyway.
import { createValue } from './value.ts'

export type Connection = 'up' | 'down'

export const connection = createValue<Connection>('up')
/** True once the server said that nobody is signed in any more. */
export const sessionEnded = createValue(false)

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('application/json') === true

const health = '/healthz'
/** Between two knocks that answers of others bring about. */
const knocksApartMs = 2_000
let knocked = Number.NEGATIVE_INFINITY

/**
 * A server that is going away answers some and refuses others: would every answer count as being back, everything would
 * be asked for anew, be refused, and so on, as fast as it goes. Only an answer to a knock counts.
 */
function believed(input: RequestInfo | URL): void {
  if (String(input).endsWith(health)) connection.set('up')
  else if (performance.now() - knocked > knocksApartMs) void knock()
}

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
  if (byProxy) connection.set('down')
  else if (connection.get() === 'down') believed(input)
  if (response.status === 401 && !String(input).endsWith('/api/session')) sessionEnded.set(true)
  return response
}

/** Asks whether anybody is there, for what `connection` learns from it. */
export async function knock(): Promise<void> {
  knocked = performance.now()
  await watchedFetch(health, { cache: 'no-store' }).catch(() => undefined)
}
