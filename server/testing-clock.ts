// A clock for tests that wait for days: the machine's time, and whatever was put on top of it.
import type { Clock } from './desk.ts'

export interface WaitingClock {
  readonly clock: Clock
  /** Lets this many milliseconds pass at once. */
  readonly wait: (ms: number) => void
}

export function createWaitingClock(): WaitingClock {
  let ahead = 0
  const nowMs = () => Date.now() + ahead
  return {
    clock: { nowMs, today: () => new Date(nowMs()).toISOString().slice(0, 10) },
    wait(ms) {
      ahead += ms
    },
  }
}
