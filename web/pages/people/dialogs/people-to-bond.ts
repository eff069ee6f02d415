// Whom to write down when parties get one employer: each person of the charter, and each party nobody listed.
import type { Party } from '@equalizer/client'
import { actorsAtMost, peopleOf } from '../party.ts'
import type { PersonEdit } from '../use-people-acts.ts'

export function peopleToBond(parties: readonly Party[]): PersonEdit[] {
  return parties.flatMap(party =>
    peopleOf(party).flatMap(({ person, members }) => {
      const actors = members.slice(0, actorsAtMost).map(({ actor }) => actor)
      // A person of the charter without a handle in the evidence has nothing that could be named here.
      if (actors.length === 0) return []
      const name = (person?.name ?? party.name).slice(0, 120)
      return [{ actors, name, employer: person?.employer ?? null }]
    }),
  )
}
