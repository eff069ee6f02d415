// Tells a full disk from a fault: whoever sees to the server can make room, and nothing was changed.
import { type Result, refused } from '@equalizer/core'

/** The operating system's words for it, and Postgres' (disk_full). */
const codes = new Set<unknown>(['ENOSPC', 'EDQUOT', '53100'])
const causesLookedAt = 5

/** null: the error is something else. Codes: `server.no_room`. */
export function noRoom(error: unknown): Result<never> | null {
  let looked: unknown = error
  for (let depth = 0; depth < causesLookedAt && looked instanceof Object; depth += 1) {
    if ('code' in looked && codes.has(looked.code)) {
      return refused('server.no_room', 'The server’s disk is full; once there is room, try again.')
    }
    looked = 'cause' in looked ? looked.cause : null
  }
  return null
}
