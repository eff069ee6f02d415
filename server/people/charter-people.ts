// People as the charter says them: one person of several handles, handles kept apart, bots and who is none. Pure.
import { type Charter, idFrom, type Person } from '@equalizer/core'
import { canonical } from '@equalizer/measure'

const sets = (actors: readonly string[]) => new Set(actors.map(canonical))
const holds = (person: Person, among: ReadonlySet<string>) =>
  person.identities.some(actor => among.has(canonical(actor)))

/** The people of the charter who have any of these handles. */
function ownersOf(charter: Charter, actors: readonly string[]): Person[] {
  const among = sets(actors)
  return charter.people.filter(person => holds(person, among))
}

function freshId(charter: Charter, name: string): string {
  const taken = new Set(charter.people.map(({ id }) => id))
  const plain = idFrom(name, 'person').slice(0, 50)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? plain : `${plain}-${number}`
    if (!taken.has(id)) return id
  }
}

/** Handles once each, told by what merging takes for the same. */
function distinct(actors: readonly string[]): string[] {
  const seen = new Set<string>()
  return actors.filter(actor => {
    const key = canonical(actor)
    return seen.has(key) ? false : seen.add(key)
  })
}

export interface United {
  readonly charter: Charter
  readonly person: Person
}

/**
 * One person who has all of these handles: whoever has one of them already gets the others, several become the first of
 * them, and nobody stays apart or a bot against that. `name`: undefined keeps the name that is there, or takes `known`.
 */
export function unite(
  charter: Charter,
  actors: readonly string[],
  name: string | undefined,
  known: string,
): United {
  const owners = ownersOf(charter, actors)
  const [first] = owners
  const called = name ?? first?.name ?? known
  const merged = Object.assign({}, ...owners.toReversed()) as Partial<Person>
  const person: Person = {
    ...merged,
    id: first?.id ?? freshId(charter, called),
    name: called,
    identities: distinct([...owners.flatMap(({ identities }) => identities), ...actors]),
  }
  const gone = new Map(owners.slice(1).map(({ id }) => [id, person.id]))
  const people = charter.people.flatMap(one =>
    one.id === person.id ? [person] : gone.has(one.id) ? [] : [one],
  )
  const together = sets(person.identities)
  return {
    person,
    charter: {
      ...charter,
      people: first ? people : [...people, person],
      groups: charter.groups.map(group => ({
        ...group,
        members: [...new Set(group.members.map(id => gone.get(id) ?? id))],
      })),
      bots: charter.bots.filter(bot => !actors.some(actor => actor.toLowerCase() === bot.toLowerCase())),
      merging: {
        ...charter.merging,
        apart: charter.merging.apart.flatMap(group => without(group, together)),
      },
    },
  }
}

/** An apart group in which some may now be one; each of those stays apart from the others. */
function without(group: readonly string[], together: ReadonlySet<string>): string[][] {
  const now = group.filter(actor => together.has(canonical(actor)))
  if (now.length < 2) return [[...group]]
  const others = group.filter(actor => !together.has(canonical(actor)))
  return others.length === 0 ? [] : now.map(actor => [actor, ...others])
}

/** Takes handles away from whoever has them; whoever has none left is not listed any more. */
function unlist(charter: Charter, actors: readonly string[]): Charter {
  const among = sets(actors)
  const people = charter.people.flatMap(person => {
    if (!holds(person, among)) return [person]
    const identities = person.identities.filter(actor => !among.has(canonical(actor)))
    return identities.length > 0 ? [{ ...person, identities }] : []
  })
  const there = new Set(people.map(({ id }) => id))
  const groups = charter.groups.map(group => ({
    ...group,
    members: group.members.filter(id => there.has(id)),
  }))
  return { ...charter, people, groups }
}

/**
 * Keeps each of `actors` apart from each of `rest`. Whoever has handles among both loses the former; several of them
 * stay one person, who is called `known(handles)`.
 */
export function splitOff(
  charter: Charter,
  actors: readonly string[],
  rest: readonly string[],
  known: (actors: readonly string[]) => string,
): Charter {
  const [mine, others] = [sets(actors), sets(rest)]
  let split = charter
  for (const person of ownersOf(charter, actors).filter(one => holds(one, others))) {
    const own = person.identities.filter(actor => mine.has(canonical(actor)))
    split = unlist(split, own)
    if (own.length > 1) split = unite(split, own, undefined, known(own)).charter
  }
  const before = new Set(split.merging.apart.map(group => JSON.stringify(group)))
  const pairs = actors.flatMap(actor => rest.map(other => [actor, other]))
  const fresh = pairs.filter(pair => !before.has(JSON.stringify(pair)))
  return { ...split, merging: { ...split.merging, apart: [...split.merging.apart, ...fresh] } }
}

export function callBot(charter: Charter, actor: string): Charter {
  const free = unlist(charter, [actor])
  const there = free.bots.some(bot => bot.toLowerCase() === actor.toLowerCase())
  return there ? free : { ...free, bots: [...free.bots, actor] }
}

/** Whoever is listed as a person is no bot, whatever the rules say of the name. */
export function callPerson(charter: Charter, actor: string, known: string): Charter {
  return unite(charter, [actor], undefined, known).charter
}
