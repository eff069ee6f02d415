// Who asks, with a brake on guessing keys: an address that sent too many bad ones is not looked at for a while.
import { type Result, refused } from '@equalizer/core'
import type { Access, Asking } from '../auth/access.ts'
import { createThrottle } from './throttle.ts'

/** Codes: `access.key_invalid`, `access.too_often`. */
export function throttled(access: Access): (headers: Headers, address: string) => Promise<Result<Asking>> {
  const throttle = createThrottle({ failures: 100 })
  return async (headers, address) => {
    if (headers.has('authorization') && !throttle.allows(address)) {
      return refused(
        'access.too_often',
        'Too many keys that do not work came from there; try again in a minute.',
      )
    }
    const asking = await access.whoAsks(headers)
    if (!asking.ok && asking.refusal.code === 'access.key_invalid') throttle.failed(address)
    return asking
  }
}
