// Whether the server answers, and whether the session still holds: learned from the calls that are made anyway.
import { createValue } from './value.ts'

export type Connection = 'up' | 'down'

export const connection = createValue<Connection>('up')
/** True once the server said that nobody is signed in any more. */
export const sessionEnded = createValue(false)

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
  connection.set([502, 503, 504].includes(response.status) ? 'down' : 'up')
  if (response.status === 401) sessionEnded.set(true)
  return response
}
