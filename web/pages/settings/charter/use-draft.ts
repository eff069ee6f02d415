// The charter as it is being typed: which version it began from, whether it differs, what happens when somebody else saves
// meanwhile; kept beside the page, because another language draws the page anew.
import type { CharterView } from '@equalizer/client'
import { createValue, useValue } from '../../../data/value.ts'

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

/** What is typed and not saved, of the one organization that it is typed for. */
const unsaved = createValue<{ readonly organization: string; readonly held: Held } | null>(null)

export function useDraft(organization: string, inForce: CharterView): Draft {
  const fresh: Held = { yaml: inForce.yaml, version: inForce.version, from: inForce.yaml }
  const kept = useValue(unsaved)
  const mine = kept?.organization === organization ? kept.held : fresh
  // Nobody typed anything: what is in force is shown.
  const held = mine.yaml === mine.from && inForce.version > mine.version ? fresh : mine
  const changed = held.yaml !== held.from
  return {
    yaml: held.yaml,
    version: held.version,
    changed,
    superseded: changed && inForce.version > held.version ? inForce.version : null,
    type: yaml => unsaved.set({ organization, held: { ...held, yaml } }),
    reset: () => unsaved.set(null),
    settle: (yaml, version) => unsaved.set({ organization, held: { yaml, version, from: yaml } }),
  }
}
