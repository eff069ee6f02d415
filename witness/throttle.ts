// Slows down whoever asks too often: so many requests from one address in a window, and no more until it has passed.

export interface Throttle {
  /** Counts the request; false where it is one too many. */
  allows(address: string): boolean
}

export interface ThrottleOptions {
  readonly requests?: number
  readonly windowMs?: number
  /** Addresses kept in mind; those that came first are forgotten first. */
  readonly addresses?: number
}

/** `nowMs`: any clock that only moves forward. */
export function createThrottle(options: ThrottleOptions = {}, nowMs = () => performance.now()): Throttle {
  const { requests = 600, windowMs = 60_000, addresses = 10_000 } = options
  const seen = new Map<string, { readonly sinceMs: number; count: number }>()
  return {
    allows(address) {
      const before = seen.get(address)
      const current = before && nowMs() - before.sinceMs < windowMs ? before : null
      if (current) {
        current.count += 1
        return current.count <= requests
      }
      seen.delete(address)
      seen.set(address, { sinceMs: nowMs(), count: 1 })
      for (const oldest of seen.keys()) {
        if (seen.size <= addresses) break
        seen.delete(oldest)
      }
      return true
    },
  }
}
