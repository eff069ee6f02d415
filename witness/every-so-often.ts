// Does something again and again until it is told to stop, with a pause in between that a signal ends.
import { setTimeout as pause } from 'node:timers/promises'

/** What is under way is brought to its end; what it throws ends it all. */
export async function everySoOften(
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await work()
    await pause(everyMs, null, { signal }).catch(() => {})
  }
}
