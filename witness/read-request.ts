// Reads the body of a request as a whole: no more of it than a limit, and no slower than the least pace.
import { type Answer, saying } from './answer.ts'
import { leastPace, type Pace, paced, TooSlow } from './pace.ts'
import { readBounded } from './read-bounded.ts'

export const saidTooSlow: Answer = saying(408, 'the request came too slowly')

/** Or what to answer where there is none: 413 too large, 408 too slow. */
export async function readRequest(
  request: Request,
  limitBytes: number,
  pace: Pace = leastPace,
): Promise<Uint8Array | Answer> {
  try {
    const body = request.body && paced(request.body, pace)
    return (
      (await readBounded({ body }, limitBytes)) ?? saying(413, `a request has at most ${limitBytes} bytes`)
    )
  } catch (error) {
    if (error instanceof TooSlow) return saidTooSlow
    throw error
  }
}
