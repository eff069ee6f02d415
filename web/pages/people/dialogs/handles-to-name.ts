// Which handles to name so that parties become one person: those of the person meant, and nobody's colleagues.
import type { Party } from '@equalizer/client'
import { actorsAtMost } from '../party.ts'

const busiest = ({ members }: Party) => [...members].sort((a, b) => b.observations - a.observations)[0]

/** Of a party of several people (one employer) only the busiest handle, since the others are somebody else. */
function ofOne(party: Party): string[] {
  const one = busiest(party)
  if (!one) return []
  if (party.people.length < 2) return party.members.map(member => member.actor)
  return party.members
    .filter(({ actor, person }) => actor === one.actor || (one.person !== null && person === one.person))
    .map(({ actor }) => actor)
}

/** Where all of them are too many, one of each party: the others come along by what merged them before. */
export function handlesToName(parties: readonly Party[]): string[] {
  const all = parties.flatMap(ofOne)
  return all.length <= actorsAtMost ? all : parties.flatMap(party => busiest(party)?.actor ?? [])
}
