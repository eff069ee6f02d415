// Which parties are chosen; they stay chosen while the list is searched and narrowed.
import type { Party } from '@equalizer/client'
import { useMemo, useState } from 'react'

export interface Selection {
  readonly parties: readonly Party[]
  readonly has: (party: Party) => boolean
  readonly toggle: (party: Party) => void
  readonly clear: () => void
}

export function useSelection(organization: string): Selection {
  const [held, setHeld] = useState<{ of: string; chosen: ReadonlyMap<string, Party> }>({
    of: organization,
    chosen: new Map(),
  })
  const chosen = held.of === organization ? held.chosen : new Map<string, Party>()
  return useMemo(
    () => ({
      parties: [...chosen.values()],
      has: party => chosen.has(party.id),
      toggle: party => {
        const next = new Map(chosen)
        if (!next.delete(party.id)) next.set(party.id, party)
        setHeld({ of: organization, chosen: next })
      },
      clear: () => setHeld({ of: organization, chosen: new Map() }),
    }),
    [chosen, organization],
  )
}
