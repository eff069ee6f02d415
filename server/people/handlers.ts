// The endpoints of people: listed, made one, kept apart, called bots, edited; each act is one change of the charter.
import { accepted, type Charter, type Person, type Result, refused } from '@equalizer/core'
import type { Kysely } from 'kysely'
import { changeCharter } from '../charter/change.ts'
import { currentCharter } from '../charter/current.ts'
import type { Handlers } from '../desk.ts'
import type { Tables } from '../store/tables.ts'
import { callBot, callPerson, splitOff, unite } from './charter-people.ts'
import { actorsNamed, allKnown, bestName, type KnownActor, shownNames } from './known-actors.ts'
import { listParties } from './list-parties.ts'
import { splitting } from './splitting.ts'

type Seen = ReadonlyMap<string, KnownActor>

/** What was seen of the handles; refuses the first that nobody knows. */
async function known(
  db: Kysely<Tables>,
  organization: string,
  actors: readonly string[],
): Promise<Result<Seen>> {
  const seen = await actorsNamed(db, organization, actors)
  const { charter } = await currentCharter(db, organization)
  const all = allKnown(charter, seen, actors)
  return all.ok ? accepted(seen) : all
}

export const peopleHandlers: Handlers<
  | 'GET /api/organizations/{organization}/people'
  | 'POST /api/organizations/{organization}/people/merge'
  | 'POST /api/organizations/{organization}/people/split'
  | 'POST /api/organizations/{organization}/people/bots'
  | 'PUT /api/organizations/{organization}/people'
> = {
  async 'GET /api/organizations/{organization}/people'({ desk, input }) {
    const { db } = desk.store
    const { charter } = await currentCharter(db, input.organization)
    const { organization, q, only, cursor, limit } = input
    return listParties(db, charter, { organization, q, only, cursor, limit })
  },

  async 'POST /api/organizations/{organization}/people/merge'({ desk, caller, input, body }) {
    const actors = [...new Set(body.actors)]
    const seen = await known(desk.store.db, input.organization, actors)
    if (!seen.ok) return seen
    const best = bestName(seen.value, actors)
    const one = (charter: Charter) => unite(charter, actors, body.name, best)
    return changeCharter(desk, input.organization, {
      kind: 'people.merged',
      by: caller,
      facts: before => {
        const { person } = one(before)
        return { names: shownNames(seen.value, actors), actors, person: person.id, name: person.name }
      },
      edit: charter => accepted(one(charter).charter),
    })
  },

  async 'POST /api/organizations/{organization}/people/split'({ desk, caller, input, body }) {
    const found = await splitting(desk.store.db, input.organization, body.party, [...new Set(body.actors)])
    if (!found.ok) return found
    const { actors, rest, seen, name } = found.value
    return changeCharter(desk, input.organization, {
      kind: 'people.split',
      by: caller,
      facts: { names: [...shownNames(seen, actors), name], actors: [...actors], party: body.party, name },
      edit: charter => accepted(splitOff(charter, actors, rest, handles => bestName(seen, handles))),
    })
  },

  async 'POST /api/organizations/{organization}/people/bots'({ desk, caller, input, body }) {
    const { actor, bot } = body
    const seen = await known(desk.store.db, input.organization, [actor])
    if (!seen.ok) return seen
    if (bot && actor.includes('*')) {
      return refused('people.unclear_handle', 'In a list of bots * stands for anything, and this has one', {
        actor,
      })
    }
    const name = bestName(seen.value, [actor])
    return changeCharter(desk, input.organization, {
      kind: 'people.bot',
      by: caller,
      facts: { actor, name, names: [name], bot },
      edit: charter => accepted(bot ? callBot(charter, actor) : callPerson(charter, actor, name)),
    })
  },

  async 'PUT /api/organizations/{organization}/people'({ desk, caller, input, body }) {
    const actors = [...new Set(body.actors)]
    const seen = await known(desk.store.db, input.organization, actors)
    if (!seen.ok) return seen
    return changeCharter(desk, input.organization, {
      kind: 'people.edited',
      by: caller,
      facts: {
        names: [body.name],
        name: body.name,
        actors,
        employer: body.employer,
        payer: body.payer ?? null,
        funder: body.funder ?? null,
      },
      edit: charter => {
        const one = unite(charter, actors, body.name, body.name)
        const person = bound(one.person, body)
        const people = one.charter.people.map(other => (other.id === person.id ? person : other))
        return accepted({ ...one.charter, people })
      },
    })
  },
}

interface Bonds {
  readonly employer: string | null
  readonly payer?: string | null | undefined
  readonly funder?: string | null | undefined
}

/** A bond of null goes; one that is left out stays. */
function bound(person: Person, bonds: Bonds): Person {
  const { employer: _, payer, funder, ...rest } = person
  const kept = {
    payer: bonds.payer === undefined ? payer : bonds.payer,
    funder: bonds.funder === undefined ? funder : bonds.funder,
  }
  return {
    ...rest,
    ...(bonds.employer === null ? {} : { employer: bonds.employer }),
    ...(kept.payer ? { payer: kept.payer } : {}),
    ...(kept.funder ? { funder: kept.funder } : {}),
  }
}
