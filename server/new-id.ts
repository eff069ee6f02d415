// Ids of uploads, imports and jobs: unguessable, and in the order in which they were made.
import { randomBytes } from 'node:crypto'
import type { Clock } from './desk.ts'

/** 9 characters of time, 16 of chance, all lower case and digits, so that they are harmless as file names too. */
export function createIds(clock: Clock): () => string {
  let last = 0
  return () => {
    // Two of one millisecond, or of a clock that was set back, still come in order.
    last = Math.max(clock.nowMs(), last + 1)
    return (
      last.toString(36).padStart(9, '0') +
      BigInt(`0x${randomBytes(10).toString('hex')}`)
        .toString(36)
        .padStart(16, '0')
    )
  }
}
