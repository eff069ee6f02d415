// Slows down whoever guesses: so many failures from one address in a window, then none is looked at until it has passed.

export interface Throttle {
  /** Whether this address may try now. */
  allows(address: string): boolean
  /** It tried and failed. */
  failed(address: string): void
}

/** `now`: milliseconds. Bounded: the addresses that failed longest ago are forgotten first. */
export function createThrottle(
  { failures = 20, windowMs = 60_000, addresses = 10_000 } = {},
  now = () => performance.now(),
): Throttle {
  const seen = new Map<string, { since: number; count: number }>()
  const current = (address: string) => {
    const entry = seen.get(address)
    return entry && now() - entry.since < windowMs ? entry : null
  }
  return {
    allows: address => (current(address)?.count ?? 0) < failures,
    failed(address) {
      const entry = current(address) ?? { since: now(), count: 0 }
      entry.count += 1
      seen.delete(address)
      seen.set(address, entry)
      for (const oldest of seen.keys()) {
        if (seen.size <= addresses) break
        seen.delete(oldest)
      }
    },
  }
}
