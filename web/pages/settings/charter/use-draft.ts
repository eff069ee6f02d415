// The charter as it is being typed: which version it began from, whether it differs, and what happens when somebody else
// saves meanwhile.
import type { CharterView } from '@equalizer/client'
import { useState } from 'react'

export interface Draft {
  readonly yaml: string
  /** The version that the typing began from. */
  readonly version: number
  readonly changed: boolean
  /** The version in force, where it is a newer one than what is being typed began from. */
  readonly superseded: number | null
  readonly type: (yaml: string) => void
  readonly reset: () => void
  /** What is typed was saved as this version, or is to be saved over it. */
  readonly settle: (yaml: string, version: number) => void
}

interface Held {
  readonly yaml: string
  readonly version: number
  readonly from: string
}

export function useDraft(inForce: CharterView): Draft {
  const fresh: Held = { yaml: inForce.yaml, version: inForce.version, from: inForce.yaml }
  const [held, setHeld] = useState(fresh)
  const changed = held.yaml !== held.from
  // Nobody typed anything: what is in force is shown.
  if (!changed && inForce.version > held.version) setHeld(fresh)
  return {
    yaml: held.yaml,
    version: held.version,
    changed,
    superseded: changed && inForce.version > held.version ? inForce.version : null,
    type: yaml => setHeld({ ...held, yaml }),
    reset: () => setHeld(fresh),
    settle: (yaml, version) => setHeld({ yaml, version, from: yaml }),
  }
}
