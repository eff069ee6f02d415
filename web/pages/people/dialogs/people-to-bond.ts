// Whom to write down when parties get one employer: each person of the charter, or the party that nobody listed.
import type { Party } from '@equalizer/client'
import { actorsAtMost, peopleOf } from '../party.ts'
import type { PersonEdit } from '../use-people-acts.ts'

export function peopleToBond(parties: readonly Party[]): PersonEdit[] {
  return parties.flatMap(party => {
    const groups = peopleOf(party).filter(({ members }) => members.length > 0)
    const listed = groups.filter(({ person }) => person !== null)
    // Handles that no person lists come along with those that are theirs; written down, they would be somebody new.
    return (listed.length > 0 ? listed : groups).map(({ person, members }) => ({
      actors: members.slice(0, actorsAtMost).map(({ actor }) => actor),
      name: (person?.name ?? party.name).slice(0, 120),
      employer: person?.employer ?? null,
    }))
  })
}
