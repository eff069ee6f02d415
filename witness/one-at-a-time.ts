// Lets work on one key happen one after another, and work on different keys at once.

/** Waits for what was given before under the same key, failed or not; nothing is kept of a key once it is idle. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function oneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.then(
      () => {},
      () => {},
    )
    last.set(key, settled)
    try {
      return await mine
    } finally {
      if (last.get(key) === settled) last.delete(key)
    }
  }
}
