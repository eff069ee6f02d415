// What is asked of a party here: its handles in order, its people, how to call it, what a merging would bring along.
import type { Party } from '@equalizer/client'

export type Member = Party['members'][number]
export type Person = Party['people'][number]

/** Handles that one call to the server may name. */
export const actorsAtMost = 200

export function handleOf(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1)
}

export function schemeOf(actor: string): string {
  return actor.slice(0, actor.indexOf(':'))
}

export function shownName({ name, actor }: Pick<Member, 'name' | 'actor'>): string {
  return name ?? handleOf(actor)
}

/** People of the charter in it, each with their handles; handles that no person lists come last, as one. */
export function peopleOf(party: Party): { person: Person | null; members: Member[] }[] {
  const groups = party.people.map(person => ({
    person: person as Person | null,
    members: party.members.filter(member => member.person === person.id),
  }))
  const known = new Set(party.people.map(person => person.id))
  const rest = party.members.filter(({ person }) => person === null || !known.has(person))
  return rest.length > 0 ? [...groups, { person: null, members: rest }] : groups
}

/** The name that most of what they did stands under. */
export function likelyName(parties: readonly Party[]): string {
  const listed = parties.flatMap(party => party.people.map(person => person.name))[0]
  const busiest = [...parties].sort((a, b) => b.observations - a.observations)[0]
  return listed ?? busiest?.name ?? ''
}
