// What this browser saw of logs, so that the next look must find them grown from there; kept in its own storage.
import type { Remembered } from '@equalizer/verify'
import type { Seen } from './messages.ts'

const key = 'equalizer-seen-logs'
/** The oldest are forgotten beyond so many. */
const keptAtMost = 100

function isRemembered(value: unknown): value is Remembered {
  if (value === null || typeof value !== 'object') return false
  const { origin, size, root, note, vkeys, seenMs } = value as Readonly<Record<string, unknown>>
  const texts = [origin, root, note].every(one => typeof one === 'string')
  const counts = [size, seenMs].every(one => Number.isSafeInteger(one) && Number(one) >= 0)
  return texts && counts && Array.isArray(vkeys) && vkeys.every(one => typeof one === 'string')
}

/** null: what is kept cannot be read. To go on as if nothing had been seen has to be asked for. */
export function readSeen(): Seen | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return null
    return Object.values(kept).every(isRemembered) ? (kept as Seen) : null
  } catch {
    return null
  }
}

/** False: this browser keeps nothing. */
export function remember(name: string, remembered: Remembered): boolean {
  const all = Object.entries({ ...readSeen(), [name]: remembered })
  const kept = all.sort(([, a], [, b]) => b.seenMs - a.seenMs).slice(0, keptAtMost)
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)))
    return true
  } catch {
    return false
  }
}

export function forgetAll(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept either.
  }
}
