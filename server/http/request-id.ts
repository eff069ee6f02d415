// The id by which a request is known in the log, in the answer and in a refusal.
import { randomBytes } from 'node:crypto'

/** What a caller or a proxy may choose itself: short and harmless in a log. */
const sane = /^[A-Za-z0-9][A-Za-z0-9_.:-]{7,63}$/

export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id')
  return given !== null && sane.test(given) ? given : randomBytes(12).toString('base64url')
}
