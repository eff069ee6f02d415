// Which dialog of the people page stands open, and about whom.
import type { Party } from '@equalizer/client'
import { useState } from 'react'
import type { Member, Person } from '../party.ts'

export type Named = Pick<Member, 'actor' | 'name' | 'observations'>

export type Shown =
  | { readonly is: 'merge'; readonly handles: readonly Named[]; readonly parties: readonly Party[] | null }
  | { readonly is: 'bond'; readonly parties: readonly Party[]; readonly shared: string }
  /** The parties of these handles have to be asked for first. */
  | { readonly is: 'bondActors'; readonly actors: readonly string[]; readonly shared: string }
  | { readonly is: 'split'; readonly party: Party; readonly first: Member }
  | { readonly is: 'edit'; readonly party: Party; readonly person: Person | null }

export function useDialogs() {
  const [shown, setShown] = useState<Shown | null>(null)
  return {
    shown,
    close: () => setShown(null),
    mergeParties: (parties: readonly Party[]) =>
      setShown({ is: 'merge', parties, handles: parties.flatMap(party => party.members) }),
    mergeActors: (handles: readonly Named[]) => setShown({ is: 'merge', parties: null, handles }),
    bondParties: (parties: readonly Party[]) => setShown({ is: 'bond', parties, shared: '' }),
    bondActors: (actors: readonly Named[], shared: string) =>
      setShown({ is: 'bondActors', actors: actors.map(one => one.actor), shared }),
    split: (party: Party, first: Member) => setShown({ is: 'split', party, first }),
    edit: (party: Party, person: Person | null) => setShown({ is: 'edit', party, person }),
  }
}

export type DialogsOf = ReturnType<typeof useDialogs>
